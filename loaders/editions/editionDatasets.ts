/**
 * The datasets of an edition: each as its loader makes it of the edition's bank, but for those of which its rules say what
 * is told of the whole one.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {sqlTokens} from "../../src/lib/notebook/sqlTokens.js";
import type {Dataset} from "../datasets/dataset.js";
import {jsonText} from "../datasets/formats/json.js";
import {keyedBytes, rowsOfKey} from "../datasets/formats/keyed.js";
import {makeSqlDataset, runSelect, sqlFormat} from "../datasets/sqlDataset.js";
import type {TsProcess} from "../datasets/tsDataset.js";
import {projectRoot} from "../environment.js";
import {frameFiles} from "../lineage/frameFiles.js";
import {readCells} from "../pages/cells.js";
import {openSnapshot, type SnapshotReader} from "../snapshot/reader.js";
import {type Snapshot, settingsFor} from "../snapshot/snapshot.js";
import {readSql} from "../sqlText.js";
import {writeAside} from "../writeAside.js";
import type {WholeBank} from "./editionBank.js";
import {withinLimits} from "./limits.js";
import type {DatasetRule, Rules} from "./rules.js";

/**
 * The datasets that pages read, given as files below `src/`, and what is around their text. Throws on a cell that does not parse,
 * with file and line: Framework would publish the error.
 */
export function datasetsRead(
  pages: readonly string[],
  datasets: readonly Dataset[],
): readonly Dataset[] {
  const root = join(projectRoot, "src");
  const files = new Set(frameFiles());
  for (const page of pages) {
    const cells = readCells(root, page);
    const [problem] = cells.problems;
    if (problem) throw new Error(`src/${problem.file}:${problem.line}: ${problem.message}`);
    for (const {path} of cells.files) files.add(path);
    for (const path of Object.values(cells.tables)) files.add(path);
  }
  return datasets.filter(({target}) => files.has(target));
}

/** Those of them that rules take from the whole bank as they are, by keys: it has to make them. */
export function takenWhole(datasets: readonly Dataset[], {datasets: rules}: Rules): Dataset[] {
  return datasets.filter(({target, language}) =>
    rules.some((rule) => rule.target === target && (language === "ts" || rule.isAsItIs)),
  );
}

/**
 * Makes datasets of the bank `cut`, which `whole` has just made, into a folder, by their targets. Throws with the loader's
 * or the rule's file and line where one fails.
 */
export async function makeEditionDatasets(
  datasets: readonly Dataset[],
  {
    rules,
    whole,
    cut,
    folder,
    loaders,
  }: {
    rules: Rules;
    whole: WholeBank;
    cut: Snapshot;
    folder: string;
    loaders: TsProcess;
  },
): Promise<void> {
  const reader = await openSnapshot(cut.file);
  try {
    for (const dataset of datasets) {
      const rule = rules.datasets.find(({target}) => target === dataset.target);
      const bytes = rule
        ? await toldBytes(dataset, rule, {whole, reader})
        : await ownBytes(dataset, {reader, cut, loaders});
      writeAside(join(folder, dataset.target), bytes);
    }
  } finally {
    reader.close();
  }
}

async function ownBytes(
  {loader, language, parameters}: Dataset,
  {reader, cut, loaders}: {reader: SnapshotReader; cut: Snapshot; loaders: TsProcess},
): Promise<Uint8Array> {
  const settings = {...settingsFor(cut), SNAPSHOT_FILE: cut.file};
  try {
    const {bytes} =
      language === "ts"
        ? await loaders.make(loader, parameters, settings)
        : await makeSqlDataset(reader.connection, readSql(loader), sqlFormat(loader), {
            own: reader.own,
            parameters,
          });
    return bytes;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(message.startsWith(loader) ? message : `${loader}: ${message}`, {cause: error});
  }
}

/** Whether the rule's SELECT names the dataset's rows of the edition's bank; not in a comment. */
const readsOwn = ({select}: DatasetRule): boolean =>
  sqlTokens(select.sql).some(({kind, text}) => kind === "word" && text === "own");

/** What a rule tells of the whole bank. */
async function toldBytes(
  {loader, language, output, parameters}: Dataset,
  rule: DatasetRule,
  {whole, reader}: {whole: WholeBank; reader: SnapshotReader},
): Promise<Uint8Array> {
  if (rule.isAsItIs) {
    const value: object = JSON.parse(readFileSync(output, "utf8"));
    return Buffer.from(jsonText(withinLimits(value, rule.limits)));
  }
  if (language === "sql") {
    const text = readSql(loader);
    const own = readsOwn(rule) ? await runSelect(reader.connection, text, parameters) : undefined;
    return (await whole.dataset(rule, loader, own)).bytes;
  }
  const file = readFileSync(output);
  const keys = await whole.keys(rule);
  return keyedBytes(
    keys.flatMap((key) => {
      const rows = rowsOfKey(file, key);
      return rows ? [[key, rows.map((row) => withinLimits(row, rule.limits))] as const] : [];
    }),
  );
}
