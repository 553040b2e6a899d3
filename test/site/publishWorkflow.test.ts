import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");
const workflow = read(".github/workflows/publish.yml");
const matches = (pattern: RegExp) => Array.from(workflow.matchAll(pattern), ([, found]) => found!);
/** What stands below a job, up to the next. */
const job = (name: string) =>
  new RegExp(`^ {2}${name}:\n((?: {4}.*\n|\n)+)`, "m").exec(workflow)![1]!;

describe(".github/workflows/publish.yml", () => {
  it("publishes what was built and checked before, in this order, with commands that there are", () => {
    const {scripts} = JSON.parse(read("package.json"));
    const commands = matches(/- run: npm run ([\w:]+)/g);
    expect(commands).toEqual(["check", "check:licences", "build", "check:site"]);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const steps = [
      "npm ci",
      "npm audit signatures",
      "npm run build",
      "npm run check:site",
      "upload-pages",
    ];
    const places = steps.map((step) => job("build").indexOf(step));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(job("publish")).toMatch(/^ {4}needs: build$/m);
  });

  it("runs on a push, by the clock and by hand, and not for what others propose", () => {
    const [, triggers = ""] = /^on:\n((?: {2}.*\n)+)/m.exec(workflow)!;
    expect(triggers.match(/^ {2}\w+/gm)).toEqual(["  push", "  schedule", "  workflow_dispatch"]);
    expect(triggers).toMatch(/cron: "\d+ \d+ \* \* \*"/);
  });

  it("may only what each job needs, and knows no secret", () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    const permissions = (name: string) =>
      /^ {4}permissions:\n((?: {6}.*\n)+)/m.exec(job(name))![1]!.trim().split(/\n\s*/);
    expect(permissions("build")).toEqual(["contents: read", "pages: read"]);
    expect(permissions("publish")).toEqual(["pages: write", "id-token: write"]);
    expect(workflow).not.toMatch(/\bsecrets\b|github\.token/);
  });

  it("puts no value of an action into a script", () => {
    expect(matches(/run: (.*\$\{\{.*)/g)).toEqual([]);
  });
});

describe.each(["ci", "publish"])(".github/workflows/%s.yml", (name) => {
  const text = read(`.github/workflows/${name}.yml`);

  it("uses only actions of GitHub, each by the hash of a version that is said", () => {
    const actions = Array.from(text.matchAll(/uses: (.+)/g), ([, found]) => found!);
    expect(actions.length).toBeGreaterThan(1);
    const pinned = /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(actions.filter((action) => !pinned.test(action))).toEqual([]);
  });

  it("leaves no credentials in the checkout", () => {
    expect(text.match(/actions\/checkout@/g)).toHaveLength(1);
    expect(text).toContain("persist-credentials: false");
  });
});
