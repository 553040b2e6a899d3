import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import {readPersonAccounts} from "../../loaders/datasets/personLegs.js";
import {makeSqlDataset} from "../../loaders/datasets/sqlDataset.js";
import {projectRoot} from "../../loaders/environment.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {readSql} from "../../loaders/sqlText.js";
import {keyedRows} from "../../src/components/keyed.js";
import {bank} from "../support/bank.js";
import {counting} from "../support/counting.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

/** Two banks, one with ten times the customers of the other. */
const sizes = [
  {individuals: 150, companies: 12, months: 14, seed: 9},
  {individuals: 1500, companies: 120, months: 14, seed: 9},
];

let banks: SnapshotReader[];
beforeAll(async () => {
  banks = await Promise.all(sizes.map((size) => tinySnapshot(bank(size))));
});
afterAll(() => {
  for (const reader of banks) reader.close();
});

/** The keyed datasets that the pages of a subject attach, by name; of those that are SELECTs. */
function attachedTo(folder: string): string[] {
  const pages = readdirSync(join(projectRoot, "src", folder)).filter((file) =>
    file.endsWith(".md"),
  );
  const texts = pages.map((file) => readFileSync(join(projectRoot, "src", folder, file), "utf8"));
  const names = texts.flatMap((text) =>
    Array.from(text.matchAll(/data\/([\w-]+\.keyed)"/g), ([, name]) => name!),
  );
  return [...new Set(names)].filter((name) =>
    existsSync(join(projectRoot, `src/data/${name}.sql`)),
  );
}

async function bytesOf(reader: SnapshotReader, name: string): Promise<Uint8Array> {
  const text = readSql(join(projectRoot, `src/data/${name}.sql`));
  return (await makeSqlDataset(reader.connection, text, "keyed")).bytes;
}

/** What is sent of a file for each of the first customers of a kind, in the mean. */
async function sentForOne(file: Uint8Array, ids: readonly string[]): Promise<number> {
  const {url, sent, close} = await counting(file);
  for (const id of ids) await keyedRows({name: "file", url: async () => url}, id);
  await close();
  return sent() / ids.length;
}

const idsOf = (kind: "ind" | "com", digits: number) =>
  Array.from({length: 12}, (_, at) => `${kind}-${String(at + 1).padStart(digits, "0")}`);

describe("what a profile loads of one customer", () => {
  it.each([
    ["person", "ind", 6],
    ["company", "com", 5],
  ] as const)("is the same in a bank of ten times the size: %s", async (folder, kind, digits) => {
    const ids = idsOf(kind, digits);
    const names = attachedTo(folder).filter((name) => name !== "search-names.keyed");
    expect(names.length).toBeGreaterThan(3);
    const totals = [0, 0];
    for (const name of names) {
      for (const [at, reader] of banks.entries())
        totals[at]! += await sentForOne(await bytesOf(reader, name), ids);
    }
    const [small, large] = totals as [number, number];
    expect(small).toBeGreaterThan(1_000);
    expect(large / small).toBeLessThan(1.3);
    expect(large).toBeLessThan(50_000);
  });

  it("is the same of contracts and days of a balance", async () => {
    const sent: number[] = [];
    for (const reader of banks) {
      const file = keyedBytes(await readPersonAccounts(queriesOver(reader)));
      sent.push(await sentForOne(file, idsOf("ind", 6)));
    }
    expect(sent[1]! / sent[0]!).toBeLessThan(1.3);
    expect(sent[1]).toBeLessThan(10_000);
  });

  it("is the same of a name that is looked for", async () => {
    for (const reader of banks)
      expect(
        await sentForOne(await bytesOf(reader, "search-names.keyed"), [
          "individual ma",
          "ind-000007",
        ]),
      ).toBeLessThan(2_000);
  });
});
