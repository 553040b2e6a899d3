/**
 * The snapshot: one DuckDB file with the whole bank at one instant, from which every dataset is made. It is
 * built aside and renamed, so a killed run leaves the one before; it is built anew only when the source, a
 * SELECT in `sql/extract/` or `sql/derived/`, or the code that builds it has changed.
 */
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance, version} from "@duckdb/node-api";
import {log} from "../scripts/terminal/log.js";
import {type Environment, environment, projectRoot} from "./environment.js";
import {readExtracts} from "./extracts.js";
import {withLock} from "./lock.js";
import {contentHash, moduleFiles} from "./modules.js";
import {readRows} from "./rows.js";
import {fillSnapshot, type SnapshotPlan} from "./snapshotBuild.js";
import {openSource, type Source, type SourceDescription, type SourceKind} from "./source.js";
import {readSqlFolder} from "./sqlText.js";

export const snapshotFile: string = join(projectRoot, "data/snapshot/bank.duckdb");

export interface Snapshot {
  readonly file: string;
  readonly description: SourceDescription;
  /** The content of each table, as a hash of its rows in their order. */
  readonly tables: ReadonlyMap<string, {readonly rowCount: number; readonly contentHash: string}>;
  /** Whether this call built it. */
  readonly isMade: boolean;
}

/**
 * The snapshot of what the source holds now; built first where it is missing or out of date. Processes that
 * ask at the same time wait for the one that builds.
 */
export async function ensureSnapshot({
  env = environment,
  open = () => openSource(env),
  file = snapshotFile,
  plan = readPlan(),
}: {
  env?: Environment;
  open?: () => Promise<Source>;
  file?: string;
  plan?: SnapshotPlan;
} = {}): Promise<Snapshot> {
  return withLock(`${file}.lock`, async () => {
    const source = await open();
    try {
      const key = await snapshotKey(source, plan);
      if (existsSync(file)) {
        const current = await readSnapshot(file);
        if (current?.key === key) return {...current, isMade: false};
      }
      const start = performance.now();
      await buildAside(source, plan, key, file);
      const built = await readSnapshot(file);
      if (!built) throw new Error(`unreadable snapshot: ${file}`);
      log.info(
        `snapshot of ${built.description.label}: ${built.tables.size} tables in ${Math.round(performance.now() - start)} ms`,
      );
      return {...built, isMade: true};
    } finally {
      await source.close();
    }
  });
}

/** What the project's snapshot is made of. */
export function readPlan(): SnapshotPlan {
  return {extracts: readExtracts(), derived: readSqlFolder(join(projectRoot, "sql/derived"))};
}

/**
 * A connection that reads a snapshot as `bank` and nothing else: no other file, no extension. It runs a query
 * on one thread, so that sums of doubles are added up in one order and give the same bytes each time, and
 * divides by zero as the browser's engine does, to null.
 */
export async function openSnapshot(file: string = snapshotFile): Promise<SnapshotReader> {
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: tmpdir(),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    threads: "1",
    ieee_floating_point_ops: "false",
  });
  const connection = await instance.connect();
  await connection.run(`attach '${file.replaceAll("'", "''")}' as bank (read_only)`);
  await connection.run("set enable_external_access = false; set timezone = 'UTC'");
  return {
    connection,
    connect: () => instance.connect(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export interface SnapshotReader {
  readonly connection: DuckDBConnection;
  /** One more connection, to run queries beside each other. */
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

async function snapshotKey(source: Source, {extracts, derived}: SnapshotPlan): Promise<string> {
  const builder = moduleFiles("loaders/snapshot.ts");
  const hash = createHash("sha256");
  hash.update(JSON.stringify([source.description, await source.fingerprint(), version()]));
  for (const {name, sql} of [...extracts, ...derived]) hash.update(`${name}\n${sql}\n`);
  return hash.update(contentHash(builder)).digest("hex");
}

/** The snapshot in a file, with its key; undefined where the file is none, or one of an older make. */
async function readSnapshot(
  file: string,
): Promise<(Omit<Snapshot, "isMade"> & {key: string}) | undefined> {
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
      description: {
        kind: about.source_kind as SourceKind,
        label: String(about.source_label),
        asOf: String(about.as_of ?? ""),
        parameters: JSON.parse(String(about.parameters)),
        notes: JSON.parse(String(about.notes)),
        fallbackCause: about.fallback_cause as string | null,
      },
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
  plan: SnapshotPlan,
  key: string,
  file: string,
): Promise<void> {
  const folder = join(file, "..");
  const aside = `${file}.${process.pid}.building`;
  mkdirSync(folder, {recursive: true});
  removeLeftovers(file);
  const instance = await DuckDBInstance.create(":memory:", {temp_directory: tmpdir()});
  const connection = await instance.connect();
  try {
    await connection.run(`attach '${aside.replaceAll("'", "''")}' as bank`);
    await fillSnapshot(connection, source, plan, key);
    await connection.run("checkpoint bank; detach bank");
    renameSync(aside, file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    removeLeftovers(file);
  }
}

/** What a killed build left behind. Whoever calls holds the lock: no other build is under way. */
function removeLeftovers(file: string): void {
  const folder = join(file, "..");
  for (const name of readdirSync(folder)) {
    if (/\.building(\.wal)?$/.test(name)) rmSync(join(folder, name), {force: true});
  }
}
