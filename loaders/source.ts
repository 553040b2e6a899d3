/**
 * Where the bank's data come from. One seam with three implementations: the CSV files of `npm run seed`
 * (`csv/source.ts`), MariaDB (`mariadb/source.ts`) and ClickHouse (`clickhouse/source.ts`); `openSource.ts` chooses. What reads the bank asks
 * `openSource` and never an implementation.
 *
 * The choice is made once, on opening, and holds until `close`: whatever fails afterwards is an error and
 * never a reason to turn to the other source, so that no build mixes two. All answers of one open source
 * are of one instant.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Extract} from "./extracts.js";
import type {Row} from "./rows.js";

export type SourceKind = "csv" | "mariadb" | "clickhouse";

/** What a page says about where its numbers come from. */
export interface SourceDescription {
  readonly kind: SourceKind;
  /** For people, and published: `CSV files in data/seed`, `MariaDB 11.8, database bank`, `ClickHouse 26.7, database bank`; no host, no user. */
  readonly label: string;
  /**
   * The last day that is read, `2026-10-31`: the greatest `calendar.day`, or, where the source cannot show one instant
   * of what is being posted, the last closed one.
   */
  readonly asOf: string;
  /** How the bank was generated, as far as the source knows: `{"seed": 42, "individuals": 2500, …}`. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** What a reader should know: files that were edited after they were generated, and the like. */
  readonly notes: readonly string[];
  /** Why MariaDB, though configured, was not used; published, so without host, port and account. */
  readonly fallbackCause: string | null;
}

type Origin = Pick<SourceDescription, "parameters" | "notes">;

/**
 * Why a source may hold real persons; undefined where all of it came out of the generator. What somebody has edited or
 * imported, which is noted, may be anybody's.
 */
export function whyNotSimulated({parameters, notes}: Origin): string | undefined {
  return notes[0] ?? ("seed" in parameters ? undefined : "nothing says how it was generated");
}

/** Whether no person, company or account of a source is real. */
export const isSimulated = (description: Origin): boolean =>
  whyNotSimulated(description) === undefined;

/** Where an extract goes: an existing, empty table of the snapshot, by its qualified name. */
export interface ExtractTarget {
  readonly connection: DuckDBConnection;
  /** For example `bank.transactions`; its columns are those of the extract, in order. */
  readonly table: string;
}

export interface Source {
  readonly description: SourceDescription;
  /**
   * Text that changes when any row of the source may have changed, and where it has other tables than the bank’s any that
   * `own` reads; costs one query and one for each of `own`, or one look at the files.
   */
  fingerprint(own?: readonly Extract[]): Promise<string>;
  /**
   * Runs a SELECT of `sql/extract/` and puts its rows into the target, in order and with bounded memory.
   * Text is ordered by code point. Comes back with the number of rows; throws on a value that does not fit
   * its column and on an interrupted connection.
   */
  extract(extract: Extract, target: ExtractTarget): Promise<number>;
  /**
   * The rows of a SELECT over the bank's tables, unqualified, in the SQL that all engines run. Integers and
   * decimals are numbers, booleans true and false, a day or midnight is `2025-05-01`, another instant
   * `2025-05-01T13:45:10Z`.
   */
  query(sql: string): Promise<Row[]>;
  /**
   * Throws `BankChanged` where what has been read is not what the source holds now: files may be exchanged while
   * they are read, and so may the tables of ClickHouse; MariaDB is read as of one instant.
   */
  assertUnchanged(): void | Promise<void>;
  close(): Promise<void>;
}

/**
 * A database is configured but cannot be used: no server, refused, silent for too long, or without the schema.
 * The message is one line for its keeper. The databases' sources throw it from their opening and nowhere else; where
 * nobody has said which source to use, it is the one error that may lead from MariaDB to the CSV files, unless it is a
 * refusal.
 */
export class SourceUnavailable extends Error {
  override readonly name = "SourceUnavailable";
  /** The cause as pages may say it, without host, port or account. */
  readonly publicly: string;
  /** The server is there and does not let this account in: a setting is wrong, and waiting mends nothing. */
  readonly isRefusal: boolean;
  constructor(message: string, {publicly, isRefusal}: {publicly: string; isRefusal: boolean}) {
    super(message);
    this.publicly = publicly;
    this.isRefusal = isRefusal;
  }
}

/** The bank was exchanged or edited while it was read: what has been read is of no use, and reading again will do. */
export class BankChanged extends Error {
  override readonly name = "BankChanged";
  constructor(folder: string, cause?: unknown) {
    super(`the bank in ${folder} changed while it was read (run again)`, {cause});
  }
}
