import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {CompressingEffects} from "../../scripts/site/compressingEffects.js";
import {compressSite} from "../../scripts/site/compressSite.js";
import {temporaryFolder} from "../support/tinyBank.js";

const text = "what a bank earns, and from whom. ".repeat(40);

function effectsIn(output: string, known: readonly string[] = []): CompressingEffects {
  return new CompressingEffects(output, join(output, "cache"), {known});
}

describe("CompressingEffects", () => {
  it("compresses what is written and copied, and leaves pages for when they are finished", async () => {
    const folder = temporaryFolder("effects");
    const source = join(folder, "source.csv");
    writeFileSync(source, text);
    const site = join(folder, "site");
    const effects = effectsIn(site);
    await effects.writeFile("/_import/page.js", text);
    await effects.copyFile(source, "/_file/data/x.csv");
    await effects.writeFile("/page.html", text);
    await effects.writeFile("/_file/person.keyed", text);
    await effects.compressed();
    const of = (file: string) => readFileSync(join(site, file));
    for (const file of ["_import/page.js", "_file/data/x.csv"]) {
      expect(brotliDecompressSync(of(`${file}.br`)).toString()).toBe(text);
      expect(gunzipSync(of(`${file}.gz`)).toString()).toBe(text);
    }
    for (const file of ["page.html", "_file/person.keyed"])
      expect(existsSync(join(site, `${file}.br`))).toBe(false);
    // what is there is left, and the pages are added
    writeFileSync(join(site, "_import/page.js.br"), "made before");
    await compressSite(site, []);
    expect(of("_import/page.js.br").toString()).toBe("made before");
    expect(brotliDecompressSync(of("page.html.br")).toString()).toBe(text);
  });

  it("takes what a site that is known has of the same file", async () => {
    const known = temporaryFolder("known");
    mkdirSync(join(known, "_import"));
    writeFileSync(join(known, "_import/page.js"), text);
    writeFileSync(join(known, "_import/page.js.br"), "made before");
    const site = temporaryFolder("effects");
    const effects = effectsIn(site, [known]);
    await effects.writeFile("/_import/page.js", text);
    await effects.compressed();
    expect(readFileSync(join(site, "_import/page.js.br"), "utf8")).toBe("made before");
  });

  it("tells when it is waited for that a file could not be compressed", async () => {
    const site = temporaryFolder("effects");
    const effects = effectsIn(site);
    mkdirSync(join(site, "b.json.br"));
    for (const file of ["a.json", "b.json", "c.json"]) await effects.writeFile(file, text);
    await expect(effects.compressed()).rejects.toThrow(/b\.json\.br/);
  });
});
