/**
 * What people save for. A goal's name decides how much it asks for: the ranges are the generator's own judgement of
 * what such a thing costs. Who can put little aside wants little: of the kinds, one is chosen that can be reached.
 */
import {type Day, lastDayOf, type Month, monthOf} from "../../src/lib/day.js";
import {chance, pickIndex, type Stream, stream} from "../../src/lib/stream.js";
import type {Account, Holdings} from "./accounts.js";
import type {Person} from "./people.js";
import {inSpan, type Range, within} from "./ranges.js";

export interface Goal {
  readonly person: number;
  readonly name: string;
  readonly targetCents: number;
  /** By when it is to be reached; after its owner joined. */
  readonly dueOn: Day;
}

/** Euros at least and at most, and how much likelier than another it is, of those that fit. */
const kinds = {
  Bicycle: {least: 400, most: 4_000, weight: 2},
  Holiday: {least: 800, most: 6_000, weight: 6},
  Piano: {least: 1_500, most: 9_000, weight: 0.6},
  "New kitchen": {least: 4_000, most: 18_000, weight: 3},
  Wedding: {least: 5_000, most: 25_000, weight: 0.8},
  Car: {least: 4_000, most: 25_000, weight: 3},
  "Home of our own": {least: 15_000, most: 80_000, weight: 12},
} as const;
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];
/** Months of usual spending, how many want one where it can be reached, and the multiple of cents that it is. */
const emergency = {
  name: "Emergency fund",
  leastMonths: 3,
  mostMonths: 6,
  chance: 0.3,
  stepCents: 5_000,
} as const;
/** Usual spending as a share of income. */
const spentShare = 0.85;
/** What a saver puts aside of a month's income, on average. */
const savedShare = 0.12;
/** The share of savers with a goal, and of those the share with two. */
const goalShare = 0.7;
const twoShare = 0.25;
/** A goal is due so many months ahead, from the first to this many after the data. */
const monthsAhead = {least: 4, afterData: 26} as const;
/** A goal asks for a little more than is there already, and for this part of what will be put aside until it is due. */
const openingFactor = 1.03;
const ofSaved: Range = {least: 0.3, spread: 1.1};
/** Targets are whole multiples of a step, in euros: the larger, the rounder. */
const steps = [
  {below: 2_000, step: 50},
  {below: 10_000, step: 250},
  {below: Infinity, step: 1_000},
] as const;

/** The goals of a bank's people, in the order of people; nobody without a savings account has one. */
export function planGoals(
  {seed, start, months}: {seed: number; start: Month; months: number},
  people: readonly Person[],
  holdings: readonly Holdings[],
  accounts: readonly Account[],
): Goal[] {
  return people.flatMap((person) => {
    const {savings} = holdings[person.index]!;
    const draw = stream(seed, `goals/${person.id}`);
    if (savings < 0 || !chance(draw, goalShare)) return [];
    const opening = accounts[savings]!.openingCents;
    const first = Math.max(start, monthOf(person.joinedOn));
    const names = new Set<string>();
    return Array.from({length: chance(draw, twoShare) ? 2 : 1}, () => {
      const ahead = inSpan(draw, [monthsAhead.least, months + monthsAhead.afterData]);
      const saved = person.incomeCents * savedShare * ahead;
      const reach = opening * openingFactor + saved * within(draw, ofSaved);
      const goal = goalNear(draw, reach, person, names);
      names.add(goal.name);
      return {person: person.index, dueOn: lastDayOf(first + ahead), ...goal};
    });
  });
}

/** A goal that has none of the names and asks for about so much. */
function goalNear(
  draw: Stream,
  reachCents: number,
  person: Person,
  taken: ReadonlySet<string>,
): Pick<Goal, "name" | "targetCents"> {
  const spending = person.incomeCents * spentShare;
  const covered = reachCents / spending;
  if (
    !taken.has(emergency.name) &&
    covered <= emergency.mostMonths &&
    chance(draw, emergency.chance)
  ) {
    const months = Math.max(emergency.leastMonths, covered);
    const steps = Math.round((spending * months) / emergency.stepCents);
    return {name: emergency.name, targetCents: steps * emergency.stepCents};
  }
  const euros = reachCents / 100;
  const names = kindNames.filter((name) => !taken.has(name) && mayWant(person, name));
  const fitting = names.filter((name) => kinds[name].least <= euros && euros <= kinds[name].most);
  const nearest = euros < kinds[names[0]!].least ? names[0]! : names.at(-1)!;
  const weights = fitting.map((name) => kinds[name].weight);
  const name = fitting.length > 0 ? fitting[pickIndex(draw, weights)]! : nearest;
  const {least, most} = kinds[name];
  const target = Math.min(most, Math.max(least, euros));
  const {step} = steps.find(({below}) => target < below)!;
  return {name, targetCents: Math.min(most, Math.ceil(target / step) * step) * 100};
}

/** Owners have a home, and tenants no kitchen of their own. */
function mayWant({tenure}: Person, name: keyof typeof kinds): boolean {
  if (name === "Home of our own") return tenure === "tenant";
  return name !== "New kitchen" || tenure !== "tenant";
}
