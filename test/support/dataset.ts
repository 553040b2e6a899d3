import {queriesOver} from "../../loaders/datasets/bank.js";
import type {Row} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";

const asked = new WeakMap<SnapshotReader, Map<string, Promise<Row[]>>>();

/** A row of a keyed dataset has its key beside what a page gets. */
export interface Keyed {
  readonly key: string;
}

/** The rows of a dataset of the site that is a SELECT, `budget-months.csv`, over a snapshot; each is asked once. */
export function dataset<T = Row>(snapshot: SnapshotReader, name: string): Promise<T[]> {
  const known = asked.get(snapshot) ?? new Map<string, Promise<Row[]>>();
  asked.set(snapshot, known);
  const rows = known.get(name) ?? queriesOver(snapshot).dataset(name);
  known.set(name, rows);
  return rows as Promise<unknown> as Promise<T[]>;
}
