import {foldedWords} from "../../src/lib/foldedText.js";
import type {Party} from "./bankView.js";

/** A party that the bank does not know yet. */
export interface NewParty {
  readonly name: string;
  readonly kind: string;
  /** ISO 3166. */
  readonly country: string;
}

/** The outside parties of a bank, to which an import may add; one that is there by name and kind is taken. */
export class PartyBook {
  readonly added: NewParty[] = [];
  readonly #known = new Map<string, Party | NewParty>();

  constructor(parties: readonly Party[]) {
    for (const party of parties) {
      const key = keyOf(party);
      if (!this.#known.has(key)) this.#known.set(key, party);
    }
  }

  find(party: NewParty): Party | NewParty {
    const key = keyOf(party);
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, party);
    this.added.push(party);
    return party;
  }
}

const keyOf = ({name, kind}: Pick<Party, "name" | "kind">) =>
  `${kind} ${foldedWords(name).join(" ") || name}`;
