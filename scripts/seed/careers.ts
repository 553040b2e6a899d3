/**
 * Who works where. Each working person, in the order of their numbers, lives through the months: takes a job
 * at an inside company or outside, stays, leaves by choice or because the job ends. What a job has left when
 * somebody leaves is open to those who come later in the row, so a person added at the end changes nobody's
 * career.
 */
import {between, chance, pick, type Stream, stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import type {Outside} from "./outside.js";
import type {Person, Spell} from "./people.js";
import {cities} from "./places.js";
import type {Job} from "./staffing.js";

const never = 10_000;
const titles = [
  "Teacher",
  "Civil servant",
  "Bus driver",
  "Nurse",
  "Mechanic",
  "Clerk",
  "Social worker",
  "Police officer",
  "Technician",
  "Researcher",
] as const;

/** The spells of each person, in order of time, by the person's number. */
export function planCareers(
  seed: number,
  people: readonly Person[],
  companies: readonly Company[],
  outside: Outside,
  months: number,
): Spell[][] {
  const openings = new Openings(companies);
  return people.map((person) => {
    const draw = stream(seed, `career/${person.id}`);
    if (person.role !== "worker") return [unpaidWork(person, draw, outside)];
    return career(person, draw, {openings, companies, outside, months});
  });
}

interface Surroundings {
  readonly openings: Openings;
  readonly companies: readonly Company[];
  readonly outside: Outside;
  readonly months: number;
}

function career(person: Person, draw: Stream, world: Surroundings): Spell[] {
  const {openings, companies, outside, months} = world;
  const spells: Spell[] = [];
  let month = 0;
  let wantsInside = person.wantsInsideJob && person.staysThroughout;
  while (month < months) {
    const job = wantsInside
      ? openings.take(person.city, month, month === 0 ? 0 : month + 4)
      : undefined;
    const restless = chance(draw, month > 0 ? 0.08 : job ? 0.14 : wantsInside ? 0.6 : 0.22);
    const leavesAt = between(draw, month + 2, Math.max(month + 2, months + 2));
    const begins = job ? Math.max(month, job.from) : month;
    if (begins > month) bridge(spells, begins, person, outside);
    const to = Math.min(job?.to ?? never, restless ? Math.max(begins + 1, leavesAt) : never);
    spells.push(
      job
        ? insideSpell(job, companies, begins, to)
        : outsideSpell(person, draw, outside, begins, to),
    );
    if (job && begins > job.from) openings.add({...job, to: begins});
    if (job && to < job.to) openings.add({...job, from: to});
    const gap = chance(draw, 0.5) ? 0 : between(draw, 1, 3);
    if (gap > 0 && to + gap < never) spells.push(benefit(person, outside, to, to + gap));
    month = to >= never ? never : to + gap;
    wantsInside = chance(draw, 0.8) && person.staysThroughout;
  }
  return spells;
}

/** Fills the time until a job begins: with the job held outside until then, or with a benefit. */
function bridge(spells: Spell[], until: number, person: Person, outside: Outside): void {
  const last = spells.at(-1);
  if (last && last.company < 0 && last.kind === "salary")
    spells[spells.length - 1] = {...last, to: until};
  else if (last) spells.push(benefit(person, outside, last.to, until));
}

function insideSpell(job: Job, companies: readonly Company[], from: number, to: number): Spell {
  const {payday, raiseMonth, raiseBps} = companies[job.company]!;
  return {
    from,
    to,
    company: job.company,
    party: -1,
    kind: "salary",
    netCents: job.netCents,
    occupation: job.occupation,
    payday,
    raiseMonth,
    raiseBps,
  };
}

function outsideSpell(
  person: Person,
  draw: Stream,
  outside: Outside,
  from: number,
  to: number,
): Spell {
  return {
    from,
    to,
    company: -1,
    party: pick(draw, outside.employers[person.city]!),
    kind: "salary",
    netCents: Math.round(person.incomeCents * (from === 0 ? 1 : 1 + 0.12 * draw())),
    occupation: pick(draw, titles),
    payday: pick(draw, [1, 15, 25, 25, 27, 28, 30, 30]),
    raiseMonth: pick(draw, [1, 1, 3, 4, 6, 7, 10]),
    raiseBps: between(draw, 10, 40) * 10,
  };
}

function benefit(person: Person, outside: Outside, from: number, to: number): Spell {
  return {
    from,
    to,
    company: -1,
    party: outside.benefits[cities[person.city]!.country],
    kind: "benefit",
    netCents: Math.round(person.incomeCents * 0.6),
    occupation: "Between jobs",
    payday: 30,
    raiseMonth: 1,
    raiseBps: 0,
  };
}

function unpaidWork(person: Person, draw: Stream, outside: Outside): Spell {
  const retired = person.role === "retired";
  const country = cities[person.city]!.country;
  return {
    from: 0,
    to: never,
    company: -1,
    party: retired ? outside.pension[country] : outside.benefits[country],
    kind: retired ? "pension" : "benefit",
    netCents: person.incomeCents,
    occupation: retired ? "Retired" : person.role === "student" ? "Student" : "Seeking work",
    payday: retired ? pick(draw, [1, 28, 30]) : 30,
    raiseMonth: retired ? 7 : 1,
    raiseBps: between(draw, 15, 30) * 10,
  };
}

/** Jobs nobody holds yet, by city and first month, so that taking one does not search them all. */
class Openings {
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

  /** A job that begins no later than `latest` and lasts beyond `month`: in the city, or else in any other. */
  take(city: number, month: number, latest: number): Job | undefined {
    for (let offset = 0; offset < this.#byCity.length; offset++) {
      const jobs = this.#byCity[(city + offset) % this.#byCity.length]!;
      for (let place = jobs.length - 1; place >= 0; place--) {
        const job = jobs[place]!;
        if (job.from > latest || job.to <= Math.max(month, job.from)) continue;
        jobs.splice(place, 1);
        return job;
      }
    }
    return undefined;
  }
}
