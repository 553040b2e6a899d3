/** Who a person is, in a line. */

import {monthText, type Time} from "../../lib/format.js";
import type {ListedPerson} from "../../lib/people/relation.js";
import {inWords} from "../../lib/words.js";

/** A row of `person`. */
export interface Person extends ListedPerson {
  /** In whole years. */
  readonly age: number;
  readonly occupation: string;
  /** Null without one, and where it does not bank here. */
  readonly employer: string | null;
  readonly household_size: number;
  readonly tenure: "owner" | "mortgage" | "tenant";
  readonly joined_on: Time;
  readonly is_open: boolean;
}

const homes = {
  owner: "owns the home",
  mortgage: "is paying off a mortgage",
  tenant: "rents",
} as const;

/** `61, nurse at Rice Ltd, Munich, household of two, rents, customer since May 2022`. */
export function whoText(person: Person | undefined): string {
  if (!person) return "Nobody with an account here has this number. Choose somebody above.";
  const {age, occupation, employer, city, household_size, tenure, joined_on} = person;
  const work = `${occupation.toLowerCase()}${employer ? ` at ${employer}` : ""}`;
  const household =
    household_size === 1 ? "lives alone" : `household of ${inWords(household_size)}`;
  return [
    String(age),
    work,
    city,
    household,
    homes[tenure],
    `customer since ${monthText(joined_on)}`,
  ].join(", ");
}
