/**
 * What each person means to spend and to put aside. Of the pay, the home, the contracts and the planned saving come
 * first; what is left is spent by choice, a little more or less after the person's leaning. So spending follows
 * income: a scale says by how much somebody's purchases are dearer than those of a person of ordinary means.
 */
import {lognormalTable, normal} from "../../src/lib/normal.js";
import {stream} from "../../src/lib/stream.js";
import type {Contract} from "./contracts.js";
import type {Incomes} from "./incomes.js";
import {type Person, personas} from "./people.js";
import type {Relation} from "./relations.js";
import {meanTickets} from "./tastes.js";

/** Payments a month beyond the fewest of a whole life, and the fewest. */
const busyness = lognormalTable(5.6, 0.8);
const fewestPayments = 20.6;

/** What choices other than purchases by card cost a month at scale 1, in cents, and how many payments they are. */
const otherChoices = {cents: 33_000, payments: 3.4};

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
    const others = this.#lives.relations[index]!.kind === "main" ? otherChoices.cents : 4_000;
    return this.of[index]!.purchases * meanTickets[persona] + others;
  }

  #scaleIn(person: Person, month: number): number {
    const {index, incomeCents} = person;
    const {incomes, relations} = this.#lives;
    if (relations[index]!.kind !== "main") return 0.6 + Math.min(0.9, incomeCents / 480_000);
    const spell = incomes.spell(index, month);
    // Of a thirteenth salary or a bonus, a half spreads over the year.
    const pay = (incomes.usualCents(index, month) + incomes.cents(index, month)) / 2;
    // In a bad month people live on as before for the most part, and draw on what they have.
    const base = spell?.kind === "salary" ? pay : Math.max(pay, 0.82 * incomeCents);
    const {savingShare, leaning} = this.of[index]!;
    const left = base * (1 - 0.75 * savingShare + leaning) - this.#fixed[index]!;
    return Math.min(3.5, Math.max(0.3, left / this.#choicesAtOne(person)));
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
  const savingShare = saves ? 0.085 + 0.09 * draw() : 0;
  const leaning =
    (saves ? 0.042 + 0.075 * normal(draw) : 0.03 * normal(draw) - 0.02) - (invests ? 0.05 : 0);
  const isCareful = draw() < 0.8;
  const age = birthYear < 1962 ? 1.5 : birthYear > 1990 ? 0.6 : 1;
  const withdrawals = (0.4 + 1.9 * draw()) * age * (kind === "main" ? 1 : 0.15);
  const means = 0.8 + Math.min(0.7, incomeCents / 700_000);
  const payments =
    fewestPayments + busy * personas[persona].cards * (0.75 + 0.06 * householdSize) * means;
  const contracted = contracts.reduce((sum, {every}) => sum + 1 / every, 0);
  const home = tenure === "owner" || homeCents === 0 ? 0 : 1;
  const purchases =
    kind === "main"
      ? Math.max(8, Math.min(44, payments) - contracted - home - otherChoices.payments)
      : kind === "second"
        ? 0.2 + 1.2 * draw()
        : 0.25 * draw();
  return {purchases, savingShare, leaning, isCareful, withdrawals};
}
