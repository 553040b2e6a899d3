/** The fonts that builds take are those of the packages, with what the site uses of them. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {narrowFont} from "../../scripts/site/fonts/narrowFont.js";
import {narrowFonts, usesOfFonts} from "../../scripts/site/fonts.js";

const kept = (file: string) => readFileSync(join(projectRoot, narrowFonts, file));
const packaged = (name: string, file: string) =>
  readFileSync(join(projectRoot, "node_modules", name, file));

describe("the fonts in scripts/site/fonts", () => {
  it.each(usesOfFonts)("$file is as npm run fonts makes it of the package of now", async (use) => {
    const narrow = await narrowFont(packaged(use.package, use.file), use);
    expect(kept(use.file).equals(narrow)).toBe(true);
    expect(kept(use.file).length).toBeLessThan(packaged(use.package, use.file).length * 0.8);
  });

  it("are no others", () => {
    const names = readdirSync(join(projectRoot, narrowFonts, "files"));
    const fonts = names.filter((name) => name.endsWith(".woff2")).map((name) => `files/${name}`);
    expect(fonts.sort()).toEqual(usesOfFonts.map(({file}) => file).sort());
  });

  it("carry the licence of their package", () => {
    for (const {package: name, file} of usesOfFonts)
      expect(kept(`${file}.LICENSE.txt`)).toEqual(packaged(name, "LICENSE"));
  });
});

describe("narrowFont(font, used)", () => {
  it("refuses a range of letters that is none", async () => {
    const used = {letters: "U+0000-00FF,latin", weights: {min: 400, max: 600}};
    await expect(narrowFont(Buffer.alloc(0), used)).rejects.toThrow(
      'invalid unicode-range: "latin"',
    );
  });
});
