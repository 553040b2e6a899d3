/**
 * People and companies by the beginning of their names, out of a bank of any size: `src/data/search-names.keyed.sql`
 * keeps the best twenty for each beginning, down to the one that has no more than twenty. A name has as many beginnings
 * as words: `Matti Bäcker` is found as `matti backer` and as `backer matti`.
 */
import {industryName} from "../bank/industries.js";
import {foldedWords} from "../foldedText.js";

/** Whom a profile is of. */
export type Subject = "person" | "company";

/** A customer as the search knows them. */
export interface FoundName {
  readonly user_id: string;
  readonly name: string;
  readonly city: string;
  /** Null for people. */
  readonly industry: string | null;
  /** How many names have this beginning; the rows are the best twenty. */
  readonly match_count: number;
}

/** The rows of a key: `individual backer m`, or an id. */
export type NameRows = (key: string) => Promise<readonly FoundName[]>;

/** What the keys call a subject: the kind of its user. */
const kindOf = {person: "individual", company: "company"} as const;

/** The number of a customer, also as an account's begins: `ind-000017`, `com-00012-chk`. */
const customerNumber = /^(?:ind|com)-\d+/;

/** How many names a beginning keeps. */
export const keptNames = 20;

/**
 * The people, or the companies, whose names hold words that begin with those of the query, best first; of a number, whose it
 * is.
 */
export async function findNames(
  subject: Subject,
  query: string,
  rowsOf: NameRows,
): Promise<FoundName[]> {
  const number = customerNumber.exec(query.trim().toLowerCase())?.[0];
  if (number !== undefined) {
    const owners = await rowsOf(number);
    return owners.filter(({industry}) => (industry === null) === (subject === "person"));
  }
  const words = foldedWords(query);
  if (words.length === 0) return [];
  const found = await namesFrom(`${kindOf[subject]} `, words.join(" "), rowsOf);
  return found.filter(({name}) => {
    const own = foldedWords(name);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  });
}

/** What tells like names apart: `Porto` of a person, `Construction, Porto` of a company. */
export function nameDetail({city, industry}: FoundName): string {
  return industry === null ? city : `${industryName(industry)}, ${city}`;
}

/** The names of the longest beginning that is kept: each is asked for after the one that was too many. */
async function namesFrom(
  prefix: string,
  text: string,
  rowsOf: NameRows,
): Promise<readonly FoundName[]> {
  let found: readonly FoundName[] = [];
  for (let length = 1; length <= text.length; length += 1) {
    if (text[length - 1] === " ") continue;
    found = await rowsOf(prefix + text.slice(0, length));
    if (found.length === 0 || found[0]!.match_count <= keptNames) return found;
  }
  return found;
}
