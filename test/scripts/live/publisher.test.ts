import {once} from "node:events";
import {cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {endOf, startNode} from "../../../loaders/childProcess.js";
import {environment} from "../../../loaders/environment.js";
import {directoryOfFiles} from "../../../scripts/live/directory.js";
import type {LiveFeed} from "../../../scripts/live/feed.js";
import {fileFeed} from "../../../scripts/live/fileFeed.js";
import {
  type LiveServer,
  type LiveServerOptions,
  startLiveServer,
} from "../../../scripts/live/liveServer.js";
import {frameHeaders, pageHeaders, securityHeaders} from "../../../scripts/site/serve/headers.js";
import {batchName, liveFileName, readManifest} from "../../../scripts/stream/layout.js";
import type {LiveBatch, LiveRow, LiveState} from "../../../src/lib/live/events.js";
import {type EventClient, listen, type ServerEvent} from "../../support/eventClient.js";
import {streamBank, totalsOfFiles} from "../../support/stream.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const root = mkdtempSync(join(tmpdir(), "countinghouse-publish-"));
const whole = join(root, "seed-stream");
const site = join(root, "site");
/** Batches that are there. */
const count = 40;

beforeAll(async () => {
  await streamBank(root, {limit: count});
  mkdirSync(site);
  writeFileSync(
    join(site, "index.html"),
    "<!doctype html><head><title>Site</title></head><p>Hello",
  );
});
afterAll(() => rmSync(root, {recursive: true, force: true}));

const batchesOf = (events: readonly ServerEvent[]): LiveBatch[] =>
  events.filter(({event}) => event === "batch").map(({data}) => data as LiveBatch);
const numbers = (events: readonly ServerEvent[]) => batchesOf(events).map(({batch}) => batch);
const upTo = (last: number) => (events: readonly ServerEvent[]) => numbers(events).at(-1) === last;

const emptyBatch = (batch: number): LiveBatch => ({
  batch,
  at: 1_761_955_200,
  writtenAt: Date.now(),
  rows: [],
  refusals: [],
});
/** A feed that holds nothing. */
const emptyFeed: LiveFeed = {
  source: "file",
  mark: () => "test",
  async *follow() {},
  oldest: async () => undefined,
  read: async () => undefined,
};

describe("npm run live", () => {
  let stream: string;
  let server: LiveServer;
  const clients: EventClient[] = [];

  beforeEach(() => {
    stream = mkdtempSync(join(root, "stream-"));
    for (const name of ["stream.json", liveFileName]) cpSync(join(whole, name), join(stream, name));
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await server.close();
    rmSync(stream, {recursive: true});
  });

  /** Starts the publisher, and waits until it has taken what is there already, up to a batch. */
  async function start(last = 0, options: Partial<LiveServerOptions> = {}): Promise<void> {
    const directory = () => directoryOfFiles(join(root, "seed"));
    const feed = fileFeed(stream, {reader: "test", directory});
    server = await startLiveServer({folder: site, feed, ...options});
    await expect.poll(() => server.hub.lastBatch, {interval: 5}).toBe(last);
  }

  /** Puts batches of the whole stream in their place, as the generator does. */
  function write(from: number, to = from): void {
    for (let batch = from; batch <= to; batch++) {
      cpSync(join(whole, batchName(batch)), join(stream, ".aside"), {recursive: true});
      renameSync(join(stream, ".aside"), join(stream, batchName(batch)));
    }
  }

  /** Takes the batches up to one away, as a stream of another bank does. */
  function beginAnew(last: number): void {
    for (let batch = 1; batch <= last; batch++)
      rmSync(join(stream, batchName(batch)), {recursive: true});
    const identity = {generator: {}, parameters: {}, first_id: 1};
    writeFileSync(join(stream, "stream.json"), JSON.stringify(identity));
  }

  async function connect(options: Parameters<typeof listen>[1] = {}): Promise<EventClient> {
    const client = await listen(`${server.url}live/events`, options);
    clients.push(client);
    return client;
  }

  it("tells where it listens on every page, and serves the rest of the site as it is", async () => {
    await start();
    const page = await (await fetch(server.url)).text();
    expect(page).toContain('<meta name="live-events" content="/live/events"></head>');
    expect(await (await fetch(`${server.url}missing`)).text()).toBe("not found");
    expect((await fetch(`${server.url}%E0%A4%A`)).status).toBe(404);
  });

  it("says with its pages and its events what npm run serve says with its files", async () => {
    await start(0, {framedBy: "https://wiki.example"});
    const told = async (path: string) =>
      Object.fromEntries((await fetch(server.url + path)).headers);
    expect(await told("")).toMatchObject({
      ...securityHeaders,
      ...pageHeaders,
      ...frameHeaders(""),
    });
    expect(await told("?figure=cost")).toMatchObject(
      frameHeaders("?figure=cost", "https://wiki.example"),
    );
    expect((await connect()).headers).toMatchObject(securityHeaders);
  });

  it.each([
    ["bank.example", 403],
    ["localhost", 200],
  ])("answers a page that calls this machine %s with %i", async (host, status) => {
    await start();
    const {hostname, port} = new URL(server.url);
    const [response] = await once(request({hostname, port, headers: {host}}).end(), "response");
    response.resume();
    expect(response.statusCode).toBe(status);
  });

  it("tells a new client the state, then the batches, nine of ten within a second, to the cent", async () => {
    write(1, 5);
    await start(5);
    const client = await connect();
    await client.until((events) => events.length > 0);
    const state = client.events[0]!.data as LiveState;
    expect(client.events[0]).toMatchObject({event: "state"});
    expect(state).toMatchObject({source: "file", batch: 5, missed: 0});
    expect(state.newest).toHaveLength(40);
    const delays: number[] = [];
    for (let batch = 6; batch <= count; batch++) {
      const written = Date.now();
      write(batch);
      await client.until(upTo(batch));
      delays.push(client.events.at(-1)!.cameAt - written);
    }
    delays.sort((a, b) => a - b);
    expect(delays[Math.floor(delays.length / 2)]).toBeLessThan(250);
    expect(delays[Math.floor(delays.length * 0.9)]).toBeLessThan(1000);
    const rows = batchesOf(client.events).flatMap(({rows}) => rows);
    const before = totalsOfFiles(stream, 5);
    const all = totalsOfFiles(stream);
    expect(rows).toHaveLength(all.rows - before.rows);
    expect(rows.reduce((sum, row) => sum + row[6], 0)).toBe(all.cents - before.cents);
    expect(rows.map(([id]) => id)).toEqual(rows.map((_, place) => before.lastId + 1 + place));
    expect(rows.every(([, , , owner, name]) => owner !== "" && name !== "")).toBe(true);
  });

  it("begins also while a generator removes what is there", async () => {
    write(1, 4);
    // of a folder that is removed, the files go first
    rmSync(join(stream, batchName(2), "manifest.json"));
    await start(4);
    const client = await connect();
    write(5);
    await client.until(upTo(5));
    await server.close();

    rmSync(join(stream, batchName(5), "manifest.json"));
    await start();
    write(6);
    await expect.poll(() => server.hub.lastBatch).toBe(6);
  });

  it("counts what is told since midnight as the ledger does", async () => {
    write(1, count);
    await start(count);
    const client = await connect();
    await client.until((events) => events.length > 0);
    const {today} = client.events[0]!.data as LiveState;
    const last = readManifest(stream, count).at.slice(0, 10);
    const sum = await listen(`${server.url}live/events`, {
      lastEventId: client.events[0]!.id!.replace(/\d+$/, "0"),
    });
    clients.push(sum);
    await sum.until(upTo(count));
    const ofDay = batchesOf(sum.events)
      .flatMap(({rows}) => rows)
      .filter((row) => new Date(row[1] * 1000).toISOString().startsWith(last));
    expect(today!.rows).toBe(ofDay.length);
    const payments = ofDay.filter((row) => row[9] !== 2);
    expect(today!.all).toEqual({
      count: payments.length,
      cents: payments.reduce((total, row) => total + Math.abs(row[6]), 0),
    });
    const parts = Object.values(today!.channels);
    expect(parts.reduce((total, {cents}) => total + cents, 0)).toBe(today!.all.cents);
  });

  it("tells a client that comes back what it missed, once, also from before a restart", async () => {
    write(1, 10);
    await start(10);
    const first = await connect();
    write(11, 14);
    await first.until(upTo(14));
    const {id} = first.events.at(-1)!;
    first.close();
    write(15, 20);
    const second = await connect({lastEventId: id!});
    await second.until(upTo(20));
    expect(numbers(second.events)).toEqual([15, 16, 17, 18, 19, 20]);
    expect(second.events.some(({event}) => event === "state")).toBe(false);
    await server.close();
    write(21, 23);
    await start();
    const third = await connect({lastEventId: id!});
    await third.until(upTo(23));
    expect(numbers(third.events)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23]);
  });

  it("says how many batches a client missed that are no longer kept", async () => {
    write(1, 3);
    await start(3);
    const first = await connect();
    await first.until((events) => events.length > 0);
    const id = first.events[0]!.id!.replace(/\d+$/, "1");
    await server.close();
    write(4, 12);
    for (let batch = 1; batch < 8; batch++)
      rmSync(join(stream, batchName(batch)), {recursive: true});
    await start(12);
    const second = await connect({lastEventId: id});
    await second.until((events) => events.length > 0);
    expect(second.events[0]).toMatchObject({event: "state", data: {batch: 12, missed: 6}});
  });

  it("leaves out a batch that cannot be read, and goes on", async () => {
    await start();
    const client = await connect();
    write(1);
    await client.until(upTo(1));
    cpSync(join(whole, batchName(2)), join(stream, ".aside"), {recursive: true});
    writeFileSync(join(stream, ".aside/transactions.csv"), "date;amount\n");
    renameSync(join(stream, ".aside"), join(stream, batchName(2)));
    write(3);
    await client.until(upTo(3));
    expect(numbers(client.events)).toEqual([1, 3]);
  });

  it("begins anew with the stream", async () => {
    write(1, 4);
    await start(4);
    const client = await connect();
    await client.until((events) => events.length > 0);
    beginAnew(4);
    await client.until((events) => (events.at(-1)!.data as LiveState).batch === 0);
    write(1, 2);
    await client.until(upTo(2));
    expect(numbers(client.events).slice(-2)).toEqual([1, 2]);
  });

  it("begins anew also where the new stream has the batch that comes next already", async () => {
    write(1, 4);
    await start(4);
    const client = await connect();
    await client.until((events) => events.length > 0);
    beginAnew(4);
    write(1, 5);
    await client.until(upTo(5));
    expect(numbers(client.events)).toEqual([1, 2, 3, 4, 5]);
  });

  it("tells a client that was there before the stream all of it", async () => {
    renameSync(join(stream, "stream.json"), join(stream, "aside.json"));
    await start();
    const early = await connect();
    await early.until((events) => events.length > 0);
    early.close();
    renameSync(join(stream, "aside.json"), join(stream, "stream.json"));
    write(1, 3);
    await expect.poll(() => server.hub.lastBatch).toBe(3);
    const back = await connect({lastEventId: early.events[0]!.id!});
    await back.until(upTo(3));
    expect(back.events.map(({event}) => event)).toEqual(["batch", "batch", "batch"]);
  });

  it("lets a client wait until it is known which stream there is", async () => {
    let mark: string | undefined;
    server = await startLiveServer({
      folder: site,
      feed: {
        ...emptyFeed,
        mark: () => mark,
        async *follow() {
          while (mark === undefined) await sleep(5);
          yield null;
          for (let batch = 1; batch <= 5; batch++) yield emptyBatch(batch);
        },
      },
    });
    const client = await connect({lastEventId: "test-3"});
    const newcomer = await connect();
    mark = "test";
    await client.until(upTo(5));
    await newcomer.until(upTo(5));
    expect(numbers(client.events)).toEqual([4, 5]);
    expect(numbers(newcomer.events)).toEqual([1, 2, 3, 4, 5]);
  });

  it("cuts a client off whose batch cannot be read, so that it comes back, and keeps the others", async () => {
    let last = 5;
    server = await startLiveServer({
      folder: site,
      feed: {
        ...emptyFeed,
        async *follow(signal) {
          for (let batch = 5; !signal.aborted; await sleep(5))
            while (batch <= last) yield emptyBatch(batch++);
        },
        read: async () => {
          throw new Error("the server is away");
        },
      },
    });
    await expect.poll(() => server.hub.lastBatch).toBe(5);
    const other = await connect();
    const behind = await connect({lastEventId: "test-1"});
    await behind.closed;
    last = 6;
    await other.until(upTo(6));
    expect(numbers(behind.events)).toEqual([]);
  });

  it("drops a client that does not read, with the reason, and keeps the others", async () => {
    const rows = Array.from(
      {length: 3000},
      (_, id): LiveRow => [
        id,
        1_761_955_200,
        "ind-000001-chk",
        "ind-000001",
        "Ada Example",
        "Madrid",
        -100,
        0,
        9,
        0,
        "Shop",
      ],
    );
    let batch = 0;
    const feed: LiveFeed = {
      source: "file",
      mark: () => "test",
      async *follow(signal) {
        while (!signal.aborted) {
          yield {batch: ++batch, at: 1_761_955_200, writtenAt: Date.now(), rows, refusals: []};
          await sleep(5);
        }
      },
      oldest: async () => 1,
      read: async () => undefined,
    };
    server = await startLiveServer({folder: site, feed, keptBytes: 2 << 20});
    const fast = await connect();
    const slow = await connect();
    await slow.until((events) => events.length > 0);
    slow.pause();
    await expect.poll(() => server.hub.clientCount).toBe(1);
    slow.resume();
    await slow.closed;
    expect(slow.events.at(-1)).toMatchObject({
      event: "dropped",
      data: {reason: expect.stringMatching(/too slow: \d+ batches behind/)},
    });
    expect(fast.events.some(({event}) => event === "dropped")).toBe(false);
    const told = numbers(fast.events);
    expect(told).toEqual(told.map((_, place) => told[0]! + place));
  });

  it.each([
    ["ends with its feed", ["index.html", "bank/live.html"], 1],
    ["tells the readers of an edition nothing of the bank", ["index.html"], 2],
  ])("%s", async (_, pages, code) => {
    await start();
    const folder = temporaryFolder("live-site");
    mkdirSync(join(folder, "bank"));
    for (const page of pages) writeFileSync(join(folder, page), "<!doctype html>");
    const noFolder = join(site, "index.html");
    const options = ["--folder", folder, "--stream", noFolder, "--port", "0"];
    const child = startNode(["--import", "tsx", "scripts/live.ts", ...options], {
      env: {...environment, DATA_SOURCE: "csv"},
      stdio: "ignore",
    });
    expect(await endOf(child)).toBe(code);
  });

  it("turns clients away beyond its limit", async () => {
    await start(0, {mostClients: 2});
    await connect();
    await connect();
    const third = await connect();
    expect(third.status).toBe(503);
    expect(third.headers["retry-after"]).toBe("30");
    await expect.poll(third.rest).toContain("the limit of 2 clients is reached");
  });

  it.each([
    ["another origin", {origin: "https://elsewhere.example"}, 403],
    ["another name of this host", {host: "elsewhere.example"}, 403],
    ["its own pages", {}, 200],
  ])("answers %s with a status", async (_, headers, status) => {
    await start();
    expect((await connect({headers})).status).toBe(status);
  });

  it("lets pages of a named origin listen", async () => {
    await start(0, {origins: ["https://bank.example"]});
    const client = await connect({headers: {origin: "https://bank.example"}});
    expect(client.status).toBe(200);
    expect(client.headers["access-control-allow-origin"]).toBe("https://bank.example");
  });

  it("beats, so that a silent connection is known to be there", async () => {
    await start(0, {heartbeatMs: 50});
    const client = await connect();
    await expect.poll(client.rest).toContain(": beat");
  });
});
