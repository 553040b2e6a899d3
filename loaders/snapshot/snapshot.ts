/**
 * The snapshot: one DuckDB file with the whole bank at one instant, from which every dataset is made. It is
 * built aside and renamed, so a killed run leaves the one before; it is built anew only when the source, a
 * SELECT in `sql/extract/` or `sql/derived/`, or the code that builds it has changed.
 */
import {createHash} from "node:crypto";
import {existsSync, readdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {DuckDBInstance, version} from "@duckdb/node-api";
import {quotedText} from "../../src/lib/quotedSql.js";
import {temporaryPath} from "../abandoned.js";
import {moduleHash} from "../bundle.js";
import {explainMemory, memoryOf} from "../engineMemory.js";
import {type Environment, environment, projectRoot} from "../environment.js";
import {readExtracts} from "../extracts.js";
import {fileStamp} from "../fileStamp.js";
import {withLock} from "../lock.js";
import {log} from "../log.js";
import {openSource} from "../openSource.js";
import {readOwnExtracts} from "../ownExtracts.js";
import {makeOwnFolder} from "../ownFolder.js";
import {readRows} from "../rows.js";
import {BankChanged, type Source, type SourceDescription, type SourceKind} from "../source.js";
import {readSqlFolder} from "../sqlText.js";
import {fillSnapshot, type SnapshotKey, type SnapshotPlan} from "./build.js";
import {type Legs, legsOf} from "./legs.js";
import {openSnapshot, type SnapshotReader, snapshotFile} from "./reader.js";

export interface Snapshot {
  readonly file: string;
  /** Names the content, and the way it was made. */
  readonly key: string;
  /** The source's fingerprint when it was read. */
  readonly sourceFingerprint: string;
  readonly description: SourceDescription;
  readonly legs: Legs;
  /** The content of each table, as a hash of its rows in their order. */
  readonly tables: ReadonlyMap<string, {readonly rowCount: number; readonly contentHash: string}>;
  /** Whether this call built it. */
  readonly isMade: boolean;
}

/** How often a bank is read that changes meanwhile. */
const attempts = 5;

/**
 * The snapshot of what the source holds now; built first where it is missing or out of date. Processes that
 * ask at the same time wait for the one that builds. Where `SNAPSHOT_KEY` names the snapshot that is there, it
 * is taken as it is and the source is not asked: this is how a build keeps its loaders to one instant. `SNAPSHOT_FILE` names
 * the file of an edition's, which is never built here. A bank that changes while it is read is read again; throws
 * `BankChanged` where it goes on changing, and says what to set where the engine needs more than `SNAPSHOT_MEMORY`.
 */
export async function ensureSnapshot({
  env = environment,
  open = () => openSource(env),
  file = env.SNAPSHOT_FILE ?? snapshotFile,
  plan = readPlan(env),
}: {
  env?: Environment;
  open?: () => Promise<Source>;
  file?: string;
  plan?: SnapshotPlan;
} = {}): Promise<Snapshot> {
  if (env.SNAPSHOT_KEY) {
    const given = await readSnapshot(file);
    if (given?.key === env.SNAPSHOT_KEY) return {...given, isMade: false};
  }
  if (env.SNAPSHOT_FILE)
    throw new Error(`${file} is not the snapshot ${env.SNAPSHOT_KEY} (only an edition's is named)`);
  const memory = memoryOf(env);
  return withLock(`${file}.lock`, async () => {
    for (let left = attempts - 1; ; left--) {
      try {
        return await bringUpToDate(open, file, {plan, memory});
      } catch (error) {
        if (!(error instanceof BankChanged) || left === 0) throw error;
        log.info("the bank changed while it was read: reading it again");
        await sleep(300);
      }
    }
  });
}

interface Build {
  readonly plan: SnapshotPlan;
  /** What the engine may hold, as DuckDB has it; what needs more goes to the disk as far as it can. */
  readonly memory: string;
}

async function bringUpToDate(
  open: () => Promise<Source>,
  file: string,
  {plan, memory}: Build,
): Promise<Snapshot> {
  makeOwnFolder(dirname(file));
  removeLeftovers(file);
  const source = await open();
  try {
    const key = await snapshotKey(source, plan);
    const current = await readSnapshot(file);
    if (current?.key === key.key) return {...current, isMade: false};
    const start = performance.now();
    await buildAside(source, {plan, memory}, key, file);
    const built = await readSnapshot(file);
    if (!built) throw new Error(`unreadable snapshot: ${file}`);
    log.info(
      `snapshot of ${built.description.label}: ${built.tables.size} tables in ${Math.round(performance.now() - start)} ms`,
    );
    return {...built, isMade: true};
  } finally {
    await source.close();
  }
}

/** The settings that hold later work to the source of a snapshot: a choice is made once. */
export function choiceOf({description}: Snapshot): Record<string, string> {
  const {kind, fallbackCause} = description;
  return {
    DATA_SOURCE: kind,
    ...(fallbackCause === null ? {} : {DATA_SOURCE_CAUSE: fallbackCause}),
  };
}

/** The settings that hold the processes one starts to the snapshot that one has, and to its source. */
export function settingsFor(snapshot: Snapshot): Record<string, string> {
  return {SNAPSHOT_KEY: snapshot.key, ...choiceOf(snapshot)};
}

/** What the project's snapshot is made of. */
export function readPlan(env: Environment = environment): SnapshotPlan {
  const derived = readSqlFolder(join(projectRoot, "sql/derived"));
  const own = readOwnExtracts(derived);
  return {extracts: readExtracts(), own, derived, legs: legsOf(env)};
}

async function snapshotKey(
  source: Source,
  {extracts, own = [], derived, legs = "all"}: SnapshotPlan,
): Promise<SnapshotKey> {
  const fingerprint = await source.fingerprint(own);
  const hash = createHash("sha256");
  hash.update(JSON.stringify([source.description, fingerprint, version(), legs]));
  for (const {name, sql} of [...extracts, ...own, ...derived]) hash.update(`${name}\n${sql}\n`);
  hash.update(await moduleHash("loaders/snapshot/snapshot.ts"));
  return {key: hash.digest("hex"), fingerprint};
}

type SnapshotRead = Omit<Snapshot, "isMade">;

/** A snapshot is replaced, never written to: a preview, which asks after each change, opens it once. */
let lastRead: {readonly stamp: string; readonly snapshot: SnapshotRead | undefined} | undefined;

/** The snapshot in a file as it stands; undefined where there is none, or one that this code cannot read. */
export async function readSnapshot(file: string): Promise<SnapshotRead | undefined> {
  if (!existsSync(file)) return undefined;
  const stamp = `${file} ${fileStamp(file)}`;
  if (lastRead?.stamp !== stamp) lastRead = {stamp, snapshot: await readAnew(file)};
  return lastRead.snapshot;
}

async function readAnew(file: string): Promise<SnapshotRead | undefined> {
  let reader: SnapshotReader | undefined;
  try {
    reader = await openSnapshot(file);
    const {connection} = reader;
    const [about] = await readRows(await connection.run("from bank.snapshot"));
    const tables = await readRows(await connection.run("from bank.snapshot_tables"));
    if (!about) return undefined;
    return {
      file,
      key: String(about.key),
      sourceFingerprint: String(about.source_fingerprint),
      description: {
        kind: about.source_kind as SourceKind,
        label: String(about.source_label),
        asOf: String(about.as_of ?? ""),
        parameters: JSON.parse(String(about.parameters)),
        notes: JSON.parse(String(about.notes)),
        fallbackCause: about.fallback_cause as string | null,
      },
      legs: JSON.parse(String(about.legs)),
      tables: new Map(
        tables.map((row) => [
          String(row.table_name),
          {rowCount: Number(row.row_count), contentHash: String(row.content_hash)},
        ]),
      ),
    };
  } catch (error) {
    log.debug(`the snapshot is not readable and will be built anew: ${error}`);
    return undefined;
  } finally {
    reader?.close();
  }
}

async function buildAside(
  source: Source,
  {plan, memory}: Build,
  key: SnapshotKey,
  file: string,
): Promise<void> {
  const aside = `${file}.${process.pid}.building`;
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: temporaryPath(),
    checkpoint_threshold: "10GB", // once, at the end
    memory_limit: memory,
  });
  const connection = await instance.connect();
  try {
    await connection.run(`attach ${quotedText(aside)} as bank`);
    await fillSnapshot(connection, source, plan, key);
    await source.assertUnchanged();
    await connection.run("checkpoint bank; detach bank");
    renameSync(aside, file);
  } catch (error) {
    throw explainMemory(error, memory);
  } finally {
    connection.closeSync();
    instance.closeSync();
    removeLeftovers(file);
  }
}

/** What a killed build left behind. Whoever calls holds the lock: no other build is under way. */
function removeLeftovers(file: string): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (/\.building(\.wal)?$/.test(name)) rmSync(join(folder, name), {force: true});
  }
}
