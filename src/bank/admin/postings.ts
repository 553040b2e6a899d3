/** What was posted on a day, and what of it was asked for. */
import {type KeyedFile, keyedRows} from "../../components/keyed.js";
import {foldedText} from "../../lib/foldedText.js";
import {count, dayText} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import {categoryName, channelName} from "./links.js";
import type {DayPosting} from "./rows.js";

/** What somebody looks for. */
export interface Asked {
  /** `2026-10-31` */
  readonly day: string;
  /** Words that the owner, the account, the other party, the category or the channel holds. */
  readonly text: string;
  /** The least amount, whichever way it went, in euros. */
  readonly least: number;
}

export interface DayPostings {
  readonly rows: readonly DayPosting[];
  /** Whether these are all of the day. */
  readonly isWhole: boolean;
}

/** How many pages of a day are searched at most: 3,600 postings, some 150 kB. */
const mostPages = 12;

/** The newest page of a day; all its pages, up to a limit, where something is looked for in them. */
export async function dayPostings(
  file: KeyedFile,
  {day, text, least}: Asked,
): Promise<DayPostings> {
  const page = (number: number) => keyedRows<DayPosting>(file, `${day} ${number}`);
  const first = await page(0);
  const pages = first[0]?.page_count ?? 1;
  if (text === "" && least === 0) return {rows: first, isWhole: pages <= 1};
  const numbers = Array.from({length: Math.min(pages, mostPages) - 1}, (_, at) => at + 1);
  const rest = await Promise.all(numbers.map(page));
  return {rows: [first, ...rest].flat(), isWhole: pages <= mostPages};
}

/** The postings that hold every word and are of at least the amount. */
export function foundPostings(rows: readonly DayPosting[], {text, least}: Asked): DayPosting[] {
  const words = foldedText(text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (Math.abs(row.amount_eur) < least) return false;
    if (words.length === 0) return true;
    const {name, account_id, party_name, category, channel, amount_eur} = row;
    const own = foldedText(
      `${name} ${account_id} ${party_name ?? ""} ${categoryName(category)} ${channelName(channel)} ${amount_eur.toFixed(2)}`,
    );
    return words.every((word) => own.includes(word));
  });
}

/** `12 postings on 31 October 2026 match` */
export function postingsFinding(
  found: readonly DayPosting[],
  {isWhole, rows}: DayPostings,
  {day, text, least}: Asked,
): string {
  if (day === "") return "Nothing has been posted yet";
  const on = dayText(day);
  if (text !== "" || least > 0)
    return `${plural(found.length, "posting")} of ${on} ${found.length === 1 ? "matches" : "match"}`;
  return isWhole
    ? `${plural(rows.length, "posting")} on ${on}`
    : `The newest ${count(rows.length)} postings of ${on}`;
}
