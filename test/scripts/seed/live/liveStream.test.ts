import {execFileSync} from "node:child_process";
import {appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../../loaders/environment.js";
import {liveStream, type StreamTerms} from "../../../../scripts/seed/live/liveStream.js";
import {writeBank} from "../../../../scripts/seed/writeBank.js";
import {
  type BatchManifest,
  batchName,
  batchNumbers,
  isCardStyle,
  liveFileName,
  readManifest,
} from "../../../../scripts/stream/layout.js";
import {notePlace} from "../../../../scripts/stream/readers.js";
import type {Channel} from "../../../../src/lib/bank/schema.js";
import {parseMonth} from "../../../../src/lib/day.js";

const root = mkdtempSync(join(tmpdir(), "countinghouse-live-"));
afterAll(() => rmSync(root, {recursive: true, force: true}));

const parameters = {
  individuals: 80,
  companies: 10,
  months: 3,
  seed: 42,
  start: parseMonth("2025-05"),
};

const forever = new AbortController().signal;

/** Streams into a folder of the name, from a bank of the parameters, and returns the batches. */
async function run(name: string, terms: Partial<StreamTerms>): Promise<BatchManifest[]> {
  const bank = writeBank(parameters, join(root, `${name}-seed`));
  const batches: BatchManifest[] = [];
  const all = {size: 100, intervalSeconds: 0, signal: forever, ...terms};
  for await (const batch of liveStream(bank, join(root, name), all)) batches.push(batch);
  return batches;
}

const rows = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(1) : [];
const inBatches = (name: string, table: string): string[] =>
  batchNumbers(join(root, name)).flatMap((batch) =>
    rows(join(root, name, batchName(batch), `${table}.csv`)),
  );
const live = (name: string): string[] =>
  readdirSync(join(root, name))
    .filter((file) => file.startsWith("transactions_live"))
    .sort((a, b) => Number(a === liveFileName) - Number(b === liveFileName) || (a < b ? -1 : 1))
    .flatMap((file) => rows(join(root, name, file)));
const key = (row: string) => row.split(",")[0]!;
const ids = (name: string) =>
  [...live(name), ...inBatches(name, "transactions")]
    .map((row) => Number(key(row)))
    .sort((a, b) => a - b);

describe("liveStream(bank, folder)", () => {
  let batches: BatchManifest[];
  beforeAll(async () => {
    batches = await run("whole", {limit: 25});
  });

  it("writes the batches it was asked for, each of at least the given size", () => {
    expect(batchNumbers(join(root, "whole"))).toEqual(batches.map(({batch}) => batch));
    expect(batches).toHaveLength(25);
    const cut = batches.filter((batch) => batch.rows < 100);
    expect(cut.length).toBeLessThanOrEqual(2); // the last of a month
  });

  it("goes on where the bank ended, without a gap, in the live file and the batches together", () => {
    const last = Number(key(rows(join(root, "whole-seed/transactions.csv")).at(-1)!));
    expect(ids("whole")).toEqual(ids("whole").map((_, place) => last + 1 + place));
    expect(ids("whole")).toHaveLength(batches.reduce((sum, batch) => sum + batch.rows, 0));
  });

  it("puts payments by card into the live file, in order, and nothing else", () => {
    const channel = (row: string) => row.split(",")[5] as Channel;
    expect(live("whole").length).toBeGreaterThan(500);
    expect(live("whole").filter((row) => !isCardStyle(channel(row)))).toEqual([]);
    expect(inBatches("whole", "transactions").filter((row) => isCardStyle(channel(row)))).toEqual(
      [],
    );
    const numbers = live("whole").map((row) => Number(key(row)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it("says which bytes and which line of the live file belong to a batch", () => {
    const bytes = readFileSync(join(root, "whole", liveFileName));
    const lines = bytes.toString().split("\n");
    for (const {
      live: {from, to, line, rows: count},
      first_id,
      rows: all,
    } of batches) {
      const own = bytes.subarray(from, to).toString().split("\n").slice(0, -1);
      expect(own).toHaveLength(count);
      if (count === 0) continue;
      expect(lines[line - 1]).toBe(own[0]);
      for (const row of own) {
        expect(Number(key(row))).toBeGreaterThanOrEqual(first_id);
        expect(Number(key(row))).toBeLessThan(first_id + all);
      }
    }
  });

  it("tells of each day once, before anything is booked on it", () => {
    const days = inBatches("whole", "calendar").map(key);
    expect(new Set(days).size).toBe(days.length);
    expect(days[0]).toBe("2025-08-01");
    const known = new Set<string>();
    const bytes = readFileSync(join(root, "whole", liveFileName));
    for (const {batch, live} of batches) {
      const folder = join(root, "whole", batchName(batch));
      for (const row of rows(join(folder, "calendar.csv"))) known.add(key(row));
      const cards = bytes.subarray(live.from, live.to).toString().split("\n").slice(0, -1);
      for (const row of [...rows(join(folder, "transactions.csv")), ...cards])
        expect(known).toContain(row.split(",")[3]);
    }
  });

  it("repeats an invoice with its receipt when it is paid", () => {
    const receipts = new Set(inBatches("whole", "transactions").map(key));
    const paid = inBatches("whole", "invoices").filter((row) => row.split(",").at(-1) !== "");
    expect(paid.length).toBeGreaterThan(0);
    for (const row of paid) expect(receipts).toContain(row.split(",").at(-1));
  });

  it("names what was refused for lack of money", () => {
    const refused = inBatches("whole", "refusals");
    expect(refused.length).toBeGreaterThan(0);
    for (const row of refused)
      expect(row).toMatch(
        /^2025-0[89]-\d\d [\d:]{8},(ind|com)-[\w-]+,\d+\.\d\d,[a-z_]+,[a-z_]+,(cp-\d+)?$/,
      );
  });

  it("goes on after an end as if there had been none", async () => {
    await run("parts", {limit: 7});
    await run("parts", {limit: 1});
    await run("parts", {limit: 17});
    for (const {batch, files} of batches) {
      for (const {file, sha256} of files)
        expect(readManifest(join(root, "parts"), batch).files).toContainEqual(
          expect.objectContaining({file, sha256}),
        );
    }
    expect(live("parts")).toEqual(live("whole"));
  });

  it("goes on with batches of another size", async () => {
    await run("sizes", {limit: 3});
    await run("sizes", {limit: 4, size: 33});
    await run("sizes", {limit: 9});
    const rows = live("sizes");
    expect(rows).toEqual(live("whole").slice(0, rows.length));
    expect(ids("sizes")).toEqual(ids("sizes").map((_, place) => ids("whole")[0]! + place));
  });

  it("takes back what a killed run wrote behind its last whole batch", async () => {
    await run("torn", {limit: 3});
    const before = live("torn");
    appendFileSync(join(root, "torn", liveFileName), `${before.at(-1)!.slice(0, 20)}`);
    await run("torn", {limit: 3});
    expect(live("torn").slice(0, before.length)).toEqual(before);
    expect(ids("torn")).toEqual(ids("torn").map((_, place) => ids("torn")[0]! + place));
  });

  it("begins anew where the folder continues another bank", async () => {
    await run("other", {limit: 2});
    const bank = writeBank({...parameters, seed: 7}, join(root, "other-seed"));
    const terms = {size: 100, intervalSeconds: 0, signal: forever, limit: 1};
    for await (const {batch} of liveStream(bank, join(root, "other"), terms)) expect(batch).toBe(1);
    expect(batchNumbers(join(root, "other"))).toEqual([1]);
  });

  it("rotates the live file by size", async () => {
    const rotated = await run("rotated", {limit: 25, segmentBytes: 20_000});
    expect(Math.max(...rotated.map(({live}) => live.segment))).toBeGreaterThan(4);
    expect(live("rotated")).toEqual(live("whole"));
  });

  it("waits when the folder is full and nobody reads, and removes what all have read", async () => {
    const stop = new AbortController();
    let written = 0;
    const waits: boolean[] = [];
    const onWait = (isWaiting: boolean) => {
      waits.push(isWaiting);
      if (isWaiting && waits.length < 6)
        notePlace(join(root, "full"), {name: "test", batch: written - 1});
      if (waits.length === 7) stop.abort();
    };
    const terms = {signal: stop.signal, roomBytes: 60_000, segmentBytes: 20_000, onWait};
    const bank = writeBank(parameters, join(root, "full-seed"));
    for await (const {batch} of liveStream(bank, join(root, "full"), {
      size: 100,
      intervalSeconds: 0,
      ...terms,
    }))
      written = batch;
    expect(waits).toEqual([true, false, true, false, true, false, true, false]);
    expect(batchNumbers(join(root, "full"))[0]).toBeGreaterThan(1);
    expect(readManifest(join(root, "full"), written).batch).toBe(written);
    expect(live("full")[0]).not.toBe(live("whole")[0]);
  });

  it("moves with the clock at a stated speed", async () => {
    const bank = writeBank(parameters, join(root, "clock-seed"));
    const stop = new AbortController();
    const speed = 86_400; // a day a second
    const terms = {size: 100, intervalSeconds: 0.1, speed, signal: stop.signal};
    const started = performance.now();
    let [days, seconds] = [0, 0];
    for await (const {at} of liveStream(bank, join(root, "clock"), terms)) {
      seconds = (performance.now() - started) / 1000;
      days = (Date.parse(`${at.replace(" ", "T")}Z`) - Date.parse("2025-08-01")) / 86_400_000;
      expect(days).toBeLessThan(seconds + 0.1);
      if (seconds > 1.5) stop.abort();
    }
    expect(days).toBeGreaterThan(seconds / 3);
  });
});

it("the help of npm run seed and data/README.md say where the batches go", () => {
  const args = ["--import", "tsx", "scripts/seed.ts", "--help"];
  const help = execFileSync(process.execPath, args, {cwd: projectRoot, encoding: "utf8"});
  expect(help).toContain("into data/stream (with --out X into X-stream)");
  const readme = readFileSync(join(projectRoot, "data/README.md"), "utf8");
  expect(readme).toMatch(
    /into `data\/stream\/`;\s+those of a bank\s+made with `--out X` go into `X-stream\/`/,
  );
});
