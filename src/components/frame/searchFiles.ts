/** The files that the search reads when somebody searches. */
import {FileAttachment} from "observablehq:stdlib";
import type {SearchEntry} from "../../lib/site/searchEntries.js";
import {nameRows} from "../nameRows.js";
import {once} from "../once.js";

/** Pages, figures and measures: small, and read once. */
export const searchEntries = once(
  () => FileAttachment("../../data/search-entries.json").json() as Promise<SearchEntry[]>,
);

/** People and companies by the beginning of a name, in ranges of a file of any size. */
export const names = nameRows(FileAttachment("../../data/search-names.keyed"));
