/** How each person uses the bank: for a whole life, beside another bank, or for savings alone. */
import {chance, stream} from "../../src/lib/stream.js";
import type {Person, Spell} from "./people.js";
import {inSpan, type Span} from "./ranges.js";

export interface Relation {
  /** A whole life is paid from here; a part of one, beside another bank; or next to nothing. */
  readonly kind: "main" | "second" | "savings";
  /** Whether pay from outside arrives here; a company of this bank always pays to an account here. */
  readonly isPaidHere: boolean;
  readonly paysHomeHere: boolean;
  /** Day of the month on which money from the own account elsewhere is due, where pay does not arrive here. */
  readonly orderDay: number;
}

/** Days of the month on which orders are due: early enough that what they bring is there before its end. */
const orderDays: Span = [1, 24];
/** Of savers with another main bank who work at no company of this one, the share that only save here. */
const onlySavesShare = 0.6;
/** Of those who bank here beside another bank: whose pay from outside arrives here, and who pay the home from here. */
const paidHereShare = 0.4;
const homeHereShare = 0.4;

/** The relation of each person to the bank, by the person's number. */
export function planRelations(
  seed: number,
  people: readonly Person[],
  careers: readonly (readonly Spell[])[],
): Relation[] {
  return people.map(({index, id, isMainBank, saves}) => {
    const draw = stream(seed, `relation/${id}`);
    const orderDay = inSpan(draw, orderDays);
    if (isMainBank) return {kind: "main", isPaidHere: true, paysHomeHere: true, orderDay};
    const worksInside = careers[index]!.some(({company}) => company >= 0);
    const keepsSavings = chance(draw, onlySavesShare);
    if (saves && keepsSavings && !worksInside)
      return {kind: "savings", isPaidHere: false, paysHomeHere: false, orderDay};
    const isPaidHere = chance(draw, paidHereShare);
    const paysHomeHere = chance(draw, homeHereShare);
    return {
      kind: "second",
      isPaidHere,
      paysHomeHere: paysHomeHere && (isPaidHere || worksInside),
      orderDay,
    };
  });
}

/** Whether the pay of a spell arrives here. */
export function arrivesHere({isPaidHere}: Relation, {company}: Spell): boolean {
  return isPaidHere || company >= 0;
}
