/** What the state pays: pensions, grants, and benefits between two jobs; the fields in the order of spells.ts. */
import {normal} from "../../src/lib/normal.js";
import {pick, type Stream} from "../../src/lib/stream.js";
import {experienceFactor, leastLevel, occupationOf, titlesElsewhere} from "./occupations.js";
import type {Outside} from "./outside.js";
import type {Life, Spell} from "./people.js";
import {cities} from "./places.js";
import {inSpan, type Span} from "./ranges.js";
import {never, type Time} from "./spells.js";

/** Net pensions against the last pay, and benefits against the last pay. */
const pensionShare = 0.72;
const benefitShare = 0.6;
/** What people without any pay of their own get, in cents, at an average level of pay. */
const grantCents = {jobless: 92_000, student: 98_000} as const;
/** How far grants lie apart, in parts of the usual one (a standard deviation). */
const grantSpread = 0.13;
/** The age whose pay a pension is reckoned from. */
const retirementAge = 65;
/** Days on which the state pays, the month in which pensions rise, and by how many tens of basis points. */
const pensionDays = [1, 28, 30];
const benefitDay = 30;
const pensionRaiseMonth = 7;
const raises: Span = [15, 30];
/** Nobody has one without an employer. */
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
    payday: benefitDay,
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
    const before = occupationOf(pick(draw, titlesElsewhere));
    const level = pensionShare * pay * Math.max(leastLevel, 1 + before.spread * normal(draw));
    return {
      company: -1,
      party: outside.pension[country],
      kind: "pension",
      netCents: Math.round(before.payCents * experienceFactor(before, retirementAge) * level),
      occupation: "Retired",
      payday: pick(draw, pensionDays),
      extraMonths: [],
      ...noBonus,
      raiseMonth: pensionRaiseMonth,
      raiseBps: inSpan(draw, raises) * 10,
      ...always,
    };
  }
  const usual = role === "student" ? grantCents.student : grantCents.jobless;
  return {
    company: -1,
    party: outside.benefits[country],
    kind: "benefit",
    netCents: Math.round(usual * pay * Math.max(leastLevel, 1 + grantSpread * normal(draw))),
    occupation: role === "student" ? "Student" : "Seeking work",
    payday: benefitDay,
    extraMonths: [],
    ...noBonus,
    raiseMonth: 1,
    raiseBps: inSpan(draw, raises) * 10,
    ...always,
  };
}
