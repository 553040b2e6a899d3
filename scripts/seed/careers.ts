/**
 * Who works where, as what, and for how much. Each working person, in the order of their numbers, lives through the
 * months: takes a job at an inside company or outside, stays, leaves by choice or because the job ends. What a job has
 * left when somebody leaves is open to those who come later in the row, so a person added at the end changes nobody's
 * career. The first job decides what somebody is; later ones are of the same kind, or of a like level.
 */

import type {Month} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import {between, chance, pick, type Stream, stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import {canChange, experienceFactor, occupationOf} from "./occupations.js";
import type {Outside} from "./outside.js";
import type {Life, Spell} from "./people.js";
import {cities, countries} from "./places.js";
import type {Job} from "./staffing.js";

const never = 10_000;
/** What people work as at employers elsewhere: half of the list belongs to the public sector. */
const titles = [
  "Teacher",
  "Civil servant",
  "Bus driver",
  "Nurse",
  "Mechanic",
  "Clerk",
  "Clerk",
  "Social worker",
  "Police officer",
  "Technician",
  "Researcher",
  "Physician",
  "Office assistant",
  "Machine operator",
  "Warehouse worker",
  "Sales assistant",
  "Electrician",
  "Software engineer",
] as const;
/** Bonuses: how many of those whose occupation knows them get one, when, and of how many months of pay. */
const bonus = {share: 0.4, months: [2, 3, 3, 4, 12], least: 0.4, most: 2} as const;
/** Net pensions against the last pay, and benefits against the last pay. */
const pensionShare = 0.72;
const benefitShare = 0.6;
/** What people without any pay of their own get, in cents, at an average level of pay. */
const grantCents = {jobless: 92_000, student: 98_000} as const;

/** The spells of each person, in order of time, by the person's number. */
export function planCareers(
  seed: number,
  people: readonly Life[],
  companies: readonly Company[],
  outside: Outside,
  {months, start}: {months: number; start: Month},
): Spell[][] {
  const openings = new Openings(companies);
  return people.map((person) => {
    const draw = stream(seed, `career/${person.id}`);
    const age = Math.floor(start / 12) - person.birthYear;
    if (person.role !== "worker") return [unpaidWork(person, draw, outside)];
    const worker = {person, draw, age, talent: normal(draw)};
    return career(worker, {openings, companies, outside, months});
  });
}

interface Worker {
  readonly person: Life;
  readonly draw: Stream;
  /** At the start of the data. */
  readonly age: number;
  /** Pay against others of the same occupation, in standard deviations. */
  readonly talent: number;
}

interface Surroundings {
  readonly openings: Openings;
  readonly companies: readonly Company[];
  readonly outside: Outside;
  readonly months: number;
}

function career(worker: Worker, world: Surroundings): Spell[] {
  const {person, draw, age} = worker;
  const {openings, companies, outside, months} = world;
  const spells: Spell[] = [];
  let month = 0;
  let wantsInside = person.wantsInsideJob && person.staysThroughout;
  while (month < months) {
    const trade = tradeOf(spells);
    const suits = (occupation: string) =>
      trade ? canChange(trade, occupation) : age >= occupationOf(occupation).from;
    const job = wantsInside
      ? openings.take(person.city, month, month === 0 ? 0 : month + 4, suits)
      : undefined;
    const restless = chance(draw, month > 0 ? 0.08 : job ? 0.14 : wantsInside ? 0.6 : 0.22);
    const leavesAt = between(draw, month + 2, Math.max(month + 2, months + 2));
    const begins = job ? Math.max(month, job.from) : month;
    if (begins > month) bridge(spells, begins, person, outside);
    const to = Math.min(job?.to ?? never, restless ? Math.max(begins + 1, leavesAt) : never);
    spells.push(
      job
        ? insideSpell(worker, job, companies, {from: begins, to})
        : outsideSpell(worker, trade, outside, {from: begins, to}),
    );
    if (job && begins > job.from) openings.add({...job, to: begins});
    if (job && to < job.to) openings.add({...job, from: to});
    const gap = chance(draw, 0.5) ? 0 : between(draw, 1, 3);
    if (gap > 0 && to + gap < never)
      spells.push(benefit(spells, person, outside, {from: to, to: to + gap}));
    month = to >= never ? never : to + gap;
    wantsInside = chance(draw, 0.8) && person.staysThroughout;
  }
  return spells;
}

/** Fills the time until a job begins: with the job held outside until then, or with a benefit. */
function bridge(spells: Spell[], until: number, person: Life, outside: Outside): void {
  const last = spells.at(-1);
  if (last && last.company < 0 && last.kind === "salary")
    spells[spells.length - 1] = {...last, to: until};
  else if (last) spells.push(benefit(spells, person, outside, {from: last.to, to: until}));
}

/** What somebody has worked as so far. */
function tradeOf(spells: readonly Spell[]): string | undefined {
  return spells.findLast(({kind}) => kind === "salary")?.occupation;
}

interface Time {
  readonly from: number;
  readonly to: number;
}

function insideSpell(
  {age, draw}: Worker,
  {company, occupation, netCents}: Job,
  companies: readonly Company[],
  time: Time,
): Spell {
  const {payday, raiseMonth, raiseBps, city} = companies[company]!;
  const kind = occupationOf(occupation);
  const years = Math.floor(Math.max(0, time.from) / 12);
  return {
    ...time,
    company,
    party: -1,
    kind: "salary",
    netCents: Math.round(netCents * experienceFactor(kind, age + years)),
    occupation,
    payday,
    extraMonths: countries[cities[city]!.country].extraPay,
    ...bonusOf(draw, kind.hasBonus, raiseMonth),
    raiseMonth,
    raiseBps,
  };
}

function outsideSpell(
  {person: {city}, draw, age, talent}: Worker,
  trade: string | undefined,
  outside: Outside,
  time: Time,
): Spell {
  const fitting = titles.filter((title) => age >= occupationOf(title).from);
  const occupation = trade ?? pick(draw, fitting);
  const kind = occupationOf(occupation);
  const years = Math.floor(Math.max(0, time.from) / 12);
  const level = cities[city]!.pay * Math.max(0.6, 1 + kind.spread * talent);
  const move = time.from === 0 ? 1 : 0.98 + 0.12 * draw();
  return {
    ...time,
    company: -1,
    party: pick(draw, outside.employers[city]!),
    kind: "salary",
    netCents: Math.round(kind.payCents * level * experienceFactor(kind, age + years) * move),
    occupation,
    payday: pick(draw, [1, 15, 25, 25, 27, 28, 30, 30]),
    extraMonths: countries[cities[city]!.country].extraPay,
    ...bonusOf(draw, kind.hasBonus, pick(draw, bonus.months)),
    raiseMonth: pick(draw, [1, 1, 3, 4, 6, 7, 10]),
    raiseBps: between(draw, 10, 40) * 10,
  };
}

/** A bonus in a month of the employer's own, or none. */
function bonusOf(draw: Stream, isUsual: boolean, month: number) {
  const [luck, size] = [draw(), draw()];
  const hasOne = isUsual && luck < bonus.share;
  return {
    bonusMonth: hasOne ? month : 0,
    bonusShare: hasOne ? bonus.least + (bonus.most - bonus.least) * size * size : 0,
  };
}

/** What has no thirteenth salary, no bonus and no raise. */
const plain = {extraMonths: [], bonusMonth: 0, bonusShare: 0, raiseMonth: 1, raiseBps: 0} as const;

function benefit(spells: readonly Spell[], {city}: Life, outside: Outside, time: Time): Spell {
  const {country, pay} = cities[city]!;
  const last = spells.findLast(({kind}) => kind === "salary");
  return {
    ...plain,
    ...time,
    company: -1,
    party: outside.benefits[country],
    kind: "benefit",
    netCents: last
      ? Math.round(last.netCents * benefitShare)
      : Math.round(grantCents.jobless * pay),
    occupation: "Between jobs",
    payday: 30,
  };
}

function unpaidWork({role, city}: Life, draw: Stream, outside: Outside): Spell {
  const {country, pay} = cities[city]!;
  const always = {...plain, from: 0, to: never, company: -1} as const;
  if (role === "retired") {
    const before = occupationOf(pick(draw, titles));
    const level = pensionShare * pay * Math.max(0.6, 1 + before.spread * normal(draw));
    return {
      ...always,
      party: outside.pension[country],
      kind: "pension",
      netCents: Math.round(before.payCents * experienceFactor(before, 65) * level),
      occupation: "Retired",
      payday: pick(draw, [1, 28, 30]),
      raiseMonth: 7,
      raiseBps: between(draw, 15, 30) * 10,
    };
  }
  const usual = role === "student" ? grantCents.student : grantCents.jobless;
  return {
    ...always,
    party: outside.benefits[country],
    kind: "benefit",
    netCents: Math.round(usual * pay * Math.max(0.6, 1 + 0.13 * normal(draw))),
    occupation: role === "student" ? "Student" : "Seeking work",
    payday: 30,
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

  /** A job that suits, begins no later than `latest` and lasts beyond `month`: in the city, or else in any other. */
  take(
    city: number,
    month: number,
    latest: number,
    suits: (occupation: string) => boolean,
  ): Job | undefined {
    for (let offset = 0; offset < this.#byCity.length; offset++) {
      const jobs = this.#byCity[(city + offset) % this.#byCity.length]!;
      for (let place = jobs.length - 1; place >= 0; place--) {
        const job = jobs[place]!;
        if (job.from > latest || job.to <= Math.max(month, job.from)) continue;
        if (!suits(job.occupation)) continue;
        jobs.splice(place, 1);
        return job;
      }
    }
    return undefined;
  }
}
