import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {simulatedWords} from "../../loaders/pages/simulatedWords.js";
import {isSimulated, whyNotSimulated} from "../../loaders/source.js";
import {markdownFiles} from "../../scripts/site/pages.js";
import {runIn} from "../support/project.js";
import {builtProject, copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

const claims = /\b(?:simulated bank|invented|no person|drawn by a program|is simulated)\b/i;
const pagesOf = (dist: string) =>
  readdirSync(dist, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html"))
    .map((file) => [file, readFileSync(join(dist, file), "utf8")] as const);

describe("simulatedWords(markdown, isSimulated)", () => {
  const page =
    "It is <simulated>invented,\nand </simulated>small.<simulated> No one is real.</simulated>";

  it("keeps the words of a simulated bank, and takes them away over another", () => {
    expect(simulatedWords(page, true)).toBe("It is invented,\nand small. No one is real.");
    expect(simulatedWords(page, false)).toBe("It is small.");
  });

  it.each(markdownFiles(join(projectRoot, "src")))("src/%s claims nothing without them", (file) => {
    const text = readFileSync(join(projectRoot, "src", file), "utf8");
    expect(simulatedWords(text, false)).not.toMatch(claims);
  });
});

describe("isSimulated(description)", () => {
  it("is true of what the generator made, as it made it", () => {
    expect(isSimulated({parameters: {seed: 42}, notes: []})).toBe(true);
    expect(isSimulated({parameters: {}, notes: []})).toBe(false);
    expect(whyNotSimulated({parameters: {seed: 42}, notes: ["users.csv was edited"]})).toBe(
      "users.csv was edited",
    );
  });
});

describe("the site of a bank whose manifest names no generator", () => {
  let pages: readonly (readonly [string, string])[];
  let said: string;
  let samples: string;
  beforeAll(async () => {
    const folder = temporaryFolder("not-simulated");
    await copyPart(folder, {
      pages: ["guide/parts.md"],
      loaders: ["freshness.json.ts", "statement-sample.json.ts"],
    });
    writeFileSync(
      join(folder, "src/guide/parts.md"),
      [
        "# Parts",
        "The end. <simulated>The bank is invented.</simulated>",
        '```js\nFileAttachment("../data/freshness.json").json();\n```',
        '```js\nFileAttachment("../data/statement-sample.json").json();\n```\n',
      ].join("\n\n"),
    );
    const manifest = join(folder, "data/seed/manifest.json");
    const {generator: _, ...rest} = JSON.parse(readFileSync(manifest, "utf8"));
    writeFileSync(manifest, JSON.stringify(rest));
    said = await runIn(folder, ["--import", "tsx", "scripts/build.ts"]);
    pages = pagesOf(join(folder, "dist"));
    samples = readFileSync(
      join(folder, "src/.observablehq/cache/data/statement-sample.json"),
      "utf8",
    );
  }, 600_000);

  it("says nowhere that it is simulated, and calls it the bank", () => {
    expect(pages).toHaveLength(2);
    for (const [file, html] of pages) {
      expect(html, file).not.toMatch(claims);
      expect(html, file).not.toContain('<meta name="simulated"');
      expect(html, file).toContain("Made with Countinghouse.");
      expect(html, file).not.toContain("simulated>");
    }
    expect(pages.find(([file]) => file.endsWith("parts.html"))?.[1]).toContain("<p>The end.</p>");
  });

  it("is built with a warning, which says why, and without somebody’s statement for a sample", () => {
    expect(said).toContain(
      "the bank may hold real persons (nothing says how it was generated), and this site shows all of it",
    );
    expect(JSON.parse(samples)).toEqual([]);
  });

  it("differs in that from the site of the simulated bank", async () => {
    for (const [file, html] of pagesOf(join(await builtProject(), "dist"))) {
      expect(html, file).toContain('<meta name="simulated" content="">');
      expect(html, file).toContain("No person, company or account in it is real.");
      expect(html, file).toContain("Countinghouse<small>A simulated bank</small>");
      expect(html, file).not.toContain("simulated>");
    }
  });
});
