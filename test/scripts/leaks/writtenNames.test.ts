import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {brotliCompressSync, gzipSync} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {Field, List, Table, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import {describe, expect, it} from "vitest";
import {keyedBytes} from "../../../loaders/datasets/formats/keyed.js";
import {findLeaks} from "../../../scripts/leaks/findLeaks.js";
import {readings} from "../../../scripts/leaks/readings.js";
import {csvText} from "../../../src/lib/csvText.js";
import {quotedText} from "../../../src/lib/quotedSql.js";
import {temporaryFolder} from "../../support/tinyBank.js";

/** Names with each letter that some kind of file writes otherwise. */
const names = [
  'Hotel "Zur Post" GmbH',
  '"Anführung"',
  "L'Auberge d'Or",
  "Müller & Söhne KG",
  "Auto <Nord> GmbH",
  "C:\\neu\\users",
  "Adler, Beck und Co",
  "Café Crème",
  "Straße 1\n1010 Wien",
  "Tab\tZeile",
  "Emoji 😀 Bar",
];

const rows = names.map((name, at) => ({at, name}));

/** Every letter that is none of the alphabet, by its number. */
const numbered = (text: string, write: (code: number) => string) =>
  text.replace(/[^\w ]/gu, (letter) => write(letter.codePointAt(0)!));
const named: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "'": "&apos;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\\": "&bsol;",
  ",": "&comma;",
  é: "&eacute;",
  è: "&egrave;",
  ü: "&uuml;",
  ö: "&ouml;",
  ß: "&szlig;",
  "\n": "&NewLine;",
  "\t": "&Tab;",
};
const markup = (text: string) => text.replace(/./gsu, (letter) => named[letter] ?? letter);
const units = (text: string) =>
  text.replace(/[^\w ]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const list = (write: (name: string) => string) => names.map(write).join("\n");
const script = `export const names = ${JSON.stringify(names)};`;

async function database(name: string, run: (file: string) => string): Promise<Uint8Array> {
  const file = join(temporaryFolder("written"), name);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const values = names.map((of, at) => `(${at}, ${quotedText(of)})`).join(", ");
  await connection.run(
    `create table names as select * from (values ${values}) rows (number, name)`,
  );
  // as a large file has them: its bytes do not spell the texts
  await connection.run("pragma force_compression = 'fsst'");
  await connection.run(run(file));
  connection.closeSync();
  instance.closeSync();
  return readFileSync(file);
}

const attached = (select: string) => (file: string) =>
  `attach ${quotedText(file)} as site; create table site.written as ${select}; detach site`;

const kinds: readonly [file: string, bytes: () => string | Uint8Array | Promise<Uint8Array>][] = [
  ["comma.csv", () => csvText(rows, ["at", "name"])],
  ["mark.csv", () => `\ufeff${csvText(rows, ["name", "at"])}`],
  ["semicolon.csv", () => `name;at\n${list((name) => `"${name.replaceAll('"', '""')}";1`)}\n`],
  ["list.csv", () => csvText([{names}], ["names"])],
  ["comma.csv.br", () => brotliCompressSync(csvText(rows, ["name"]))],
  ["rows.json", () => JSON.stringify({rows}, null, 2)],
  ["keys.json", () => JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])))],
  ["escaped.json", () => `["${names.map(units).join('", "')}"]`],
  ["markup.json", () => JSON.stringify(names.map((name) => `<b>${markup(name)}</b>`))],
  ["rows.json.gz", () => gzipSync(JSON.stringify(rows))],
  ["rows.keyed", () => keyedBytes(names.map((name, at) => [`key-${at}`, [{name}]]))],
  ["keys.keyed", () => keyedBytes(names.map((name) => [name, []]))],
  ["text.arrow", () => tableToIPC(new Table({name: vectorFromArray(names, new Utf8())}))],
  ["dictionary.arrow", () => tableToIPC(new Table({name: vectorFromArray(names)}))],
  [
    "list.arrow",
    () => {
      const type = new List(new Field("item", new Utf8()));
      return tableToIPC(new Table({names: vectorFromArray([names], type)}));
    },
  ],
  [
    "text.parquet",
    () => database("x.parquet", (file) => `copy names to ${quotedText(file)} (compression zstd)`),
  ],
  ["text.duckdb", () => database("x.duckdb", attached("from names"))],
  ["list.duckdb", () => database("x.duckdb", attached("select list(name) as names from names"))],
  ["row.duckdb", () => database("x.duckdb", attached("select {'name': name} as row from names"))],
  ["markup.html", () => `<p>${list(markup)}</p>`],
  ["decimal.html", () => `<p>${list((name) => numbered(name, (code) => `&#${code};`))}</p>`],
  [
    "hexadecimal.html",
    () => `<p>${list((name) => numbered(name, (code) => `&#X${code.toString(16)};`))}</p>`,
  ],
  ["attribute.html", () => `<p data-names="${markup(JSON.stringify(names))}"></p>`],
  ["script.html", () => `<script type="module">${script}</script>`],
  ["vector.svg", () => `<svg><text>${list(markup)}</text></svg>`],
  ["double.js", () => script],
  [
    "single.js",
    () =>
      list(
        (name) =>
          `'${JSON.stringify(name)
            .slice(1, -1)
            .replace(/\\"|'/g, (mark) => (mark === "'" ? "\\'" : '"'))}'`,
      ),
  ],
  ["points.js", () => list((name) => `"${numbered(name, (code) => `\\u{${code.toString(16)}}`)}"`)],
  ["markup.js", () => `const html = ${JSON.stringify(list(markup))};`],
  ["script.js.map", () => JSON.stringify({sourcesContent: [script]})],
  ["select.sql", () => list((name) => `select ${quotedText(name)} as name;`)],
  ["plain.txt", () => list((name) => name)],
];

const words = (...forbidden: string[]) => ({
  forbidden: new Set(forbidden),
  allowed: new Set<string>(),
});

describe("findLeaks(folder, words)", () => {
  it.each(kinds)("finds each name, however it is written: %s", async (file, bytes) => {
    const folder = temporaryFolder("leaks");
    writeFileSync(join(folder, file), await bytes());
    const leaks = await findLeaks(folder, words(...names, "Hotel Zur Post", "Cafe Creme"));
    expect(leaks.map(({word}) => word).sort()).toEqual([...names].sort());
  });

  it("finds nothing that only stands in two values, one after the other", async () => {
    const folder = temporaryFolder("leaks");
    writeFileSync(join(folder, "cells.csv"), "street,city\nStraße 1,1010 Wien\n");
    writeFileSync(join(folder, "cells.json"), '["Straße 1","1010 Wien"]');
    expect(await findLeaks(folder, words("Straße 1\n1010 Wien"))).toEqual([]);
  });
});

describe("readings(text)", () => {
  it.each([
    ["Adler & Beck", ["Adler & Beck"]],
    ["&eacute;", ["&eacute;", "é"]],
    ["\\u00e9", ["\\u00e9", "é"]],
    ["\\u0026eacute;", ["\\u0026eacute;", "&eacute;", "é"]],
    ["&bsol;u00e9", ["&bsol;u00e9", "\\u00e9", "é"]],
    ["&unknown; &#x110000;", ["&unknown; &#x110000;"]],
    ["\\u{110000}", ["\\u{110000}"]],
    ["", [""]],
  ])("of %j are %j", (text, read) => {
    expect([...readings(text)]).toEqual(read);
  });
});
