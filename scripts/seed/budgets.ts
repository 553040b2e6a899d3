/**
 * What each person means to spend and to put aside. Of the pay, the home, the contracts and the planned saving come
 * first; what is left is spent by choice, a little more or less after the person's leaning. So spending follows
 * income: a scale says by how much somebody's purchases are dearer than those of a person of ordinary means.
 */
import {lognormalTable, normal} from "../../src/lib/normal.js";
import {chance, stream} from "../../src/lib/stream.js";
import type {Contract} from "./contracts.js";
import type {Incomes} from "./incomes.js";
import {type Person, personas} from "./people.js";
import {type Range, within} from "./ranges.js";
import type {Relation} from "./relations.js";
import {meanTickets} from "./tastes.js";

/** Payments a month beyond the fewest of a whole life, and the fewest. */
const busyness = lognormalTable(5.6, 0.8);
const fewestPayments = 20.6;

/** Payments by the size of the household, against somebody's usual: a base, and so much more for each member. */
const household = {base: 0.75, perHead: 0.06} as const;
/** The most payments of a whole life in a month, and the fewest purchases among them. */
const mostPayments = 44;
const fewestPurchases = 8;
/** Purchases a month by those with another main bank: a few beside it, next to none by those who only save here. */
const besidePurchases: Record<"second" | "savings", Range> = {
  second: {least: 0.2, spread: 1.2},
  savings: {least: 0, spread: 0.25},
};

/**
 * What choices other than purchases by card cost a month at scale 1, in cents, and how many payments they are; and what
 * they cost those who have another main bank.
 */
const otherChoices = {cents: 33_000, payments: 3.4, besideCents: 4_000} as const;

/** What grows with a month's income: a base, one more for so many cents of income, and the most that is added. */
interface Growth {
  readonly base: number;
  readonly centsForOne: number;
  readonly most: number;
}
/** How many payments somebody makes against the usual: the better off buy more often, up to a point. */
const paymentGrowth: Growth = {base: 0.8, centsForOne: 700_000, most: 0.7};
/** The scale of those with another main bank: what they spend here follows income alone. */
const besideScale: Growth = {base: 0.6, centsForOne: 480_000, most: 0.9};
/** The scales of all others: nobody lives on less than the first, or finds more to buy than the second. */
const scales = {least: 0.3, most: 3.5} as const;
/** Income that somebody between jobs goes on living by, as a part of the usual: the rest comes from what they have. */
const keptHabit = 0.82;
/** The part of the planned saving that choices leave room for: a month is skipped at times. */
const keptFree = 0.75;

/** The part of each salary that savers mean to put aside. */
const savingShares: Range = {least: 0.085, spread: 0.09};
/** Leanings of savers and of others (mean and standard deviation), and how much thriftier those are who invest. */
const leanings = {saver: {mean: 0.042, deviation: 0.075}, other: {mean: -0.02, deviation: 0.03}};
const investorThrift = 0.05;
/** The share of people whose spending by choice stops where the overdraft begins. */
const carefulShare = 0.8;
/** Withdrawals a month of somebody in middle age, and how many more or fewer the old and the young make. */
const withdrawalRange: Range = {least: 0.4, spread: 1.9};
const cashByAge = {old: {bornBefore: 1962, factor: 1.5}, young: {bornAfter: 1990, factor: 0.6}};
/** Withdrawals here against those, by people with another main bank. */
const besideWithdrawals = 0.15;

/** How a person spends. */
export interface Budget {
  /** Purchases by card or wallet in an ordinary month. */
  readonly purchases: number;
  /** The part of each salary that goes to savings, of those who save; 0 for others. */
  readonly savingShare: number;
  /** The part of income spent beyond what the plan allows; negative for the thrifty. */
  readonly leaning: number;
  /** Whether spending by choice stops where the overdraft begins. */
  readonly isCareful: boolean;
  /** Withdrawals of cash a month, and the usual one in cents. */
  readonly withdrawals: number;
}

interface Lives {
  readonly people: readonly Person[];
  readonly incomes: Incomes;
  readonly relations: readonly Relation[];
  readonly contracts: readonly (readonly Contract[])[];
}

/** The budgets of a bank's people. */
export class Budgets {
  readonly of: readonly Budget[];
  readonly #lives: Lives;
  readonly #fixed: Float64Array;
  readonly #scales: Float64Array;
  #month = -1;

  constructor(seed: number, lives: Lives) {
    const {people, relations, contracts} = lives;
    this.#lives = lives;
    this.of = people.map((person) =>
      budgetOf(seed, person, relations[person.index]!, contracts[person.index]!),
    );
    this.#fixed = Float64Array.from(
      people,
      ({index, homeCents}) =>
        (relations[index]!.paysHomeHere ? homeCents : 0) +
        contracts[index]!.reduce((sum, {cents, every}) => sum + cents / every, 0),
    );
    this.#scales = new Float64Array(people.length);
  }

  /** What the home and the contracts cost a month, in cents, on average. */
  fixedCents(person: number): number {
    return this.#fixed[person]!;
  }

  /** By how much somebody's purchases are dearer in a month (since the start) than those of ordinary means. */
  scale(person: number, month: number): number {
    if (month !== this.#month) {
      this.#month = month;
      this.#scales.fill(0);
    }
    const known = this.#scales[person]!;
    if (known > 0) return known;
    const scale = this.#scaleIn(this.#lives.people[person]!, month);
    this.#scales[person] = scale;
    return scale;
  }

  /** What is spent by choice in a month, in cents, at its scale. */
  choiceCents(person: number, month: number): number {
    return this.scale(person, month) * this.#choicesAtOne(this.#lives.people[person]!);
  }

  #choicesAtOne({index, persona}: Person): number {
    const isMain = this.#lives.relations[index]!.kind === "main";
    const others = isMain ? otherChoices.cents : otherChoices.besideCents;
    return this.of[index]!.purchases * meanTickets[persona] + others;
  }

  #scaleIn(person: Person, month: number): number {
    const {index, incomeCents} = person;
    const {incomes, relations} = this.#lives;
    if (relations[index]!.kind !== "main") return grown(besideScale, incomeCents);
    const spell = incomes.spell(index, month);
    // Of a thirteenth salary or a bonus, a half spreads over the year.
    const pay = (incomes.usualCents(index, month) + incomes.cents(index, month)) / 2;
    // In a bad month people live on as before for the most part, and draw on what they have.
    const base = spell?.kind === "salary" ? pay : Math.max(pay, keptHabit * incomeCents);
    const {savingShare, leaning} = this.of[index]!;
    const left = base * (1 - keptFree * savingShare + leaning) - this.#fixed[index]!;
    return Math.min(scales.most, Math.max(scales.least, left / this.#choicesAtOne(person)));
  }
}

function budgetOf(
  seed: number,
  {id, persona, householdSize, birthYear, incomeCents, tenure, homeCents, saves, invests}: Person,
  {kind}: Relation,
  contracts: readonly Contract[],
): Budget {
  const draw = stream(seed, `budget/${id}`);
  const busy = busyness[Math.floor(draw() * busyness.length)]!;
  const savingShare = saves ? within(draw, savingShares) : 0;
  const {mean, deviation} = leanings[saves ? "saver" : "other"];
  const leaning = mean + deviation * normal(draw) - (invests ? investorThrift : 0);
  const isCareful = chance(draw, carefulShare);
  const besideFactor = kind === "main" ? 1 : besideWithdrawals;
  const withdrawals = within(draw, withdrawalRange) * cashFactor(birthYear) * besideFactor;
  const size = household.base + household.perHead * householdSize;
  const means = grown(paymentGrowth, incomeCents);
  const payments = fewestPayments + busy * personas[persona].cards * size * means;
  const contracted = contracts.reduce((sum, {every}) => sum + 1 / every, 0);
  const home = tenure === "owner" || homeCents === 0 ? 0 : 1;
  const purchases =
    kind === "main"
      ? Math.max(
          fewestPurchases,
          Math.min(mostPayments, payments) - contracted - home - otherChoices.payments,
        )
      : within(draw, besidePurchases[kind]);
  return {purchases, savingShare, leaning, isCareful, withdrawals};
}

function grown({base, centsForOne, most}: Growth, incomeCents: number): number {
  return base + Math.min(most, incomeCents / centsForOne);
}

/** How much more or less than others somebody pays in cash, by the year of birth. */
function cashFactor(birthYear: number): number {
  const {old, young} = cashByAge;
  if (birthYear < old.bornBefore) return old.factor;
  return birthYear > young.bornAfter ? young.factor : 1;
}
