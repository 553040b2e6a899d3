/**
 * What each stretch of work, or of none, pays: from inside companies, employers elsewhere, and the state. All spells name
 * their fields in one order, with what is spread at the end: engines then keep one hidden class for all of them, and not
 * one for each, which makes every later look at them several times as fast.
 */
import {normal} from "../../src/lib/normal.js";
import {between, pick, type Stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import {experienceFactor, occupationOf} from "./occupations.js";
import {noParty, type Outside} from "./outside.js";
import type {Life, Spell} from "./people.js";
import {cities, countries} from "./places.js";
import type {Job} from "./staffing.js";

/** The end of a spell that does not end. */
export const never = 10_000;
/** What people work as at employers elsewhere: half of the list belongs to the public sector. */
const titles = [
  "Teacher",
  "Civil servant",
  "Bus driver",
  "Nurse",
  "Mechanic",
  "Clerk",
  "Office assistant",
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
/** What a new job pays at least and at most, against the last. */
const change = {least: 0.9, most: 1.5} as const;
/** Net pensions against the last pay, and benefits against the last pay. */
const pensionShare = 0.72;
const benefitShare = 0.6;
/** What people without any pay of their own get, in cents, at an average level of pay. */
const grantCents = {jobless: 92_000, student: 98_000} as const;

export interface Worker {
  readonly person: Life;
  readonly draw: Stream;
  /** At the start of the data. */
  readonly age: number;
  /** Pay against others of the same occupation, in standard deviations. */
  readonly talent: number;
}

interface Time {
  readonly from: number;
  readonly to: number;
}

/** What a job pays somebody who begins in a month, in cents. */
export function payOf({age}: Worker, {occupation, netCents}: Job, from: number): number {
  const years = Math.floor(Math.max(0, from) / 12);
  return Math.round(netCents * experienceFactor(occupationOf(occupation), age + years));
}

/** Whether pay is what somebody would change for: hardly less than the last, and not out of all proportion. */
export function isFairChange(last: Spell, netCents: number): boolean {
  return fairPay(last, netCents) === netCents;
}

/** Pay after a change of job, in cents, within what changes bring. */
function fairPay({netCents}: Spell, usualCents: number): number {
  return Math.min(change.most * netCents, Math.max(change.least * netCents, usualCents));
}

/** A job at an inside company. */
export function insideSpell(
  worker: Worker,
  job: Job,
  companies: readonly Company[],
  time: Time,
): Spell {
  const {company, occupation} = job;
  const {payday, raiseMonth, raiseBps, city} = companies[company]!;
  return {
    company,
    party: noParty,
    kind: "salary",
    netCents: payOf(worker, job, time.from),
    occupation,
    payday,
    extraMonths: countries[cities[city]!.country].extraPay,
    ...bonusOf(worker.draw, occupationOf(occupation).hasBonus, raiseMonth),
    raiseMonth,
    raiseBps,
    ...time,
  };
}

/** A job at an employer elsewhere: as before, where there was one. */
export function outsideSpell(
  {person: {city}, draw, age, talent}: Worker,
  last: Spell | undefined,
  outside: Outside,
  time: Time,
): Spell {
  const fitting = titles.filter((title) => age >= occupationOf(title).from);
  const occupation = last?.occupation ?? pick(draw, fitting);
  const kind = occupationOf(occupation);
  const years = Math.floor(Math.max(0, time.from) / 12);
  const level = cities[city]!.pay * Math.max(0.6, 1 + kind.spread * talent);
  const move = time.from === 0 ? 1 : 0.98 + 0.12 * draw();
  const usual = kind.payCents * level * experienceFactor(kind, age + years) * move;
  return {
    company: -1,
    party: pick(draw, outside.employers[city]!),
    kind: "salary",
    netCents: Math.round(last ? fairPay(last, usual) : usual),
    occupation,
    payday: pick(draw, [1, 15, 25, 25, 27, 28, 30, 30]),
    extraMonths: countries[cities[city]!.country].extraPay,
    ...bonusOf(draw, kind.hasBonus, pick(draw, bonus.months)),
    raiseMonth: pick(draw, [1, 1, 3, 4, 6, 7, 10]),
    raiseBps: between(draw, 10, 40) * 10,
    ...time,
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

const noBonus = {bonusMonth: 0, bonusShare: 0} as const;

/** The time between two jobs. */
export function benefit(
  spells: readonly Spell[],
  {city}: Life,
  outside: Outside,
  time: Time,
): Spell {
  const {country, pay} = cities[city]!;
  const last = spells.findLast(({kind}) => kind === "salary");
  return {
    company: -1,
    party: outside.benefits[country],
    kind: "benefit",
    netCents: last
      ? Math.round(last.netCents * benefitShare)
      : Math.round(grantCents.jobless * pay),
    occupation: "Between jobs",
    payday: 30,
    extraMonths: [],
    ...noBonus,
    raiseMonth: 1,
    raiseBps: 0,
    ...time,
  };
}

/** The one spell of somebody who does not work: a pension, a grant or a benefit. */
export function unpaidWork({role, city}: Life, draw: Stream, outside: Outside): Spell {
  const {country, pay} = cities[city]!;
  const always = {from: 0, to: never};
  if (role === "retired") {
    const before = occupationOf(pick(draw, titles));
    const level = pensionShare * pay * Math.max(0.6, 1 + before.spread * normal(draw));
    return {
      company: -1,
      party: outside.pension[country],
      kind: "pension",
      netCents: Math.round(before.payCents * experienceFactor(before, 65) * level),
      occupation: "Retired",
      payday: pick(draw, [1, 28, 30]),
      extraMonths: [],
      ...noBonus,
      raiseMonth: 7,
      raiseBps: between(draw, 15, 30) * 10,
      ...always,
    };
  }
  const usual = role === "student" ? grantCents.student : grantCents.jobless;
  return {
    company: -1,
    party: outside.benefits[country],
    kind: "benefit",
    netCents: Math.round(usual * pay * Math.max(0.6, 1 + 0.13 * normal(draw))),
    occupation: role === "student" ? "Student" : "Seeking work",
    payday: 30,
    extraMonths: [],
    ...noBonus,
    raiseMonth: 1,
    raiseBps: between(draw, 15, 30) * 10,
    ...always,
  };
}
