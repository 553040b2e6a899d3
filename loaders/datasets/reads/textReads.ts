/** What the texts of loaders read of the bank: a SELECT as the engine plans it, and what is composed by the names in it. */
import {join} from "node:path";
import {projectRoot} from "../../environment.js";
import {readSqlFolder} from "../../sqlText.js";
import type {Dataset} from "../dataset.js";
import type {ColumnsRead} from "./columnsRead.js";
import type {ProgramText} from "./loaderTexts.js";

/** SQL that selects from the bank, as a program writes it. */
const isQuery = (text: string) => /\b(?:from|join)\s+bank\.\w/.test(text);

/** Looked for at the end of a text, which may be long. */
const queryFolder = /(?<=^|\/)sql\/(?:publish|checks)$/;

/** What a program reads: columns of the bank, and datasets that are SELECTs, by target. */
export interface CodeReads {
  readonly columns: readonly string[];
  readonly targets: readonly string[];
}

/** What the texts of a program read, those of the folders of SELECTs that they name included. */
export async function readsOfCode(
  texts: readonly ProgramText[],
  datasets: readonly Pick<Dataset, "target" | "language">[],
  reader: ColumnsRead,
): Promise<CodeReads> {
  const selects = new Set(
    datasets.filter(({language}) => language === "sql").map(({target}) => target),
  );
  const columns: string[] = [];
  const targets: string[] = [];
  for (const {text, isWhole} of texts) {
    const folder = queryFolder.exec(text.slice(-20))?.[0];
    for (const {sql} of folder ? readSqlFolder(join(projectRoot, folder)) : [])
      columns.push(...(await columnsOfText(sql, true, reader)));
    if (selects.has(`data/${text}`)) targets.push(`data/${text}`);
    if (isQuery(text)) columns.push(...(await columnsOfText(text, isWhole, reader)));
  }
  return {columns: unique(columns), targets: unique(targets)};
}

/** As the engine plans a text; where it is no SELECT by itself, the columns that it names of the tables that it names. */
export async function columnsOfText(
  text: string,
  isWhole: boolean,
  reader: ColumnsRead,
): Promise<string[]> {
  if (isWhole)
    try {
      return await reader.columnsRead(text);
    } catch (error) {
      // a part of a query, or one over tables that are not the bank's: what it names is looked for below
      if (!(error instanceof Error)) throw error;
    }
  const words = new Set(text.match(/\w+/g));
  return [...reader.columns].flatMap(([table, columns]) =>
    new RegExp(`\\bbank\\.${table}\\b`).test(text)
      ? columns.filter((column) => words.has(column)).map((column) => `${table}.${column}`)
      : [],
  );
}

const unique = (names: readonly string[]) => [...new Set(names)].sort();
