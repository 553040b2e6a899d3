import {existsSync} from "node:fs";
import {join} from "node:path";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {parameterNames} from "../../loaders/datasets/pagePaths.js";
import {runSelect} from "../../loaders/datasets/sqlDataset.js";
import {projectRoot} from "../../loaders/environment.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {explainSqlError, readSql} from "../../loaders/sqlText.js";

/** A dataset and the columns of its rows. */
export interface DatasetColumns {
  /** What pages call it, from `src/`: `data/sector-heat.csv`. */
  readonly target: string;
  /** The type in DuckDB of each column, by name; undefined where the loader is TypeScript, or wrong. */
  readonly columns: Readonly<Record<string, string>> | undefined;
  /** What is wrong with the loader, as it would fail a build. */
  readonly error: string | undefined;
}

/** The datasets of the site, each tried on an empty bank. */
export async function datasetColumns(bank: SnapshotReader): Promise<DatasetColumns[]> {
  const datasets: DatasetColumns[] = [];
  for (const {target, loader, language} of findDatasets()) {
    const isFile = existsSync(join(projectRoot, "src", target));
    const described = isFile
      ? {error: `${loader}: pages get the file src/${target} instead (rename one of them)`}
      : language === "sql"
        ? await describe(bank, loader)
        : {};
    datasets.push({target, columns: undefined, error: undefined, ...described});
  }
  return datasets;
}

async function describe(
  {connection, own}: SnapshotReader,
  loader: string,
): Promise<Partial<DatasetColumns>> {
  const text = readSql(join(projectRoot, loader));
  try {
    await own.load(text);
    const parameters = parameterNames(loader).map((name) => [name, null]);
    const result = await runSelect(connection, text, Object.fromEntries(parameters));
    const types = result.columnTypes();
    const entries = result.columnNames().map((name, at) => [name, String(types[at])]);
    return {columns: Object.fromEntries(entries)};
  } catch (error) {
    return {error: explainSqlError(error, text, own.strays(text)).message};
  }
}
