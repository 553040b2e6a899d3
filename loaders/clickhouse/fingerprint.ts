/**
 * Whether anything in the bank's tables has changed, without a look at any row: ClickHouse keeps a hash of the files of
 * each part of a table. (Parts are also merged where no row has changed; then a snapshot is made once too often.)
 */
import {relative} from "node:path";
import {tableNames} from "../../src/lib/bank/schema.js";
import {projectRoot} from "../environment.js";
import type {Extract} from "../extracts.js";
import {type Ask, askText} from "./ask.js";

/** Tables beside the bank's own that the site reads. */
export const books = ["load_batches", "bank_parameters"] as const;

/** Exists while tables are being exchanged for those of a newer load: they are of two banks then. */
export const exchangeMark = "exchange_under_way";

/** Text that changes when a row does; what `own` gives is counted and summed up as hashes. */
export async function fingerprintOf(ask: Ask, own: readonly Extract[] = []): Promise<string> {
  const lines = [await askText(ask, await partsQuery(ask))];
  for (const extract of own) lines.push(`${extract.name} ${await contentOf(ask, extract)}`);
  return lines.join("");
}

/** The parts of all tables, those of a cluster's from all its servers. */
async function partsQuery(ask: Ask): Promise<string> {
  const cluster = await clusterOf(ask);
  const parts = cluster === "" ? "system.parts" : `clusterAllReplicas('${cluster}', system.parts)`;
  const names = [...tableNames, ...books, exchangeMark].flatMap((name) => [
    `'${name}'`,
    `'${name}_local'`,
  ]);
  return `select table, sum(rows), hex(MD5(arrayStringConcat(arraySort(groupArray(concat(partition_id, hash_of_all_files))))))
    from ${parts}
    where active and database = currentDatabase() and table in (${names.join(", ")})
    group by table
    order by table`;
}

/** The cluster over which the transactions are spread; empty where they are on one server. */
export async function clusterOf(ask: Ask): Promise<string> {
  const sql = `select extract(engine_full, '^Distributed\\\\(\\'([^\\']+)')
    from system.tables
    where database = currentDatabase() and name = 'transactions'
    format RawBLOB`;
  return askText(ask, sql);
}

async function contentOf(ask: Ask, {file, sql}: Extract): Promise<string> {
  try {
    return await askText(ask, `select count(*), sum(cityHash64(*)) from (\n${sql}\n)`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${relative(projectRoot, file)}: ${message} (CLICKHOUSE_USER must be able to read what it names)`,
      {cause: error},
    );
  }
}
