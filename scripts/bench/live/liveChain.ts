import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {RowDataPacket} from "mysql2/promise";
import type {Environment} from "../../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {freePort} from "../../db/freePort.js";
import {loadBank} from "../../db/load/loadBank.js";
import {brokenRuleLines, brokenRules} from "../../db/load/ruleCheck.js";
import {migrate} from "../../db/migrate.js";
import {connectTo, type ThrowAwayServer} from "../../db/throwAwayServer.js";
import {batchNumbers} from "../../stream/layout.js";
import {CommandProcess} from "./commandProcess.js";
import {writeEmptySite} from "./emptySite.js";
import {PageClient} from "./pageClient.js";
import {assertSamePostings, centsOf, postingsOfDatabase, postingsOfFiles} from "./postings.js";

/** What can be killed. */
export interface Victim {
  readonly name: string;
  /** Kills it and starts it again. */
  restart(): Promise<void>;
  /** Whether it has done some of its work since it was started. */
  isAtWork(): Promise<boolean>;
}

export interface LiveTotals {
  readonly batches: number;
  readonly rows: number;
  readonly cents: number;
}

/** A database of a server that can be killed. */
interface Database {
  readonly server: ThrowAwayServer;
  readonly env: Environment;
}

const bank = ["--individuals", "80", "--companies", "10", "--months", "3"];
const pace = ["--continuous", "--live-batch-size", "20", "--live-interval", "0.05"];

/** How long the publisher may take to start, in milliseconds. */
const startMs = 120_000;

/**
 * All that the live stream passes through, as processes: the generator; the worker and a MariaDB server, where one is
 * given; the publisher; and a client as a page is.
 */
export class LiveChain {
  readonly victims: readonly Victim[];
  readonly #stream: string;
  readonly #database: Database | undefined;
  readonly #generator: CommandProcess;
  readonly #worker: CommandProcess;
  readonly #publisher: CommandProcess;
  readonly #page: PageClient;

  /** Makes a bank in an empty folder, loads it, and starts all of them. */
  static async open(scratch: string, server?: ThrowAwayServer): Promise<LiveChain> {
    const folder = join(scratch, "bank");
    const generator = ["scripts/seed.ts", "--out", folder, ...bank];
    await new CommandProcess("generator", generator).run();
    const database = server && {server, env: await server.createDatabase()};
    if (database) {
      const settings = requiredDatabaseSettings(database.env);
      await migrate(settings);
      await loadBank(settings, {folder, rejectsFolder: join(scratch, "rejects")});
    }
    const site = join(scratch, "site");
    writeEmptySite(site);
    const chain = new LiveChain(folder, {site, port: await freePort(), database});
    try {
      await chain.#begin();
    } catch (error) {
      chain.close();
      throw error;
    }
    return chain;
  }

  private constructor(
    folder: string,
    {site, port, database}: {site: string; port: number; database: Database | undefined},
  ) {
    const stream = `${folder}-stream`;
    const source = database ? {DATA_SOURCE: "mariadb", ...database.env} : {DATA_SOURCE: "csv"};
    const command = (name: string, script: string, ...options: string[]) =>
      new CommandProcess(name, [`scripts/${script}.ts`, ...options], source);
    this.#stream = stream;
    this.#database = database;
    this.#generator = command("generator", "seed", "--out", folder, ...bank, ...pace);
    this.#worker = command("worker", "live-post", "--stream", stream);
    const serving = ["--folder", site, "--stream", stream, "--port", `${port}`];
    this.#publisher = command("publisher", "live", ...serving);
    for (const each of this.#processes) if (each !== this.#generator) each.start();
    const page = new PageClient(`http://127.0.0.1:${port}/live/events`);
    this.#page = page;
    const written = async () => batchNumbers(stream).at(-1) ?? 0;
    const told = async () => page.lastBatch;
    const posted = () => this.#posted();
    this.victims = [
      victim("generator", this.#generator, written),
      ...(database
        ? [victim("worker", this.#worker, posted), victim("server", database.server, posted)]
        : []),
      victim("publisher", this.#publisher, told),
      victim("connection", page, told),
    ];
  }

  /** Starts the generator once the page listens: one that comes later is told of the stream's last day only. */
  async #begin(): Promise<void> {
    const deadline = performance.now() + startMs;
    while (this.#page.connections === 0) {
      this.#publisher.assertRuns();
      if (performance.now() > deadline)
        throw new Error(`the publisher did not answer within ${startMs / 1000} s`);
      await sleep(20);
    }
    this.#generator.start();
  }

  /** Throws where a process has ended by itself, or the page was told something twice or not at all. */
  check(): void {
    for (const each of this.#processes) each.assertRuns();
    this.#page.assertUnharmed();
  }

  /**
   * Ends the generator, waits until all has come through, and ends the others. Throws where files, database and page do not
   * hold the same, or the database breaks a rule.
   */
  async settle(patienceMs: number): Promise<LiveTotals> {
    await this.#generator.end();
    const files = postingsOfFiles(this.#stream);
    const last = batchNumbers(this.#stream).at(-1) ?? 0;
    const deadline = performance.now() + patienceMs;
    while (this.#page.lastBatch < last) {
      this.#page.assertUnharmed();
      if (performance.now() > deadline)
        throw new Error(`the page has come to batch ${this.#page.lastBatch} of ${last}`);
      await sleep(50);
    }
    if (this.#database) {
      await this.#worker.end();
      await this.#assertPosted(this.#database.env, files);
    }
    await this.#publisher.end();
    this.#page.assertUnharmed();
    assertSamePostings(["files", files], ["page", this.#page.postings]);
    return {batches: last, rows: files.size, cents: centsOf(files)};
  }

  /** What each process said last. */
  get lastWords(): string {
    return this.#processes.map(({lastWords}) => lastWords).join("\n");
  }

  /** Ends what is left, as it is. */
  close(): void {
    this.#page.close();
    for (const each of this.#processes) each.abandon();
  }

  get #processes(): readonly CommandProcess[] {
    const worker = this.#database ? [this.#worker] : [];
    return [this.#generator, ...worker, this.#publisher];
  }

  /** The last batch that is posted; 0 while the server does not answer. */
  async #posted(): Promise<number> {
    try {
      const connection = await connectTo(this.#database!.env);
      const [rows] = await connection.query<RowDataPacket[]>("select batch from live_stream");
      connection.destroy();
      return Number(rows[0]?.batch ?? 0);
    } catch {
      return 0;
    }
  }

  async #assertPosted(env: Environment, files: ReadonlyMap<number, number>): Promise<void> {
    const connection = await connectTo(env);
    try {
      const postings = await postingsOfDatabase(connection);
      assertSamePostings(["files", files], ["database", postings]);
      const broken = await brokenRules(connection);
      if (broken.length > 0)
        throw new Error(broken.flatMap((rule) => brokenRuleLines(rule)).join("\n"));
    } finally {
      connection.destroy();
    }
  }
}

/** Something that can be killed, whose progress is a number that grows. */
function victim(
  name: string,
  each: {kill(): Promise<void>; start(): void | Promise<void>},
  progress: () => Promise<number>,
): Victim {
  let from = 0;
  return {
    name,
    async restart() {
      from = Math.max(from, await progress());
      await each.kill();
      await each.start();
    },
    isAtWork: async () => (await progress()) > from,
  };
}
