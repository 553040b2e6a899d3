/**
 * What a TypeScript data loader needs: the snapshot to read, and its dataset written.
 *
 *     await withBank((bank) => bank.query("select … from bank.person_months order by …"));
 */
import {join} from "node:path";
import {environment, projectRoot} from "../environment.js";
import {type InputHashes, noteInputs, withInputs} from "../inputFiles.js";
import {openSource} from "../openSource.js";
import {type Row, readRows} from "../rows.js";
import {openSnapshot, type SnapshotReader} from "../snapshot/reader.js";
import {ensureSnapshot, type Snapshot, settingsFor} from "../snapshot/snapshot.js";
import type {Source} from "../source.js";
import {readSql, withStep} from "../sqlText.js";
import {jsonText} from "./formats/json.js";

/** What an open snapshot can be asked. */
export interface Queries {
  readonly connection: SnapshotReader["connection"];
  /** The rows of a SELECT over `bank` and the CSV files of `own`, as JSON holds them: days and instants are text, money is a number. */
  query<T = Row>(sql: string): Promise<T[]>;
  /** The rows of a dataset that is a SELECT, by the name of its file: `budget-categories.json` of `src/data/`. */
  dataset<T = Row>(name: string): Promise<T[]>;
  /** What a function makes of the bank: once for all loaders that a process runs, which leave it as it is. */
  once<T>(make: (bank: Queries) => Promise<T>): Promise<T>;
}

export interface Bank extends Omit<Queries, "once"> {
  readonly snapshot: Snapshot;
  /** As that of the queries; what it makes may be of the source too. */
  once<T>(make: (bank: Bank) => Promise<T>): Promise<T>;
  /** Opens the source that the snapshot was read from, for what is asked of the system of record itself. */
  askSource<T>(ask: (source: Source) => Promise<T>): Promise<T>;
}

/**
 * Opens the snapshot, built first where it is missing or out of date, and writes what `work` comes back with to
 * stdout: bytes as they are, everything else as JSON with a line for each row or entry.
 */
export async function withBank(work: (bank: Bank) => object | Promise<object>): Promise<void> {
  const {snapshot, reader, made, settings} = await openedBank();
  // a connection of its own: what one loader sets or makes for itself is not there for the next
  const connection = await reader.connect();
  try {
    const dataset = await work(bankOf(snapshot, {...reader, connection}, {made}));
    process.stdout.write(dataset instanceof Uint8Array ? dataset : jsonText(dataset));
  } finally {
    connection.closeSync();
  }
  const changed = (await settingsOf(reader)).find((line) => !settings.includes(line));
  if (changed)
    throw new Error(
      `the loader sets for others too: ${changed} (openSnapshot opens one for itself)`,
    );
}

interface OpenBank {
  readonly snapshot: Snapshot;
  readonly reader: SnapshotReader;
  readonly made: Made;
  readonly settings: readonly string[];
}

/** Opened by the first loader of a process and read by all of them, until one is to read another. */
let opened: {readonly key: string | undefined; readonly bank: Promise<OpenBank>} | undefined;

async function openedBank(): Promise<OpenBank> {
  const key = environment.SNAPSHOT_KEY;
  if (!opened || opened.key !== key) {
    closeOpened();
    opened = {key, bank: openBank()};
  }
  return opened.bank;
}

/** Closes it, of a process that opens another or ends. */
let closeOpened = (): void => {};
process.once("exit", () => closeOpened());

async function openBank(): Promise<OpenBank> {
  const snapshot = await ensureSnapshot();
  const reader = await openSnapshot(snapshot.file);
  closeOpened = () => reader.close();
  return {snapshot, reader, made: new Map(), settings: await settingsOf(reader)};
}

/** The settings of the whole database, `threads = 1`, but for one that the engine makes itself when it spills. */
async function settingsOf({connection}: SnapshotReader): Promise<string[]> {
  const rows = await connection.runAndReadAll(
    "select name, value from duckdb_settings() where name <> 'max_temp_directory_size'",
  );
  return rows.getRows().map(([name, value]) => `${name} = ${value}`);
}

/** What was made of a bank, by the function that made it, with what that has read by name. */
type Made = Map<unknown, Promise<{value: unknown; read: InputHashes}>>;

/** A snapshot, open in `reader`, as loaders ask it; `open` opens the source that it was read from. */
export function bankOf(
  snapshot: Snapshot,
  reader: Pick<SnapshotReader, "connection" | "own">,
  {
    open = () => openSource({...environment, ...settingsFor(snapshot)}),
    made = new Map(),
  }: {open?: () => Promise<Source>; made?: Made} = {},
): Bank {
  const bank: Bank = {
    snapshot,
    ...queriesOver(reader, made),
    once: (make) => madeOnce(made, make, () => make(bank)),
    async askSource(ask) {
      if (environment.SNAPSHOT_FILE)
        throw new Error("an edition holds a part of the bank: its loaders cannot ask the source");
      const source = await open();
      try {
        return await ask(source);
      } finally {
        await source.close();
      }
    },
  };
  return bank;
}

export function queriesOver(
  {connection, own}: Pick<SnapshotReader, "connection"> & Partial<Pick<SnapshotReader, "own">>,
  made: Made = new Map(),
): Queries {
  const query = async <T>(sql: string) => {
    await own?.load({sql});
    try {
      return (await readRows(await connection.run(sql))) as T[];
    } catch (error) {
      throw new Error(withStep(error instanceof Error ? error.message : String(error)), {
        cause: error,
      });
    }
  };
  const queries: Queries = {
    connection,
    query,
    dataset: (name) => query(readSql(join(projectRoot, `src/data/${name}.sql`)).sql),
    once: (make) => madeOnce(made, make, () => make(queries)),
  };
  return queries;
}

/** What was made under a key, once; what was read on the way is noted for each that asks. */
async function madeOnce<T>(made: Made, key: unknown, make: () => Promise<T>): Promise<T> {
  if (!made.has(key)) made.set(key, withInputs(make));
  const {value, read} = await made.get(key)!;
  noteInputs(read);
  return value as T;
}
