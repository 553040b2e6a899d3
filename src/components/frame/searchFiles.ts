/** The files that the search reads when somebody searches. */
import {FileAttachment} from "observablehq:stdlib";
import type {SearchEntry} from "../../lib/site/searchEntries.js";
import type {FoundName} from "../../lib/site/searchNames.js";
import {keyedRows} from "../keyed.js";
import {once} from "../once.js";

/** Pages, figures and measures: small, and read once. */
export const searchEntries = once(
  () => FileAttachment("../../data/search-entries.json").json() as Promise<SearchEntry[]>,
);

/** People and companies by the beginning of a name, in ranges of a file of any size; each beginning is asked for once. */
export function nameRows(key: string): Promise<readonly FoundName[]> {
  const rows =
    known.get(key) ?? keyedRows<FoundName>(FileAttachment("../../data/search-names.keyed"), key);
  known.set(key, rows);
  return rows;
}

const known = new Map<string, Promise<readonly FoundName[]>>();
