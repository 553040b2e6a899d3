/**
 * Which private columns loaders read. Of a SELECT, DuckDB says it. Of TypeScript it is told by its texts: what is a SELECT
 * is planned, and where SQL is composed, or asks the source itself, a column counts that is named beside its table, and so
 * does `*`. Names that are put together while the program runs are not seen: what it writes is searched all the same.
 */
import {type InputHashes, inputComparison, withInputs} from "../../inputFiles.js";
import {readSql} from "../../sqlText.js";
import type {Dataset} from "../dataset.js";
import type {ColumnsRead} from "../reads/columnsRead.js";
import {type LoaderCode, loaderCode, type ProgramText} from "../reads/loaderTexts.js";
import {columnsOfText, readsOfCode} from "../reads/textReads.js";
import {privateColumns} from "./privateColumns.js";

/** A loader, and the dataset that it makes. */
export type LoaderFile = Pick<Dataset, "loader" | "language" | "target">;

interface KnownReads {
  readonly columns: readonly string[];
  readonly inputs: InputHashes;
}

/** Of loaders that this process has looked at, until a file changes that they are made of. */
const known = new Map<string, KnownReads>();

/** The private columns that each loader of `stale` reads, by its path; `open` is asked where one has to be looked at. */
export async function privateReads(
  stale: readonly LoaderFile[],
  datasets: readonly LoaderFile[],
  open: () => Promise<ColumnsRead>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const areUnchanged = inputComparison();
  const loaders = new Map(stale.map((dataset) => [dataset.loader, dataset]));
  const unknown = [...loaders.values()].filter(({loader}) => {
    const found = known.get(loader);
    return !found || !areUnchanged(found.inputs);
  });
  const code = unknown.filter(({language}) => language === "ts").map(({loader}) => loader);
  const programs = await codeOf(code);
  for (const {loader, language} of unknown) {
    const program = programs.get(loader);
    if (language === "ts" && !program) continue;
    const reader = await open();
    const {value, read} = await withInputs(() =>
      language === "sql"
        ? readsOfSelect(loader, reader)
        : readsOfProgram(program?.texts ?? [], datasets, reader),
    );
    known.set(loader, {columns: value, inputs: {...read, ...program?.inputs}});
  }
  return new Map([...loaders.keys()].map((loader) => [loader, known.get(loader)?.columns ?? []]));
}

/** Without those that the bundler does not understand, which cannot be run either. */
async function codeOf(loaders: readonly string[]): Promise<ReadonlyMap<string, LoaderCode>> {
  try {
    return await loaderCode(loaders);
  } catch {
    if (loaders.length < 2) return new Map();
    const each = await Promise.all(loaders.map((loader) => codeOf([loader])));
    return new Map(each.flatMap((programs) => [...programs]));
  }
}

const names = privateColumns.map(({name}) => name);
const onlyPrivate = (columns: Iterable<string>) => {
  const read = new Set(columns);
  return names.filter((name) => read.has(name));
};

async function readsOfSelect(loader: string, reader: ColumnsRead): Promise<string[]> {
  const {sql} = readSql(loader);
  try {
    return onlyPrivate(await reader.columnsRead(sql));
  } catch (error) {
    // it has a parameter, reads files of somebody's own, or is wrong
    if (!(error instanceof Error)) throw error;
    const text = sql.replace(/--.*/g, "");
    const named = await columnsOfText(text, false, reader);
    return onlyPrivate([...named, ...namedColumns({text, isWhole: false})]);
  }
}

async function readsOfProgram(
  texts: readonly ProgramText[],
  datasets: readonly LoaderFile[],
  reader: ColumnsRead,
): Promise<string[]> {
  const {columns, targets} = await readsOfCode(texts, datasets, reader);
  const asked = datasets.filter(({target}) => targets.includes(target));
  const ofAsked = await Promise.all(asked.map(({loader}) => readsOfSelect(loader, reader)));
  return onlyPrivate([...columns, ...texts.flatMap(namedColumns), ...ofAsked.flat()]);
}

/** The private columns that a text names, where it may be a part of a SELECT. */
export function namedColumns({text, isWhole}: ProgramText): string[] {
  if (!/\b(?:select|from|join)\s/i.test(text)) return [];
  const ofBank = /\b(?:from|join)\s+bank\.\w/i.test(text);
  if (ofBank && isWhole) return [];
  return privateColumns
    .filter(({name, inSource = name}) => isNamed(text, ofBank ? name : inSource))
    .map(({name}) => name);
}

function isNamed(text: string, qualified: string): boolean {
  const [table, column] = qualified.split(".") as [string, string];
  const from = `\\bfrom\\s+(?:bank\\.)?${table}\\b`;
  const isOf = new RegExp(`${from}|${from.replace("from", "join")}`, "i");
  // DuckDB takes "from users" by itself for all of its columns
  const all = `\\*\\s+from\\s[^()]*\\b${table}\\b|\\b${table}\\.\\*|(?:^|\\()\\s*${from}`;
  return isOf.test(text) && new RegExp(`\\b${column}\\b|${all}`, "i").test(text);
}
