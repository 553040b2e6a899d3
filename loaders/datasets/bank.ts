/**
 * What a TypeScript data loader needs: the snapshot to read, and its dataset written.
 *
 *     await withBank((bank) => bank.query("select … from bank.person_months order by …"));
 */
import {join} from "node:path";
import {environment, projectRoot} from "../environment.js";
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
}

export interface Bank extends Queries {
  readonly snapshot: Snapshot;
  /** Opens the source that the snapshot was read from, for what is asked of the system of record itself. */
  askSource<T>(ask: (source: Source) => Promise<T>): Promise<T>;
}

/**
 * Opens the snapshot, built first where it is missing or out of date, and writes what `work` comes back with to
 * stdout: bytes as they are, everything else as JSON with a line for each row or entry.
 */
export async function withBank(work: (bank: Bank) => object | Promise<object>): Promise<void> {
  const snapshot = await ensureSnapshot();
  const reader = await openSnapshot(snapshot.file);
  try {
    const made = await work(bankOf(snapshot, reader));
    process.stdout.write(made instanceof Uint8Array ? made : jsonText(made));
  } finally {
    reader.close();
  }
}

/** A snapshot, open in `reader`, as loaders ask it; `open` opens the source that it was read from. */
export function bankOf(
  snapshot: Snapshot,
  reader: SnapshotReader,
  open = () => openSource({...environment, ...settingsFor(snapshot)}),
): Bank {
  return {
    snapshot,
    ...queriesOver(reader),
    async askSource(ask) {
      const source = await open();
      try {
        return await ask(source);
      } finally {
        await source.close();
      }
    },
  };
}

export function queriesOver({
  connection,
  own,
}: Pick<SnapshotReader, "connection"> & Partial<Pick<SnapshotReader, "own">>): Queries {
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
  return {
    connection,
    query,
    dataset: (name) => query(readSql(join(projectRoot, `src/data/${name}.sql`)).sql),
  };
}
