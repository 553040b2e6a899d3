import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {RowDataPacket} from "mysql2/promise";
import {afterAll, beforeAll, beforeEach, expect, it} from "vitest";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {brokenRules} from "../../scripts/db/load/ruleCheck.js";
import {postStream} from "../../scripts/live/postStream.js";
import {batchName, readManifest} from "../../scripts/stream/layout.js";
import {parseEur} from "../../src/lib/money.js";
import {
  canKillMariadb,
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  startMariadb,
} from "../support/mariadb.js";
import {type StreamTotals, streamBank, totalsOfFiles} from "../support/stream.js";

describeMariadb("npm run live:post", () => {
  const root = mkdtempSync(join(tmpdir(), "countinghouse-post-"));
  const stream = join(root, "seed-stream");
  const rejectsFolder = join(root, "rejects");
  let server: MariadbServer;
  let env: Environment;

  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(root, {recursive: true, force: true});
  });
  beforeEach(async () => {
    rmSync(stream, {recursive: true, force: true});
    rmSync(rejectsFolder, {recursive: true, force: true});
    env = await emptyBank(server);
  });

  const load = (options = {}) =>
    loadBank(requiredDatabaseSettings(env), {
      folder: join(root, "seed"),
      rejectsFolder,
      ...options,
    });

  async function query<Row = RowDataPacket>(sql: string): Promise<Row[]> {
    const connection: Connection = await connectTo(env);
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    await connection.end();
    return rows as Row[];
  }

  async function totals(): Promise<StreamTotals> {
    const [row] = await query(`select count(*) as row_count, coalesce(sum(amount_eur), 0) as eur,
      coalesce(max(transaction_id), 0) as last_id
      from transactions where transaction_id >= (select first_id from live_stream)`);
    return {rows: Number(row!.row_count), cents: parseEur(row!.eur), lastId: Number(row!.last_id)};
  }

  /** Posts all that is in the folder; gives back why batches were set aside. */
  async function postAll(last: number): Promise<(string | undefined)[]> {
    const stop = new AbortController();
    const reasons: (string | undefined)[] = [];
    await postStream({
      settings: requiredDatabaseSettings(env),
      folder: stream,
      rejectsFolder,
      signal: stop.signal,
      onBatch(batch, reason) {
        reasons.push(reason);
        if (batch === last) stop.abort();
      },
    });
    return reasons;
  }

  async function rules(): Promise<string[]> {
    const connection = await connectTo(env);
    const broken = await brokenRules(connection);
    await connection.end();
    return broken.map(({name}) => name);
  }

  it("posts every batch once, to the cent, and breaks no rule", async () => {
    const batches = await streamBank(root, {limit: 30});
    await load();
    expect((await postAll(30)).filter(Boolean)).toEqual([]);
    expect(await totals()).toEqual(totalsOfFiles(stream));
    expect(await rules()).toEqual([]);
    const places = await query("select batch, outcome, row_count from live_batches order by batch");
    expect(places.map(({row_count}) => row_count)).toEqual(batches.map(({rows}) => rows));
    const [refusals] = await query("select count(*) as n from live_refusals");
    expect(Number(refusals!.n)).toBeGreaterThan(0);
    await streamBank(root, {limit: 5});
    expect((await postAll(35)).filter(Boolean)).toEqual([]);
    expect(await totals()).toEqual(totalsOfFiles(stream));
    const {isLoaded} = await load({prune: true});
    expect(isLoaded).toBe(true);
    expect(await query("select * from live_stream")).toEqual([]);
    expect(await rules()).toEqual([]);
    const [left] = await query("select max(transaction_id) as last_id from transactions");
    expect(Number(left!.last_id)).toBe(readManifest(stream, 1).first_id - 1);
  });

  it.each([
    [
      "a line that was changed",
      (file: string) =>
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace(/,-(\d)(\d*\.\d\d),card/, ",-9$1$2,card"),
        ),
      /transactions_live\.000001\.csv is not what was written/,
    ],
    [
      "a value that no row may hold",
      (file: string) =>
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace(/(?<=,-)\d+\.\d\d(?=,card)/, (amount) =>
            amount.replace(/\d/g, "x"),
          ),
        ),
      /transactions_live\.000001\.csv, line \d+: invalid amount_eur: "-x+\.xx"/,
    ],
    [
      "a file that was cut short",
      (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 300)),
      /cut short: 300 bytes instead of/,
    ],
    [
      "a foreign file",
      (file: string) => writeFileSync(file, "date;amount\n".repeat(5000)),
      /line 2: 1 fields instead of 11/,
    ],
  ])("sets a batch aside for %s, keeps it, and goes on", async (_, damage, reason) => {
    await streamBank(root, {limit: 2, segmentBytes: 1});
    await load();
    damage(join(stream, "transactions_live.000001.csv"));
    const [first, second] = await postAll(2);
    expect(first).toMatch(reason);
    expect(second ?? "").not.toMatch(/./);
    expect(existsSync(join(rejectsFolder, batchName(1), "reason.txt"))).toBe(true);
    const [row] = await query("select outcome, reason from live_batches where batch = 1");
    expect(row).toMatchObject({outcome: "set aside", reason: first});
  });

  it("sets aside what the ledger refuses", async () => {
    await streamBank(root, {limit: 1});
    await load();
    const connection = await connectTo(env);
    await connection.query(
      "update accounts set opening_balance_eur = -1e9, overdraft_limit_eur = 0",
    );
    await connection.end();
    expect(await postAll(1)).toEqual([
      expect.stringMatching(/transaction \d+ of -[\d.]+ EUR on \S+: not enough money/),
    ]);
  });

  it("does not post a stream that continues another bank", async () => {
    await streamBank(root, {limit: 1, seed: 7});
    await load();
    await streamBank(root, {limit: 1});
    await expect(postAll(1)).rejects.toThrow(
      /the database ends with transaction \d+, the stream begins at \d+ \(load/,
    );
  });

  it.runIf(canKillMariadb)("is killed, and its server, and loses and repeats nothing", async () => {
    const limit = 60;
    await streamBank(root, {limit});
    await load();
    const run = () =>
      spawn(process.execPath, ["--import", "tsx", "scripts/live-post.ts", "--stream", stream], {
        cwd: projectRoot,
        stdio: "ignore",
        env: {...process.env, ...env},
      });
    const posted = async () =>
      Number((await query("select coalesce(max(batch), 0) as n from live_batches"))[0]!.n);
    let worker: ChildProcess = run();
    try {
      for (let kill = 0; kill < 5; kill++) {
        const from = await posted();
        while ((await posted()) < Math.min(limit - 1, from + 3)) await sleep(10);
        await sleep(Math.random() * 40);
        if (kill % 2 === 0) {
          worker.kill("SIGKILL");
          await once(worker, "exit");
          worker = run();
        } else {
          await server.kill();
          await server.start();
        }
      }
      while ((await posted()) < limit) await sleep(50);
      expect(worker.exitCode).toBeNull();
    } finally {
      worker.kill("SIGTERM");
      await once(worker, "exit");
    }
    expect(await totals()).toEqual(totalsOfFiles(stream));
    const outcomes = await query("select distinct outcome from live_batches");
    expect(outcomes).toEqual([{outcome: "posted"}]);
    expect(await rules()).toEqual([]);
  });
});
