import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {markdownFiles, navigation} from "../../scripts/site/pages.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "countinghouse-pages-"));
  for (const folder of ["people", "bank", ".observablehq/cache"]) {
    mkdirSync(join(root, folder), {recursive: true});
  }
});

afterEach(() => rmSync(root, {recursive: true}));

const write = (file: string, text: string) => writeFileSync(join(root, file), text);

describe("navigation(root)", () => {
  it("groups the pages by their folder and calls each by its title or its first heading", () => {
    write("index.md", "# Home");
    write("people/budgets.md", "# Where the money goes");
    write("people/rent.md", "---\ntitle: Rent\n---\n# What a home costs");
    write("bank/sectors.md", "# Sectors");
    expect(navigation(root)).toEqual([
      {
        name: "People",
        pages: [
          {name: "Where the money goes", path: "/people/budgets"},
          {name: "Rent", path: "/people/rent"},
        ],
      },
      {name: "The bank", pages: [{name: "Sectors", path: "/bank/sectors"}]},
    ]);
  });

  it("leaves out pages with brackets in their names, of which there may be many", () => {
    mkdirSync(join(root, "places"));
    for (const file of ["places/[city].md", "places/all.md", "people/[id].md"]) write(file, "# A");
    expect(navigation(root)).toEqual([{name: "Places", pages: [{name: "A", path: "/places/all"}]}]);
  });

  it("tells the pages of a group in the order of their story, and those that somebody added after them", () => {
    for (const folder of ["person", "company"]) mkdirSync(join(root, folder));
    for (const file of ["person/budget", "person/added", "person/overview", "company/cash"]) {
      write(`${file}.md`, `# ${file}`);
    }
    write("people/budgets.md", "# Budgets");
    const groups = navigation(root);
    expect(groups.map(({name}) => name)).toEqual(["One person", "One company", "People"]);
    expect(groups[0]?.pages.map(({path}) => path)).toEqual([
      "/person/overview",
      "/person/budget",
      "/person/added",
    ]);
  });

  it("makes a group of each new folder, above what is for developers", () => {
    for (const folder of ["risk-desk", "guide"]) mkdirSync(join(root, folder));
    write("risk-desk/limits.md", "# Limits");
    write("guide/method.md", "# Method");
    write("people/rent.md", "# Rent");
    expect(navigation(root).map(({name}) => name)).toEqual([
      "People",
      "Risk desk",
      "For developers",
    ]);
  });

  it("leaves out drafts, and groups without a page", () => {
    write("people/budgets.md", "---\ndraft: true\n---\n# Not yet");
    expect(navigation(root)).toEqual([]);
  });
});

describe("the name of a page in the sidebar", () => {
  const site = join(import.meta.dirname, "../../src");

  it("is its heading, or what the heading begins with; a profile’s heading is whose it is", () => {
    const names = navigation(site).flatMap(({pages}) => pages);
    const odd = names.flatMap(({name, path}) => {
      const heading = /^# (.+)$/m.exec(readFileSync(join(site, `${path}.md`), "utf8"))?.[1] ?? "";
      return heading.startsWith("${") || heading.startsWith(name) ? [] : [`${path}: ${heading}`];
    });
    expect(odd).toEqual([]);
  });
});

describe("markdownFiles(root)", () => {
  it("does not look into Framework's cache", () => {
    write(".observablehq/cache/copy.md", "# Copy");
    write("index.md", "# Home");
    expect(markdownFiles(root)).toEqual(["index.md"]);
  });
});
