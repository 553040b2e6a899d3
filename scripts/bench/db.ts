/**
 * MariaDB: loading against `mariadb-import`, loading again, and reading the bank out. On a throw-away server,
 * with the default bank; ways that are compared take turns, so that a busy machine slows both.
 */
import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvBlocks} from "../../loaders/csv/csvRecords.js";
import {seedFolder} from "../../loaders/csv/tableFile.js";
import type {Environment} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import {tables} from "../../src/lib/bank/schema.js";
import {loadBank} from "../db/load/loadBank.js";
import {brokenRules} from "../db/load/ruleCheck.js";
import {migrate} from "../db/migrate.js";
import {connectTo, findServer, startServer, type ThrowAwayServer} from "../db/throwAwayServer.js";

const rounds = 3;

/** Measures loading and reading; a line each. */
export async function benchDb(): Promise<string[]> {
  return withServer(async (server, scratch) => {
    const files = join(scratch, "for-import");
    const lineCounts = await writeForImport(files);
    const imported: number[] = [];
    const loaded: number[] = [];
    let env = await migrated(server);
    for (let round = 0; round < rounds; round++) {
      const other = await migrated(server);
      imported.push(await seconds(async () => importFiles(other, files, lineCounts)));
      env = await migrated(server);
      loaded.push(await seconds(() => load(env, scratch)));
    }
    const connection = await connectTo(env);
    const checks = await seconds(() => brokenRules(connection));
    connection.destroy();
    const again = await seconds(() => load(env, scratch));
    const verified = await seconds(() => load(env, scratch, {verify: true}));
    const snapshot = () =>
      ensureSnapshot({
        env: {},
        open: () => openMariadbSource(env),
        file: join(scratch, "bank.duckdb"),
      });
    const made = await seconds(snapshot);
    const skipped = await seconds(snapshot);
    const ratio = best(loaded) / best(imported);
    return [
      `mariadb-import --local          ${text(best(imported))} (best of ${rounds}, in turn)`,
      `db:load, every row checked      ${text(best(loaded))} = ${ratio.toFixed(2)} × that (limit 1)`,
      `  the rules of sql/checks       ${text(checks)}`,
      `  again, nothing changed        ${text(again)} (limit 2 s)`,
      `  again, every row compared     ${text(verified)}`,
      `snapshot from MariaDB           ${text(made)} (limit 10 s)`,
      `  again, nothing changed        ${text(skipped)} (limit 1 s)`,
    ];
  });
}

async function withServer(
  measure: (server: ThrowAwayServer, scratch: string) => Promise<string[]>,
): Promise<string[]> {
  const kind = findServer();
  if (kind === undefined) return ["skipped: no mariadbd, no TEST_DB_HOST and no Docker"];
  const scratch = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  const server = await startServer(kind, ["--innodb-buffer-pool-size=1G"]);
  try {
    return await measure(server, scratch);
  } finally {
    await server.stop();
    rmSync(scratch, {recursive: true, force: true});
  }
}

async function migrated(server: ThrowAwayServer): Promise<Environment> {
  const env = await server.createDatabase();
  await migrate(requiredDatabaseSettings(env));
  return env;
}

async function load(env: Environment, scratch: string, options: {verify?: boolean} = {}) {
  const settings = requiredDatabaseSettings(env);
  const rejectsFolder = join(scratch, "rejects");
  return loadBank(settings, {folder: seedFolder, rejectsFolder, ...options});
}

/** The same files as `mariadb-import` wants them, `\N` for null, 1 and 0; comes back with the rows of each. */
async function writeForImport(folder: string): Promise<Map<string, number>> {
  mkdirSync(folder);
  const counts = new Map<string, number>();
  for (const {name, columns} of tables) {
    const lines: string[] = [];
    for await (const {records} of csvBlocks(join(seedFolder, `${name}.csv`))) {
      for (const {line, fields} of records) {
        if (line === 1) continue;
        const values = fields.map((field, i) => {
          if (field === "") return "\\N";
          if (columns[i]!.type === "boolean") return field === "true" ? "1" : "0";
          return field.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
        });
        lines.push(`${values.join("\t")}\n`);
      }
    }
    writeFileSync(join(folder, `${name}.txt`), lines.join(""));
    counts.set(name, lines.length);
  }
  return counts;
}

function importFiles(
  env: Environment,
  folder: string,
  lineCounts: ReadonlyMap<string, number>,
): void {
  for (const {name} of tables) {
    const file = join(folder, `${name}.txt`);
    const said = execFileSync(
      "mariadb-import",
      [
        "--no-defaults",
        "--local",
        "--default-character-set=utf8mb4",
        `--host=${env.DB_HOST}`,
        `--port=${env.DB_PORT}`,
        `--user=${env.DB_USER}`,
        ...(env.DB_PASSWORD ? [`--password=${env.DB_PASSWORD}`] : []),
        env.DB_NAME!,
        file,
      ],
      {encoding: "utf8"},
    );
    if (!said.includes(`Records: ${lineCounts.get(name)} `))
      throw new Error(`mariadb-import: ${said}`);
  }
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The time that says most of the work and least of what else the machine had to do. */
function best(values: readonly number[]): number {
  return Math.min(...values);
}

function text(value: number): string {
  return `${value.toFixed(2)} s`;
}
