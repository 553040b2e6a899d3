/** Names and periods as the sentences on sectors write them. */

import {industryName} from "../bank/industries.js";
import {asDate, monthText, type Time} from "../format.js";
import {lowerFirst} from "../words.js";

/** An industry's name inside a sentence: `hospitality`, but `IT services`. */
export function industryInText(industry: string): string {
  const name = industryName(industry);
  return /^\p{Lu}{2}/u.test(name) ? name : lowerFirst(name);
}

/** `from May 2025 to October 2026`, `in May 2025`; `no complete month yet` where there are none. */
export function spanText(rows: readonly {month: Time}[]): string {
  if (rows.length === 0) return "no complete month yet";
  const times = rows.map(({month}) => timeOf(month));
  const [first, last] = [monthText(Math.min(...times)), monthText(Math.max(...times))];
  return first === last ? `in ${first}` : `from ${first} to ${last}`;
}

/** A time as a number, to sort and group by. */
export function timeOf(time: Time): number {
  return asDate(time)?.getTime() ?? Number.NaN;
}
