import type {Column as ResultColumn} from "../../lib/notebook/columns.js";
import {type Batch, columnsOf, columnTypes} from "./arrowColumns.js";
import {type Database, type OnLoad, openDatabase} from "./database.js";

/** Rows of a query, column by column. */
export interface Result {
  readonly columns: readonly ResultColumn[];
  readonly rowCount: number;
  /** Whether there are more rows than were read. */
  readonly isCut: boolean;
}

/** That somebody stopped a query, or another took its place. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  constructor() {
    super("stopped");
  }
}

/** An engine that is asked to stop is given so long, then its worker is ended. */
const patienceMs = 500;

export interface EngineOptions {
  readonly bankUrl: () => Promise<string>;
  readonly onLoad: OnLoad;
  /** Makes what has to be there before the first query. */
  readonly onOpen?: (database: Database) => Promise<void>;
  /** Told once it answers, with the milliseconds that its start took. */
  readonly onReady: (ms: number) => void;
  /** The engine was ended: its tables are gone. */
  readonly onEnd: () => void;
}

/** The engine of a page: it starts with the first query, runs one at a time, and can be stopped. */
export class Engine {
  readonly #options: EngineOptions;
  #database: Promise<Database> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Resolves once it answers; starts it where nobody has. */
  async ready(): Promise<void> {
    await this.#open();
  }

  /**
   * The rows of one statement, at most `most`. Waits for the queries before it. Throws the engine's error, or `Stopped`
   * once the signal says so.
   */
  query(sql: string, {signal, most}: {signal: AbortSignal; most: number}): Promise<Result> {
    const turn = this.#last.then(() => {
      if (signal.aborted) throw new Stopped();
      return this.#run(sql, signal, most);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Work that no query stands between. Waits for the queries before it. */
  use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => work(await this.#open()));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends it after the queries that wait, if it has started: the next one opens the bank anew. */
  restart(): Promise<void> {
    const turn = this.#last.then(async () => {
      if (this.#database) this.#end(await this.#database);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #run(sql: string, signal: AbortSignal, most: number): Promise<Result> {
    const database = await this.#open();
    if (signal.aborted) throw new Stopped();
    let patience: ReturnType<typeof setTimeout> | undefined;
    let onAbort = () => {};
    const stopped = new Promise<never>((_, stop) => {
      onAbort = () => {
        patience = setTimeout(() => {
          this.#end(database);
          stop(new Stopped());
        }, patienceMs);
        database.connection.cancelSent().catch(() => undefined);
      };
    });
    signal.addEventListener("abort", onAbort);
    const rows = readRows(database, sql, most, signal);
    try {
      return await Promise.race([rows, stopped]);
    } catch (error) {
      if (signal.aborted) throw new Stopped();
      if (!isBroken(error)) throw error;
      this.#end(database);
      throw new Error(
        "out of memory: the engine broke down and starts again with the next query (group the answer, or take fewer rows)",
        {cause: error},
      );
    } finally {
      clearTimeout(patience);
      signal.removeEventListener("abort", onAbort);
      rows.catch(() => undefined);
    }
  }

  async #open(): Promise<Database> {
    this.#database ??= this.#start();
    try {
      return await this.#database;
    } catch (error) {
      this.#database = undefined; // so that the next query tries again
      throw error;
    }
  }

  async #start(): Promise<Database> {
    const {bankUrl, onLoad, onOpen, onReady} = this.#options;
    const start = performance.now();
    const database = await openDatabase(await bankUrl(), onLoad);
    await onOpen?.(database);
    onReady(performance.now() - start);
    return database;
  }

  #end(database: Database): void {
    this.#database = undefined;
    void database.end();
    this.#options.onEnd();
  }
}

/** A trap of WebAssembly: whatever is asked next would fail too. */
const isBroken = (error: unknown) =>
  /memory access out of bounds|unreachable|index is out of bounds|Aborted\(|has been invalidated|within a transaction/.test(
    error instanceof Error ? error.message : String(error),
  );

async function readRows(
  {connection}: Database,
  sql: string,
  most: number,
  signal: AbortSignal,
): Promise<Result> {
  const reader = await sent(connection, sql);
  await reader.open();
  const types = columnTypes(reader.schema as unknown as Batch["schema"]);
  const batches: Batch[] = [];
  let rowCount = 0;
  for await (const batch of reader) {
    if (signal.aborted) throw new Stopped();
    batches.push(batch as unknown as Batch);
    rowCount += batch.numRows;
    if (rowCount > most) break;
  }
  const isCut = rowCount > most;
  if (isCut) await connection.cancelSent();
  return {
    columns: columnsOf(types, batches, most),
    rowCount: Math.min(rowCount, most),
    isCut,
  };
}

/** A pivot is several statements to the engine, which only its other way takes: it answers all rows at once. */
async function sent(connection: Database["connection"], sql: string) {
  try {
    return await connection.send(sql);
  } catch (error) {
    if (!(error instanceof Error && /can only take a single statement/.test(error.message)))
      throw error;
    const {schema, batches} = await connection.query(sql);
    return {
      schema,
      open: async () => undefined,
      [Symbol.asyncIterator]: async function* () {
        yield* batches;
      },
    };
  }
}
