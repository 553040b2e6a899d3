import type {Month} from "../../src/lib/day.js";
import {payIn, spellIn, usualPayIn} from "./pay.js";
import type {Spell} from "./people.js";

/**
 * What everybody earns in a month, found once for all themes that ask. Months count from the start of the data, and
 * are asked for one after the other.
 */
export class Incomes {
  readonly #careers: readonly (readonly Spell[])[];
  readonly #start: Month;
  readonly #spells: (Spell | undefined)[];
  readonly #cents: Float64Array;
  readonly #usual: Float64Array;
  #month = -1;

  constructor(careers: readonly (readonly Spell[])[], start: Month) {
    this.#careers = careers;
    this.#start = start;
    this.#spells = careers.map(() => undefined);
    this.#cents = new Float64Array(careers.length);
    this.#usual = new Float64Array(careers.length);
  }

  /** The spell of a person (by number) that holds in a month, if there is one. */
  spell(person: number, month: number): Spell | undefined {
    if (month !== this.#month) this.#turnTo(month);
    return this.#spells[person];
  }

  /** What is paid in a month, in cents; 0 without a spell. */
  cents(person: number, month: number): number {
    if (month !== this.#month) this.#turnTo(month);
    return this.#cents[person]!;
  }

  /** A year's pay over its months, in cents; 0 without a spell. */
  usualCents(person: number, month: number): number {
    if (month !== this.#month) this.#turnTo(month);
    return this.#usual[person]!;
  }

  #turnTo(month: number): void {
    this.#month = month;
    this.#careers.forEach((career, person) => {
      const spell = spellIn(career, month);
      this.#spells[person] = spell;
      this.#cents[person] = spell ? payIn(spell, month, this.#start) : 0;
      this.#usual[person] = spell ? usualPayIn(spell, month, this.#start) : 0;
    });
  }
}
