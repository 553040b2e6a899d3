/**
 * The people: who they are and how they bank, each drawn from the person's own stream. What they work and earn is
 * settled in careers.ts, what their homes cost in homes.ts.
 */

import {businessDayUntil} from "../../src/lib/bank/businessDays.js";
import type {PartyCode} from "../../src/lib/bank/codes.js";
import type {Day, Month} from "../../src/lib/day.js";
import {firstDayOf, lastDayOf} from "../../src/lib/day.js";
import {between, chance, pickIndex, stream} from "../../src/lib/stream.js";
import {cityWeights} from "./places.js";
import {inSpan, type Span} from "./ranges.js";

export type Role = "worker" | "jobless" | "student" | "retired";
export type Tenure = "owner" | "mortgage" | "tenant";

/** Spending types: how much of each card category, against the average, and of travel. */
export const personas = {
  homebody: {weight: 22, cards: 0.9, travel: 0.5, taste: {furnishings: 1.6, restaurants: 0.6}},
  foodie: {weight: 17, cards: 1.15, travel: 0.9, taste: {restaurants: 2.1, alcohol_tobacco: 1.6}},
  traveller: {weight: 14, cards: 0.95, travel: 2.2, taste: {transport: 1.3, recreation: 1.2}},
  family: {
    weight: 20,
    cards: 1.1,
    travel: 0.9,
    taste: {groceries: 1.35, clothing: 1.2, education: 2},
  },
  trendsetter: {weight: 12, cards: 1.15, travel: 1.1, taste: {clothing: 2.3, personal_care: 1.8}},
  outdoors: {
    weight: 15,
    cards: 0.95,
    travel: 1.2,
    taste: {recreation: 2.2, health: 1.4, transport: 1.1},
  },
} as const;

export type Persona = keyof typeof personas;
export const personaNames = Object.keys(personas) as readonly Persona[];
const personaWeights = personaNames.map((name) => personas[name].weight);

/** A stretch of one job, or of none. Months count from the start of the data. */
export interface Spell {
  readonly from: number;
  readonly to: number;
  /** The inside company, or −1. */
  readonly company: number;
  /** The outside party that pays otherwise. */
  readonly party: PartyCode;
  readonly kind: "salary" | "pension" | "benefit";
  /** Net pay a month at its beginning, over the year: a thirteenth salary is in it, a bonus is not. */
  readonly netCents: number;
  readonly occupation: string;
  readonly payday: number;
  /** Calendar months with a salary more, from the employer's country. */
  readonly extraMonths: readonly number[];
  /** Calendar month of a bonus, 0 for none, and its size in months of pay. */
  readonly bonusMonth: number;
  readonly bonusShare: number;
  readonly raiseMonth: number;
  readonly raiseBps: number;
}

/** A person before it is known what they work and earn. */
export interface Life {
  readonly index: number;
  readonly id: string;
  readonly city: number;
  readonly birthYear: number;
  readonly role: Role;
  readonly householdSize: number;
  readonly tenure: Tenure;
  readonly persona: Persona;
  /** Whether a whole life is paid from here; what the others do here, relations.ts says. */
  readonly isMainBank: boolean;
  readonly joinedOn: Day;
  readonly leavesOn: Day | undefined;
  readonly saves: boolean;
  readonly invests: boolean;
  /** A customer in every month; only those work at inside companies, so that each payroll reaches all staff. */
  readonly staysThroughout: boolean;
  readonly wantsInsideJob: boolean;
}

export interface Person extends Life {
  /** Usual net income a month, in cents: it sets what home and tastes cost. */
  readonly incomeCents: number;
  /** Rent or mortgage instalment a month, in cents, at the start; 0 for an owner without a mortgage. */
  readonly homeCents: number;
}

/** Weights of households of one, two and so on: children have left the old, few large families live on benefits. */
const householdWeights: Readonly<Record<Role, readonly number[]>> = {
  worker: [33, 31, 17, 13, 6],
  jobless: [50, 34, 10, 5, 1],
  student: [50, 50],
  retired: [43, 50, 5, 1.5, 0.5],
};
const roleNames: readonly Role[] = ["worker", "jobless", "student", "retired"];
/** How many of a hundred customers stand where, in the order of the names. */
const roleWeights = [68, 5, 6, 21];
/** Youngest and oldest in years, when the data begin. */
const ages = {
  worker: [22, 64],
  jobless: [22, 64],
  student: [18, 27],
  retired: [64, 88],
} as const satisfies Record<Role, readonly [number, number]>;
/** Shares of people: those who join or leave during the data, and those who live wholly from their accounts here. */
const shares = {joinsLate: 0.06, leaves: 0.03, isMainBank: 0.385} as const;
/** How long those who were there before have been customers, in days: up to nineteen years. */
const customerDays = [40, 7_000] as const;
/** The share of investors among students and among the others; the jobless do not invest. */
const investorShare = {student: 0.1, other: 0.22} as const;
/** The share of savers among those who do not work; all who work put something aside. */
const saverShare = 0.55;
/** The share of workers who would take a job with an employer that banks here. */
const wantsInsideShare = 0.72;
/** The fewest months of data in which somebody can join late or leave and still have a story. */
const monthsOfAMove = 4;
/** Days of the month on which people join, and on which they leave, counted from its first, which is 0. */
const joinDays: Span = [0, 27];
const leaveDays: Span = [8, 27];
const tenures: readonly Tenure[] = ["owner", "mortgage", "tenant"];
/** Weights of owner, mortgage and tenant by stage of life; over all customers near Eurostat's shares. */
const tenureWeights = {
  student: [0, 0, 1],
  retired: [80, 6, 14],
  jobless: [34, 14, 52],
} as const satisfies Partial<Record<Role, unknown>>;
/** Those of workers, by age: homes are bought around the middle of life and paid off late. */
const workerTenures = [
  {below: 33, weights: [22, 31, 47]},
  {below: 50, weights: [36, 44, 20]},
  {below: Infinity, weights: [53, 29, 18]},
] as const;

/** The people of a bank, the first `count` of an endless row. */
export function planLives(seed: number, count: number, months: number, start: Month): Life[] {
  return Array.from({length: count}, (_, index) => planLife(seed, index, months, start));
}

function planLife(seed: number, index: number, months: number, start: Month): Life {
  const id = `ind-${String(index + 1).padStart(6, "0")}`;
  const draw = stream(seed, `person/${id}`);
  const role = roleNames[pickIndex(draw, roleWeights)]!;
  const age = inSpan(draw, ages[role]);
  const city = pickIndex(draw, cityWeights);
  const joinsLate = chance(draw, shares.joinsLate) && months >= monthsOfAMove;
  const late = between(draw, 1, Math.max(1, months - 2));
  const joinedOn = joinsLate
    ? firstDayOf(start + late) + inSpan(draw, joinDays)
    : firstDayOf(start) - inSpan(draw, customerDays);
  const invests =
    role !== "jobless" && chance(draw, investorShare[role === "student" ? role : "other"]);
  const leaves = !invests && !joinsLate && months >= monthsOfAMove && chance(draw, shares.leaves);
  const leavesIn = start + between(draw, 2, Math.max(2, months - 1));
  const leavesOn = leaves
    ? businessDayUntil(
        Math.min(firstDayOf(leavesIn) + inSpan(draw, leaveDays), lastDayOf(leavesIn)),
      )
    : undefined;
  const tenure = tenures[pickIndex(draw, tenureWeightsOf(role, age))]!;
  return {
    index,
    id,
    city,
    birthYear: Math.floor(start / 12) - age,
    role,
    householdSize: 1 + pickIndex(draw, householdWeights[role]),
    tenure,
    persona: personaNames[pickIndex(draw, personaWeights)]!,
    isMainBank: chance(draw, shares.isMainBank),
    joinedOn,
    leavesOn,
    saves: role === "worker" || chance(draw, saverShare),
    invests,
    staysThroughout: !joinsLate && !leaves,
    wantsInsideJob: chance(draw, wantsInsideShare),
  };
}

function tenureWeightsOf(role: Role, age: number): readonly number[] {
  if (role !== "worker") return tenureWeights[role];
  return workerTenures.find(({below}) => age < below)!.weights;
}
