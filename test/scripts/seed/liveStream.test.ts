import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {type Batch, liveStream} from "../../../scripts/seed/liveStream.js";
import {writeBank} from "../../../scripts/seed/writeBank.js";
import {parseMonth} from "../../../src/lib/day.js";

const folder = mkdtempSync(join(tmpdir(), "countinghouse-live-"));
const stream = join(folder, "stream");
const parameters = {
  individuals: 80,
  companies: 10,
  months: 3,
  seed: 42,
  start: parseMonth("2025-05"),
};
const batches: Batch[] = [];

beforeAll(async () => {
  const bank = writeBank(parameters, join(folder, "seed"));
  const {signal} = new AbortController();
  const terms = {size: 100, intervalSeconds: 0, signal, limit: 25};
  for await (const batch of liveStream(bank, stream, terms)) batches.push(batch);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const rows = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(1) : [];
const streamed = (table: string): string[] =>
  readdirSync(stream).flatMap((batch) => rows(join(stream, batch, `${table}.csv`)));
const key = (row: string) => row.split(",")[0]!;

describe("liveStream(bank, folder)", () => {
  it("writes the batches it was asked for, each of at least the given size", () => {
    expect(readdirSync(stream)).toEqual(
      batches.map(({number}) => `batch-${String(number).padStart(6, "0")}`),
    );
    expect(batches).toHaveLength(25);
    const cut = batches.filter(({transactions}) => transactions < 100);
    expect(cut.length).toBeLessThanOrEqual(2); // the last of a month
  });

  it("goes on where the bank ended, as a longer bank would", () => {
    writeBank({...parameters, months: 3}, join(folder, "again"));
    const last = Number(key(rows(join(folder, "again/transactions.csv")).at(-1)!));
    const ids = streamed("transactions").map((row) => Number(key(row)));
    expect(ids).toEqual(ids.map((_, place) => last + 1 + place));
  });

  it("tells of each day once, before anything is booked on it", () => {
    const days = streamed("calendar").map(key);
    expect(new Set(days).size).toBe(days.length);
    expect(days[0]).toBe("2025-08-01");
    const known = new Set<string>();
    for (const batch of readdirSync(stream)) {
      for (const row of rows(join(stream, batch, "calendar.csv"))) known.add(key(row));
      for (const row of rows(join(stream, batch, "transactions.csv"))) {
        expect(known).toContain(row.split(",")[3]);
      }
    }
  });

  it("repeats an invoice with its receipt when it is paid", () => {
    const receipts = new Set(streamed("transactions").map(key));
    const paid = streamed("invoices").filter((row) => row.split(",").at(-1) !== "");
    expect(paid.length).toBeGreaterThan(0);
    for (const row of paid) expect(receipts).toContain(row.split(",").at(-1));
  });

  it("leaves nothing half written", () => {
    for (const batch of readdirSync(stream)) {
      expect(readdirSync(join(stream, batch))).toContain("manifest.json");
    }
  });
});

it("npm run seed -- --continuous --out X writes beside X, and stops cleanly when it is interrupted", async () => {
  const out = join(folder, "interrupted/seed");
  const args = "--individuals 40 --companies 4 --months 2 --continuous --live-interval 0.05";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/seed.ts", ...args.split(" "), "--out", out],
    {cwd: projectRoot, stdio: "ignore"},
  );
  const live = join(folder, "interrupted/seed-stream");
  while (!existsSync(live) || readdirSync(live).length < 3) await sleep(20);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(readdirSync(live).filter((name) => name.startsWith("."))).toEqual([]);
  expect(readdirSync(join(folder, "interrupted")).sort()).toEqual(["seed", "seed-stream"]);
});

it("the help of npm run seed and data/README.md say where the batches go", () => {
  const args = ["--import", "tsx", "scripts/seed.ts", "--help"];
  const help = execFileSync(process.execPath, args, {cwd: projectRoot, encoding: "utf8"});
  expect(help).toContain("into data/stream (with --out X into X-stream)");
  const readme = readFileSync(join(projectRoot, "data/README.md"), "utf8");
  expect(readme).toMatch(
    /into `data\/stream\/`; those of a bank\s+made with `--out X` go into `X-stream\/`/,
  );
});
