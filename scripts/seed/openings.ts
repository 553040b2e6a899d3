/** The jobs at inside companies that are to be had. */
import type {Company} from "./companies.js";
import {cities} from "./places.js";
import type {Job} from "./staffing.js";

/** The cities for each city: itself, then those of its country, then the others. */
const nearestFirst: readonly (readonly number[])[] = cities.map(({country}, city) => {
  const round = cities.map((_, offset) => (city + offset) % cities.length);
  const isAbroad = (other: number) => cities[other]!.country !== country;
  return [...round.filter((other) => !isAbroad(other)), ...round.filter(isAbroad)];
});

/** Jobs nobody holds yet, by city and first month, so that taking one does not search them all. */
export class Openings {
  readonly #byCity: Job[][] = cities.map(() => []);
  readonly #seats: readonly number[];

  constructor(companies: readonly Company[]) {
    this.#seats = companies.map(({city}) => city);
    // By seniority within each company, so that a bank with few people staffs all its companies in part.
    const deepest = Math.max(0, ...companies.map(({jobs}) => jobs.length));
    for (let rank = deepest - 1; rank >= 0; rank--) {
      for (const {jobs} of companies) {
        const job = jobs[rank];
        if (job) this.add(job);
      }
    }
  }

  add(job: Job): void {
    this.#byCity[this.#seats[job.company]!]!.push(job);
  }

  /** A job that suits, begins by `latest` and lasts beyond `month`: in the city, or else as near as there is. */
  take(city: number, month: number, latest: number, suits: (job: Job) => boolean): Job | undefined {
    for (const seat of nearestFirst[city]!) {
      const jobs = this.#byCity[seat]!;
      for (let place = jobs.length - 1; place >= 0; place--) {
        const job = jobs[place]!;
        if (job.from > latest || job.to <= Math.max(month, job.from)) continue;
        if (!suits(job)) continue;
        jobs.splice(place, 1);
        return job;
      }
    }
    return undefined;
  }
}
