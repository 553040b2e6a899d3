import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {Field, List, Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import {describe, expect, it} from "vitest";
import {keyedBytes} from "../../../../loaders/datasets/formats/keyed.js";
import {writtenTexts} from "../../../../loaders/datasets/private/writtenTexts.js";
import {temporaryFolder} from "../../../support/tinyBank.js";

async function texts(target: string, bytes: Uint8Array): Promise<string[]> {
  const found = [];
  for await (const text of writtenTexts(target, bytes)) found.push(text);
  return found;
}

async function database(select: string): Promise<Uint8Array> {
  const file = join(temporaryFolder("written"), "x.duckdb");
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`create table t as ${select}`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(file);
}

const plain = tableToIPC(new Table({word: vectorFromArray(["canary"], new Utf8())}));
const dictionary = tableToIPC(new Table({word: vectorFromArray(["canary"])}));
const list = tableToIPC(
  new Table({word: vectorFromArray([["canary"]], new List(new Field("item", new Utf8())))}),
);

describe("writtenTexts(target, bytes)", () => {
  it("tells a dictionary from a column of texts here: both are read", () => {
    const type = (bytes: Uint8Array) => String(tableFromIPC(bytes).schema.fields[0]!.type);
    expect(type(plain)).toBe("Utf8");
    expect(type(dictionary)).toMatch(/^Dictionary/);
  });

  it.each([
    ["x.arrow", plain],
    ["x.arrow", dictionary],
    ["x.arrow", list],
    ["x.keyed", keyedBytes([["key", [{word: "canary"}]]])],
    ["x.json", Buffer.from('{"rows":[["canary"]]}')],
    ["x.csv", Buffer.from("word\ncanary\n")],
  ])("finds a text in %s, wherever it stands: %#", async (target, bytes) => {
    expect(await texts(target, bytes)).toContain("canary");
  });

  it.each([
    "select 'canary' as word",
    "select ['canary'] as word",
    "select {'word': 'canary'} as row",
  ])("finds a text in a database: %s", async (select) => {
    expect((await texts("x.duckdb", await database(select))).join()).toContain("canary");
  });
});
