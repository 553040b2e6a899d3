import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {keyedBytes} from "../../../loaders/datasets/formats/keyed.js";
import {makeSqlDataset} from "../../../loaders/datasets/sqlDataset.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {type SiteServer, serveSite} from "../../../scripts/site/serve/serveSite.js";
import {keyedRows} from "../../../src/components/keyed.js";
import {counting} from "../../support/counting.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

let bank: SnapshotReader;
let folder: string;
let site: SiteServer;
beforeAll(async () => {
  bank = await tinySnapshot();
  folder = mkdtempSync(join(tmpdir(), "keyed-"));
  site = await serveSite(folder);
});
afterAll(async () => {
  bank.close();
  await site.close();
  rmSync(folder, {recursive: true});
});

const make = (sql: string) =>
  makeSqlDataset(
    bank.connection,
    {name: "question", file: "src/data/question.keyed.sql", sql},
    "keyed",
  );

let files = 0;

/** A file on the server, as a page would attach it. */
function attach(bytes: Uint8Array, url = site.url) {
  const name = `rows-${++files}.keyed`;
  writeFileSync(join(folder, name), bytes);
  return {name, url: async () => `${url}${name}`};
}

const people = (count: number) =>
  Array.from({length: count}, (_, at) => [`ind-${at}`, [{at, name: `Żofia ${at}`}]] as const);

describe("a keyed file", () => {
  it("gives the rows of each key, in their order, without the key", async () => {
    const {bytes, rowCount} = await make(
      "select n % 50 as key, n, date '2026-10-01' as day from range(200) as t(n) order by key, n desc",
    );
    expect(rowCount).toBe(200);
    const file = attach(bytes);
    for (const key of [0, 7, 49]) {
      expect(await keyedRows(file, String(key))).toEqual(
        [150, 100, 50, 0].map((more) => ({n: key + more, day: "2026-10-01"})),
      );
    }
  });

  it("finds every key, whatever its letters, and none that is not there", async () => {
    const file = attach(keyedBytes([...people(3000), ["Bäcker, „Ø“ 東京", [1, 2]]]));
    for (const at of [0, 1, 1234, 2999])
      expect(await keyedRows(file, `ind-${at}`)).toEqual([{at, name: `Żofia ${at}`}]);
    expect(await keyedRows(file, "Bäcker, „Ø“ 東京")).toEqual([1, 2]);
    expect(await keyedRows(file, "ind-3000")).toEqual([]);
    expect(await keyedRows(attach(keyedBytes([])), "ind-0")).toEqual([]);
  });

  it("sends as few bytes for one of 20,000 keys as for one of 1,000", async () => {
    const sent = async (count: number) => {
      const {url, sent, close} = await counting(keyedBytes(people(count)));
      expect(await keyedRows({name: "people", url: async () => url}, "ind-789")).toHaveLength(1);
      await close();
      return sent();
    };
    expect(await sent(1_000)).toBeLessThan(1_000);
    expect(await sent(20_000)).toBeLessThan(1_000);
  });

  it("is read from a server that knows no ranges", async () => {
    const {url, close} = await counting(keyedBytes(people(500)), {ranges: false});
    const file = {name: "people", url: async () => url};
    expect(await keyedRows(file, "ind-17")).toEqual([{at: 17, name: "Żofia 17"}]);
    expect(await keyedRows(file, "ind-18")).toEqual([{at: 18, name: "Żofia 18"}]);
    await close();
  });

  it.each([
    ["no key", "select 1 as user_id", "the first column is user_id, not key"],
    ["a null", "select null as key, 1 as n", "row 1 has no key"],
    [
      "rows of a key apart",
      "select * from (values ('a', 1), ('b', 2), ('a', 3)) as t(key, n)",
      "the rows of a are not together (end the query in order by key)",
    ],
    [
      "an infinity",
      "select 1 as key, 2 as whole, 1e308::double * 10 as part",
      "column part: not a finite number: Infinity (guard the division with nullif)",
    ],
    [
      "a number too large for any cell",
      "select 9007199254740993 as key, 1 as n",
      "column key: number too large: 9007199254740993",
    ],
    [
      "a type that no cell holds",
      "select 1 as key, interval 1 day as wait",
      "column wait: no dataset can hold the type INTERVAL",
    ],
  ])("is refused with %s", async (_, sql, message) => {
    await expect(make(sql)).rejects.toThrow(message);
  });

  it("names the file that is not there, or is none of this kind, and can be asked again", async () => {
    const file = {name: "gone.keyed", url: async () => `${site.url}gone.keyed`};
    await expect(keyedRows(file, "a")).rejects.toThrow("gone.keyed: the server answered 404");
    writeFileSync(join(folder, "gone.keyed"), "a page that says: not found");
    await expect(keyedRows(file, "a")).rejects.toThrow("gone.keyed: not a keyed file");
    writeFileSync(join(folder, "gone.keyed"), keyedBytes([["a", [1]]]));
    expect(await keyedRows(file, "a")).toEqual([1]);
  });
});
