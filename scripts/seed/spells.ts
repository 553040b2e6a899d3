/**
 * What each stretch of work pays, at inside companies and at employers elsewhere (what the state pays is in
 * stateSpells.ts). All spells name their fields in one order, with what is spread at the end: engines then keep one
 * hidden class for all of them, and not one for each, which makes every later look at them several times as fast.
 */
import {pick, type Stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import {experienceFactor, leastLevel, occupationOf, titlesElsewhere} from "./occupations.js";
import {noParty, type Outside} from "./outside.js";
import type {Life, Spell} from "./people.js";
import {cities, countries} from "./places.js";
import {inSpan, type Range, type Span, within} from "./ranges.js";
import type {Job} from "./staffing.js";

/** A month after all others: the end of a spell that does not end. */
export const never = 10_000;
/** Bonuses: how many of those whose occupation knows them get one, when, and of how many months of pay. */
const bonus = {share: 0.4, months: [2, 3, 3, 4, 12], least: 0.4, most: 2} as const;
/** What a new job pays at least and at most, against the last. */
const change = {least: 0.9, most: 1.5} as const;
/** What a new job elsewhere pays against the usual: mostly more, for why else change. */
const moveRise: Range = {least: 0.98, spread: 0.12};
/** Days on which employers elsewhere pay, the months in which they raise pay, and by how many tens of basis points. */
const paydays = [1, 15, 25, 25, 27, 28, 30, 30];
const raiseMonths = [1, 1, 3, 4, 6, 7, 10];
const raises: Span = [10, 40];

export interface Worker {
  readonly person: Life;
  readonly draw: Stream;
  /** At the start of the data. */
  readonly age: number;
  /** Pay against others of the same occupation, in standard deviations. */
  readonly talent: number;
}

/** The first month, and the one after the last. */
export interface Time {
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
  const fitting = titlesElsewhere.filter((title) => age >= occupationOf(title).from);
  const occupation = last?.occupation ?? pick(draw, fitting);
  const kind = occupationOf(occupation);
  const years = Math.floor(Math.max(0, time.from) / 12);
  const level = cities[city]!.pay * Math.max(leastLevel, 1 + kind.spread * talent);
  const move = time.from === 0 ? 1 : within(draw, moveRise);
  const usual = kind.payCents * level * experienceFactor(kind, age + years) * move;
  return {
    company: -1,
    party: pick(draw, outside.employers[city]!),
    kind: "salary",
    netCents: Math.round(last ? fairPay(last, usual) : usual),
    occupation,
    payday: pick(draw, paydays),
    extraMonths: countries[cities[city]!.country].extraPay,
    ...bonusOf(draw, kind.hasBonus, pick(draw, bonus.months)),
    raiseMonth: pick(draw, raiseMonths),
    raiseBps: inSpan(draw, raises) * 10,
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
