/**
 * The CSV files of `npm run seed` as a source. Anyone may edit them: an edited file is read as it stands,
 * with the checks that every file gets, and the description says which files are no longer those that the
 * generator wrote. Where there is no bank at all, the default one is generated first.
 */
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join, relative} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {type Table, tables} from "../../src/lib/bank/schema.js";
import {temporaryPath} from "../abandoned.js";
import {endOf, startNodeBehind} from "../childProcess.js";
import {explainMemory, memoryOf} from "../engineMemory.js";
import {environment, projectRoot} from "../environment.js";
import {withLock} from "../lock.js";
import {log} from "../log.js";
import {clearReplacements, isBeingReplaced} from "../replacedFolder.js";
import {type Row, readRows} from "../rows.js";
import type {Source, SourceDescription} from "../source.js";
import {stampBank} from "./bankStamp.js";
import {type FileHashes, openFileHashes} from "./fileHashes.js";
import {type Manifest, maybeManifest} from "./manifest.js";
import {seedFolder, tableFile} from "./tableFile.js";
import {attachStaged, stageCsvTable, stageCsvTables} from "./tables.js";

const hashMemory = join(projectRoot, "data/snapshot/file-hashes.json");

/** Opens the CSV files of a folder; they are read when they are asked for. */
export async function openCsvSource({
  folder = seedFolder,
  fallbackCause = null,
}: {
  folder?: string;
  fallbackCause?: string | null;
} = {}): Promise<Source> {
  if (folder === seedFolder) await ensureDefaultBank(folder);
  const hashes = openFileHashes(folder === seedFolder ? hashMemory : undefined);
  const stamp = stampBank(folder);
  const stagedFile = `${temporaryPath()}.duckdb`;
  const description = await stamp.during(() => describe(folder, fallbackCause, hashes));
  let staged: {connection: DuckDBConnection; done: Promise<void>} | undefined;
  let queries: Promise<Queries> | undefined;

  return {
    description,
    fingerprint: () => stamp.during(() => fingerprintOf(folder, hashes)),
    async extract(extract, {connection, table}) {
      if (staged?.connection !== connection) {
        staged = {connection, done: stageCsvTables(connection, folder, stagedFile)};
      }
      await stamp.during(() => staged!.done);
      const {rowsChanged} = await connection.run(`insert into ${table} ${extract.sql}`);
      return rowsChanged;
    },
    async query(sql) {
      queries ??= openQueries(folder);
      const {query} = await queries;
      return stamp.during(() => query(sql));
    },
    assertUnchanged: () => stamp.assertUnchanged(),
    async close() {
      if (queries) (await queries).close();
      for (const file of [stagedFile, `${stagedFile}.wal`]) rmSync(file, {force: true});
    },
  };
}

interface Queries {
  query(sql: string): Promise<Row[]>;
  close(): void;
}

/**
 * An engine for questions. A file becomes a table when a question first names it, and is not read again for the next: the
 * rules of `sql/checks/` name some of them a dozen times. On disk, so that memory does not grow with the bank.
 */
async function openQueries(folder: string): Promise<Queries> {
  const file = `${temporaryPath()}.duckdb`;
  const memory = memoryOf(environment);
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: temporaryPath(),
    memory_limit: memory,
  });
  const connection = await instance.connect();
  await attachStaged(connection, file);
  const staged = new Map<Table, Promise<void>>();
  return {
    async query(sql) {
      try {
        for (const table of tables) {
          if (!new RegExp(`\\b${table.name}\\b`, "i").test(sql)) continue;
          if (!staged.has(table)) staged.set(table, stageCsvTable(connection, table, folder));
          await staged.get(table);
        }
        return await readRows(await connection.run(sql));
      } catch (error) {
        throw explainMemory(error, memory);
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      for (const path of [file, `${file}.wal`]) rmSync(path, {force: true});
    },
  };
}

async function ensureDefaultBank(folder: string): Promise<void> {
  const isMissing = () => !existsSync(folder) || !readdirSync(folder).some(isCsv);
  if (!isMissing()) return;
  await withLock(`${folder}.lock`, async () => {
    // another process may be between two renames, or about to finish the bank that was asked for
    while (isMissing() && isBeingReplaced(folder)) await sleep(50);
    clearReplacements(folder);
    if (!isMissing()) return;
    log.info("no bank in data/seed: generating the default one (npm run seed)");
    await runSeed();
  });
}

function isCsv(file: string): boolean {
  return file.endsWith(".csv");
}

async function describe(
  folder: string,
  fallbackCause: string | null,
  hashes: FileHashes,
): Promise<SourceDescription> {
  const manifest = maybeManifest(folder);
  return {
    kind: "csv",
    label: `CSV files in ${folder.startsWith(projectRoot) ? relative(projectRoot, folder) : folder}`,
    asOf: lastCalendarDay(folder),
    parameters: manifest?.parameters ?? {},
    notes: await notesOn(folder, manifest, hashes),
    fallbackCause,
  };
}

async function fingerprintOf(folder: string, hashes: FileHashes): Promise<string> {
  const hash = createHash("sha256");
  for (const {name} of tables) hash.update(`${name} ${await hashOf(folder, name, hashes)}\n`);
  hashes.save();
  return hash.digest("hex");
}

/**
 * The command in a process of its own: nothing imports a script. Its output goes to stderr. It gives way to the preview, whose first
 * page somebody waits for.
 */
async function runSeed(): Promise<void> {
  const child = startNodeBehind(["--import", "tsx", "scripts/seed.ts"], {stdio: ["ignore", 2, 2]});
  const code = await endOf(child);
  if (code !== 0) throw new Error(`npm run seed failed with code ${code}`);
}

async function notesOn(
  folder: string,
  manifest: Manifest | undefined,
  hashes: FileHashes,
): Promise<string[]> {
  if (!manifest) return ["the files carry no manifest"];
  const notes: string[] = [];
  for (const {name} of tables) {
    const written = manifest.files.find(({table}) => table === name)?.sha256;
    const found = await hashOf(folder, name, hashes);
    if (written !== found) notes.push(`${name}.csv was edited after it was generated`);
  }
  return notes;
}

async function hashOf(folder: string, table: string, hashes: FileHashes): Promise<string> {
  return hashes.hash(tableFile(folder, table));
}

/** The greatest day of `calendar.csv`, which is in order; empty where it has no rows. */
function lastCalendarDay(folder: string): string {
  const days =
    readFileSync(tableFile(folder, "calendar"), "utf8").match(/^\d{4}-\d{2}-\d{2}(?=,)/gm) ?? [];
  return days.reduce((last, day) => (day > last ? day : last), "");
}
