/** What the first screen says: what this is, how much of it there is, and whether it can be relied on. */
import type {Freshness} from "../components/freshness.js";
import {count} from "../lib/format.js";
import {allOf, companiesText, peopleText, someOf} from "../lib/words.js";

/** The dataset `src/data/freshness.json`, with the number of rows of each table. */
export interface Provenance extends Freshness {
  readonly tables: Readonly<Record<string, number>>;
}

/** How many people, companies and payments there are, and what can be done with each number. */
export function introText({tables, transaction_count, is_simulated}: Provenance): string {
  const {individuals = 0, companies = 0} = tables;
  return (
    `${peopleText(individuals)}, ${companiesText(companies)} and ${count(transaction_count)} transactions` +
    `${is_simulated ? ", all of them invented by a program" : ""}. ` +
    "Every number on these pages can be followed to the rows it comes from and the " +
    "SQL that made it."
  );
}

/** `All 14 checks of the books passed.`, or how many of them did not. */
export function checksText(rules: readonly {readonly broken_count: number}[]): string {
  const failed = rules.filter(({broken_count}) => broken_count > 0).length;
  const all = rules.length;
  if (all === 0) return "No check of the books has been run yet.";
  if (failed === 0) return `${allOf(all, "check")} of the books passed.`;
  const some = failed === all ? allOf(all, "check") : someOf(failed, all, "check");
  return `${some} of the books failed.`;
}
