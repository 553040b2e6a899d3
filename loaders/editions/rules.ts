/**
 * What an audience may see, as data: one file of `sql/editions/` each. Its header says for whom it is and what it holds
 * (`-- Audience:`, which the footer of each page repeats), and names the pages (`-- Pages:`), the one that is opened first
 * (`-- First:`) and the tables that are the same for everybody (`-- Whole:`); where counts are rounded, to what
 * (`-- Counts: multiples of 10`, which figures say). Then come sections, each with one SELECT:
 *
 * - `-- Table: users`: a table of the edition's bank, over the whole bank `bank` and the ids of whose site it is, `subjects`
 *   (`user_id`). A table or a column that is not named is not there.
 * - `-- Dataset: company-pnl.keyed`: a dataset that tells of others too, over `own` (its rows as the edition's bank gives
 *   them), `whole` (as the whole bank does) and what a table's SELECT may read. Of a TypeScript loader's keyed file, the
 *   SELECT gives in `key` the keys that are kept as the whole bank has them, and its JSON is taken whole where `-- As it is:` says
 *   why. Of both, `-- At least: payer_count 10` leaves out the entries of lists with a smaller value, `-- Rounded: payer_count 10`
 *   rounds a field, `-- Rounded: late_share 10 of payer_count` a share of another field in counts of that size, and `-- Left out: rises` leaves one out.
 *
 * All other datasets are made by their loaders over the edition's bank.
 */
import {join, relative} from "node:path";
import {projectRoot} from "../environment.js";
import {readSql, type SqlText} from "../sqlText.js";
import type {Audience} from "./edition.js";

export interface Rules {
  /** For whom they are, and what that is shown: a sentence behind “This edition is for”. */
  readonly words: string;
  /** Patterns of pages, from the root of the site: `company/*`. */
  readonly pages: readonly string[];
  /** The page that is opened first, for example `company/cash`. */
  readonly first: string;
  readonly whole: readonly string[];
  /** What counts are rounded to a multiple of; 1 where they are not. */
  readonly countStep: number;
  /** A SELECT for each table, which begins in the line of the file where it stands. */
  readonly tables: readonly SqlText[];
  readonly datasets: readonly DatasetRule[];
  /** All that the file says: another text is another edition. */
  readonly text: string;
}

/** A dataset by its target, `data/company-pnl.keyed`. */
export interface DatasetRule {
  readonly target: string;
  readonly select: SqlText;
  /** Whether a JSON file is taken whole, but for what `limits` leave out. */
  readonly isAsItIs: boolean;
  readonly limits: Limits;
}

/** What a field is rounded to a multiple of; where it is a share `of` another field, the count that it makes of that. */
export interface Rounding {
  readonly step: number;
  readonly of: string | undefined;
}

/** What is done to the fields of a JSON dataset, by their names. */
export interface Limits {
  /** The least value that entries of lists have in a field. */
  readonly atLeast: ReadonlyMap<string, number>;
  readonly rounded: ReadonlyMap<string, Rounding>;
  readonly leftOut: ReadonlySet<string>;
}

/** Reads the rules of an audience. Throws, with the line, where something is named twice or has no SELECT. */
export function readRules(
  audience: Audience,
  folder: string = join(projectRoot, "sql/editions"),
): Rules {
  const {file, sql} = readSql(join(folder, `${audience}.sql`));
  const lines = sql.split("\n");
  const fail = (at: number, what: string) =>
    new Error(`${relative(projectRoot, file)}:${at + 1}: ${what}`);
  const starts = lines.flatMap((line, at) => {
    const [, kind, name] = /^-- (Table|Dataset): ([\w.-]+)$/.exec(line) ?? [];
    return kind === undefined ? [] : [{isTable: kind === "Table", name: name!, at}];
  });
  const header = lines.slice(0, starts[0]?.at ?? lines.length);
  const [first] = listed(header, "First");
  if (first === undefined)
    throw fail(0, "no line “-- First: company/cash” says which page comes first");
  const [words] = headerLines(header, "Audience");
  if (words === undefined) throw fail(0, "no line “-- Audience: …” says for whom it is");
  const whole = listed(header, "Whole");
  const [counts = "multiples of 1"] = headerLines(header, "Counts");
  const countStep = Number(/^multiples of ([1-9]\d*)$/.exec(counts)?.[1]);
  if (Number.isNaN(countStep))
    throw fail(
      header.indexOf(`-- Counts: ${counts}`),
      `-- Counts: ${counts} (as in: multiples of 10)`,
    );
  const seen = new Set(whole);
  const sections = starts.map(({isTable, name, at}, i) => {
    const body = lines.slice(at, starts[i + 1]?.at ?? lines.length);
    if (seen.has(name)) throw fail(at, `${name} is named twice`);
    seen.add(name);
    const isAsItIs = !isTable && name.endsWith(".json") && headerLines(body, "As it is").length > 0;
    if (!isAsItIs && !body.some((line) => /^\s*(select|with|from)\b/i.test(line)))
      throw fail(at, `no SELECT below ${name}`);
    const select: SqlText = {name, file, sql: "\n".repeat(at) + body.join("\n")};
    return {isTable, select, isAsItIs, limits: limitsOf(body)};
  });
  return {
    words,
    pages: listed(header, "Pages"),
    first,
    whole,
    countStep,
    tables: sections.filter(({isTable}) => isTable).map(({select}) => select),
    datasets: sections
      .filter(({isTable}) => !isTable)
      .map(({select, isAsItIs, limits}) => ({
        target: `data/${select.name}`,
        ...{select, isAsItIs, limits},
      })),
    text: sql,
  };
}

/** Whether a page, `company/cash`, is one of an audience's. */
export function isPageOf({pages}: Pick<Rules, "pages">, page: string): boolean {
  return pages.some((pattern) =>
    pattern.endsWith("*") ? page.startsWith(pattern.slice(0, -1)) : page === pattern,
  );
}

function limitsOf(body: readonly string[]): Limits {
  const words = (title: string) => headerLines(body, title).map((text) => text.split(" "));
  return {
    atLeast: new Map(words("At least").map(([field, least]) => [field!, Number(least)])),
    rounded: new Map(
      words("Rounded").map(([field, step, , of]) => [field!, {step: Number(step), of}]),
    ),
    leftOut: new Set(headerLines(body, "Left out")),
  };
}

/** What stands behind a title in the header, in each line that has it. */
function headerLines(header: readonly string[], title: string): string[] {
  const opening = `-- ${title}: `;
  return header.flatMap((line) =>
    line.startsWith(opening) ? [line.slice(opening.length).trim()] : [],
  );
}

function listed(header: readonly string[], title: string): string[] {
  return headerLines(header, title)
    .flatMap((line) => line.split(","))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
