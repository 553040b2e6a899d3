/** What an edition must not tell: each text of the whole bank that its own bank does not hold. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {Edition} from "../../loaders/editions/edition.js";
import {openWholeBank} from "../../loaders/editions/editionBank.js";
import {readRules} from "../../loaders/editions/rules.js";
import {projectRoot} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import type {Snapshot} from "../../loaders/snapshot/snapshot.js";
import {sourceFiles} from "../../loaders/sourceFiles.js";
import {quotedText} from "../../src/lib/quotedSql.js";
import {fewestLetters, type Words, wordFinder} from "./findLeaks.js";
import {readings} from "./readings.js";

/**
 * The names, numbers, addresses and descriptions of a snapshot that an edition of it is without, and that do not stand in the
 * sources of the site either: those are no secret.
 */
export async function privateWords(snapshot: Snapshot, edition: Edition): Promise<Words> {
  const bank = await openWholeBank(snapshot);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const cut = await bank.cut(edition, readRules(edition.audience));
    const forbidden = await textsOf(connection, snapshot.file);
    const allowed = await textsOf(connection, cut.file);
    for (const word of allowed) forbidden.delete(word);
    const isWritten = wordFinder({forbidden, allowed});
    for (const part of ["src", "sql", "loaders"])
      for (const file of sourceFiles(join(projectRoot, part)))
        for (const text of readings(readFileSync(join(projectRoot, part, file), "utf8")))
          for (const word of isWritten(text)) forbidden.delete(word);
    return {forbidden, allowed};
  } finally {
    connection.closeSync();
    instance.closeSync();
    bank.close();
  }
}

/** All texts of a database that are long enough to be looked for; of customers’ traits, those that fewer than ten share. */
async function textsOf(connection: DuckDBConnection, file: string): Promise<Set<string>> {
  await connection.run(`attach ${quotedText(file)} as texts (read_only)`);
  const columns = await readRows(
    await connection.run(
      `select table_name as "table", column_name as "column" from duckdb_columns()
      where database_name = 'texts' and data_type = 'VARCHAR' and table_name not in ('snapshot', 'snapshot_tables')`,
    ),
  );
  const owned = new Set(
    columns.filter(({column}) => column === "user_id").map(({table}) => String(table)),
  );
  const words = new Set<string>();
  for (const {table, column} of columns) {
    const few = owned.has(String(table)) ? "having count(distinct user_id) < 10" : "";
    const rows = await connection.runAndReadAll(
      `select "${column}" from texts."${table}" where length("${column}") >= ${fewestLetters}
      group by "${column}" ${few}`,
    );
    for (const [word] of rows.getRows()) words.add(String(word));
  }
  await connection.run("detach texts");
  return words;
}
