import type {Table} from "../../src/lib/bank/schema.js";
import type {Fence} from "./fence.js";

/** Where a load takes its rows from. */
export interface SourceOfRows {
  /** For people, and published: no host, no account. */
  readonly label: string;
  /** The last day of the calendar: all that came before is closed. */
  readonly lastDay: string;
  /** How the bank was generated, each value as JSON, in order. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Puts the table's rows within the fence into a table of ClickHouse with the same columns. */
  fill(table: Table, into: string, fence: Fence): Promise<void>;
  close(): Promise<void>;
}
