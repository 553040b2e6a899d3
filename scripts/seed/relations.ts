/** How each person uses the bank: for a whole life, beside another bank, or for savings alone. */
import {chance, stream} from "../../src/lib/stream.js";
import type {Person, Spell} from "./people.js";

export interface Relation {
  /** A whole life is paid from here; a part of one, beside another bank; or next to nothing. */
  readonly kind: "main" | "second" | "savings";
  /** Whether pay from outside arrives here; a company of this bank always pays to an account here. */
  readonly isPaidHere: boolean;
  readonly paysHomeHere: boolean;
}

/** The relation of each person to the bank, by the person's number. */
export function planRelations(
  seed: number,
  people: readonly Person[],
  careers: readonly (readonly Spell[])[],
): Relation[] {
  return people.map(({index, id, isMainBank, saves}) => {
    const draw = stream(seed, `relation/${id}`);
    if (isMainBank) return {kind: "main", isPaidHere: true, paysHomeHere: true};
    const worksInside = careers[index]!.some(({company}) => company >= 0);
    const keepsSavings = chance(draw, 0.45);
    if (saves && keepsSavings && !worksInside)
      return {kind: "savings", isPaidHere: false, paysHomeHere: false};
    const isPaidHere = chance(draw, 0.4);
    const paysHomeHere = chance(draw, 0.4);
    return {kind: "second", isPaidHere, paysHomeHere: paysHomeHere && (isPaidHere || worksInside)};
  });
}

/** Whether the pay of a spell arrives here. */
export function arrivesHere({isPaidHere}: Relation, {company}: Spell): boolean {
  return isPaidHere || company >= 0;
}
