import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {brotliCompressSync, gzipSync} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {beforeAll, describe, expect, it} from "vitest";
import {keyedBytes} from "../../../loaders/datasets/formats/keyed.js";
import {findLeaks, wordFinder} from "../../../scripts/leaks/findLeaks.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const folder = temporaryFolder("leaks");
const canary = (name: string) => `canary-${name}-4711`;
const put = (file: string, bytes: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, file)), {recursive: true});
  writeFileSync(join(folder, file), bytes);
};

/** A database out of which a row was deleted. */
async function duckdb(name: string, kept: string, deleted: string): Promise<Uint8Array> {
  const file = join(temporaryFolder("duckdb"), name);
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`create table t as select '${deleted}' as word`);
  await connection.run("checkpoint");
  await connection.run(`delete from t; insert into t values ('${kept}')`);
  await connection.run("checkpoint");
  connection.closeSync();
  instance.closeSync();
  return readFileSync(file);
}

async function parquet(word: string): Promise<Uint8Array> {
  const file = join(temporaryFolder("parquet"), "x.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `copy (select '${word}' as word from range(3000)) to '${file}' (compression zstd)`,
  );
  instance.closeSync();
  return readFileSync(file);
}

const planted = [
  "html",
  "comment",
  "json",
  "escaped",
  "csv",
  "br",
  "gz",
  "keyed",
  "arrow",
  "parquet",
  "duckdb",
  "deleted",
  "map",
  "wasm",
];

beforeAll(async () => {
  put(
    "page.html",
    `<p>${canary("html").replace("-", "&#39;-")}</p><p>Michiels &amp; Söhne</p><!-- ${canary("comment")} -->`,
  );
  put("plain.html", `<p>${canary("html")}</p>`);
  put("a.json", JSON.stringify({rows: [{name: canary("json")}]}));
  put("b.json", `{"name":"\\u0063${canary("escaped").slice(1)}"}`);
  put("c.csv", `name,amount\n${canary("csv")},7654321.37\n`);
  put("d.js.br", brotliCompressSync(`const x = "${canary("br")}";`));
  put("e.js.gz", gzipSync(`const x = "${canary("gz")}";`));
  put("f.keyed", keyedBytes([["com-00001", [{name: canary("keyed")}]]]));
  put("g.arrow", tableToIPC(tableFromArrays({name: [canary("arrow")]})));
  put("h.parquet", await parquet(canary("parquet")));
  put("i.duckdb", await duckdb("i.duckdb", canary("duckdb"), canary("deleted")));
  put("j.js.map", JSON.stringify({sources: [`/home/${canary("map")}/x.ts`]}));
  put("k.wasm", Buffer.concat([Buffer.from([0, 97, 115, 109]), Buffer.from(canary("wasm"))]));
  put(`com/${canary("name")}.html`, "<p>nothing</p>");
});

const words = (...forbidden: string[]) => ({
  forbidden: new Set(forbidden),
  allowed: new Set<string>(),
});

describe("findLeaks(folder, words)", () => {
  it.each([...planted, "name"])("finds what is planted as %s, and nothing else", async (name) => {
    const leaks = await findLeaks(folder, words(canary(name), canary("none")));
    expect([...new Set(leaks.map(({word}) => word))]).toEqual([canary(name)]);
  });

  it("names the file, once for each word", async () => {
    expect(await findLeaks(folder, words(canary("csv"), "7654321.37"))).toEqual([
      {file: "c.csv", word: canary("csv")},
      {file: "c.csv", word: "7654321.37"},
    ]);
  });

  it("reads what a page writes with entities", async () => {
    expect(await findLeaks(folder, words("Michiels & Söhne"))).toHaveLength(1);
  });
});

describe("wordFinder(words)", () => {
  const finder = wordFinder({
    forbidden: new Set(["Decock BV", "com-00013", "Röntg", "ada"]),
    allowed: new Set(["Michiels & Decock BV"]),
  });
  it.each([
    ["paid by Decock BV today", ["Decock BV"]],
    ["paid by Michiels & Decock BV today", []],
    ["Michiels & Decock BVBA", []],
    ["com-000131, xcom-00013", []],
    ["com-00013", ["com-00013"]],
    ['["com-00013"]', ["com-00013"]],
    ["Röntgen", []],
    ["Röntg.", ["Röntg"]],
    ["ada", []],
    ["", []],
  ])("finds in %j %j", (text, found) => {
    expect([...finder(text)]).toEqual(found);
  });
});
