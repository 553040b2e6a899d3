import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {compressSite} from "../../scripts/site/compressSite.js";
import {temporaryFolder} from "../support/tinyBank.js";

const text = "who saves, and how much? ".repeat(40);

function siteOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder("compressed");
  mkdirSync(join(folder, "people"));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

describe("compressSite(folder, known)", () => {
  it("writes Brotli and gzip beside a file where they are smaller, and nothing beside what is read in parts", async () => {
    const folder = siteOf({
      "people/savings.html": text,
      "short.json": "{}",
      "bank.duckdb": text,
      "person.keyed": text,
    });
    await compressSite(folder, []);
    const made = (ending: string) => readFileSync(join(folder, `people/savings.html${ending}`));
    expect(brotliDecompressSync(made(".br")).toString()).toBe(text);
    expect(gunzipSync(made(".gz")).toString()).toBe(text);
    for (const file of ["short.json", "bank.duckdb", "person.keyed"])
      for (const ending of [".br", ".gz"])
        expect(existsSync(join(folder, file + ending))).toBe(false);
  });

  it("takes over what the previous site has of the same file, and makes anew what has changed", async () => {
    const previous = siteOf({"people/savings.html": text, "index.html": text});
    for (const file of ["people/savings.html", "index.html"])
      writeFileSync(join(previous, `${file}.br`), "made before");
    const folder = siteOf({"people/savings.html": text, "index.html": text.replace("who", "Who")});
    await compressSite(folder, [previous]);
    const made = (file: string) => readFileSync(join(folder, `${file}.br`));
    expect(made("people/savings.html").toString()).toBe("made before");
    expect(brotliDecompressSync(made("index.html")).toString()).toMatch(/^Who saves/);
  });
});
