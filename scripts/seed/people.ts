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

/** Weights of households of one person, two, and so on; children have left the old, and few large families live on benefits. */
const householdWeights: Readonly<Record<Role, readonly number[]>> = {
  worker: [33, 31, 17, 13, 6],
  jobless: [50, 34, 10, 5, 1],
  student: [50, 50],
  retired: [43, 50, 5, 1.5, 0.5],
};
const roleNames: readonly Role[] = ["worker", "jobless", "student", "retired"];
const tenures: readonly Tenure[] = ["owner", "mortgage", "tenant"];

/** The people of a bank, the first `count` of an endless row. */
export function planLives(seed: number, count: number, months: number, start: Month): Life[] {
  return Array.from({length: count}, (_, index) => planLife(seed, index, months, start));
}

function planLife(seed: number, index: number, months: number, start: Month): Life {
  const id = `ind-${String(index + 1).padStart(6, "0")}`;
  const draw = stream(seed, `person/${id}`);
  const role = roleNames[pickIndex(draw, [68, 5, 6, 21])]!;
  const age =
    role === "retired"
      ? between(draw, 64, 88)
      : role === "student"
        ? between(draw, 18, 27)
        : between(draw, 22, 64);
  const city = pickIndex(draw, cityWeights);
  const joinsLate = chance(draw, 0.06) && months > 3;
  const late = between(draw, 1, Math.max(1, months - 2));
  const joinedOn = joinsLate
    ? firstDayOf(start + late) + between(draw, 0, 27)
    : firstDayOf(start) - between(draw, 40, 7000);
  const invests = role !== "jobless" && chance(draw, role === "student" ? 0.1 : 0.22);
  const leaves = !invests && !joinsLate && months > 3 && chance(draw, 0.03);
  const leavesIn = start + between(draw, 2, Math.max(2, months - 1));
  const leavesOn = leaves
    ? businessDayUntil(Math.min(firstDayOf(leavesIn) + between(draw, 8, 27), lastDayOf(leavesIn)))
    : undefined;
  const tenure = tenures[pickIndex(draw, tenureWeights(role, age))]!;
  return {
    index,
    id,
    city,
    birthYear: Math.floor(start / 12) - age,
    role,
    householdSize: 1 + pickIndex(draw, householdWeights[role]),
    tenure,
    persona: personaNames[pickIndex(draw, personaWeights)]!,
    isMainBank: chance(draw, 0.385),
    joinedOn,
    leavesOn,
    saves: role === "worker" || chance(draw, 0.55),
    invests,
    staysThroughout: !joinsLate && !leaves,
    wantsInsideJob: chance(draw, 0.72),
  };
}

/** Weights of owner, mortgage and tenant by stage of life; over all customers near Eurostat's shares. */
function tenureWeights(role: Role, age: number): readonly number[] {
  if (role === "student") return [0, 0, 1];
  if (role === "retired") return [80, 6, 14];
  if (role === "jobless") return [34, 14, 52];
  if (age < 33) return [22, 31, 47];
  if (age < 50) return [36, 44, 20];
  return [53, 29, 18];
}

/** Usual net pay of a spell in a month, in cents, with the yearly raises since it began: a year's pay over its months. */
export function usualPayIn(spell: Spell, month: number, start: Month): number {
  let pay = spell.netCents;
  const second = Math.max(0, spell.from) + 1;
  const wait = (spell.raiseMonth - 1 + 12 - ((start + second) % 12)) % 12;
  for (let raised = second + wait; raised <= month; raised += 12) {
    pay += Math.round((pay * spell.raiseBps) / 10_000);
  }
  return pay;
}

/**
 * What a spell pays in a month, in cents: where a year has thirteen or fourteen salaries, one of so many parts, and an
 * extra one in its months, in proportion to the time served since the last; a bonus comes on top, but not in the first
 * month of a job.
 */
export function payIn(spell: Spell, month: number, start: Month): number {
  const usual = usualPayIn(spell, month, start);
  const {extraMonths, bonusMonth, bonusShare, from} = spell;
  const calendarMonth = ((start + month) % 12) + 1;
  const salaries = 12 + extraMonths.length;
  const salary = salaries === 12 ? usual : Math.round((usual * 12) / salaries);
  const served = from <= 0 ? 1 : Math.min(1, ((month - from + 1) * extraMonths.length) / 12);
  const extra = extraMonths.includes(calendarMonth) ? Math.round(salary * served) : 0;
  const isBonus = calendarMonth === bonusMonth && (from <= 0 || month > from);
  return salary + extra + (isBonus ? Math.round((usual * bonusShare) / 10_000) * 10_000 : 0);
}

/** The spell that holds in a month, if there is one. */
export function spellIn(spells: readonly Spell[], month: number): Spell | undefined {
  return spells.find(({from, to}) => from <= month && month < to);
}
