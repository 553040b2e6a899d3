/**
 * What a TypeScript data loader needs: the snapshot to read, and a way to write its dataset.
 *
 *     const bank = await openBank();
 *     writeJson(await bank.query("select … from bank.person_months order by …"));
 *     bank.close();
 */
import {environment} from "../environment.js";
import {openSource} from "../openSource.js";
import {type Cell, type Row, readRows} from "../rows.js";
import {openSnapshot, type SnapshotReader} from "../snapshot/reader.js";
import {ensureSnapshot, type Snapshot, settingsFor} from "../snapshot/snapshot.js";
import type {Source} from "../source.js";
import {jsonText} from "./formats/json.js";

export interface Bank {
  readonly snapshot: Snapshot;
  readonly connection: SnapshotReader["connection"];
  /** The rows of a SELECT over `bank`, as JSON holds them: days and instants are text, money is a number. */
  query(sql: string): Promise<Row[]>;
  /** The source that the snapshot was read from, for what is asked of the system of record itself. */
  openSource(): Promise<Source>;
  close(): void;
}

/** The snapshot, built first where it is missing or out of date. */
export async function openBank(): Promise<Bank> {
  const snapshot = await ensureSnapshot();
  const reader = await openSnapshot(snapshot.file);
  return {
    snapshot,
    connection: reader.connection,
    query: async (sql) => readRows(await reader.connection.run(sql)),
    openSource: () => openSource({...environment, ...settingsFor(snapshot)}),
    close: () => reader.close(),
  };
}

/** Writes a dataset to stdout as JSON, a line for each row or entry. */
export function writeJson(value: Cell | readonly Row[]): void {
  process.stdout.write(jsonText(value));
}

/** Writes a dataset's bytes to stdout. */
export function writeBytes(bytes: Uint8Array): void {
  process.stdout.write(bytes);
}
