import {readdirSync, readFileSync, realpathSync, writeFileSync} from "node:fs";
import {hostname, userInfo} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {runIn} from "../support/project.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** A database that is not there: the site says that it fell back to the files, and why. */
const settings = {
  DATA_SOURCE: "auto",
  DB_HOST: "127.88.77.66",
  DB_PORT: "54321",
  DB_NAME: "name_of_the_database",
  DB_USER: "user_of_the_database",
  DB_PASSWORD: "password-of-the-database",
  CLICKHOUSE_URL: "http://user_of_clickhouse:password-of-clickhouse@127.88.77.65:54322",
  SOME_TOKEN: "a-token-of-another-program",
  USER: "who-builds-the-site",
};

/** A page of what the site says about its data, without the links of the one that does. */
const records = `# Records

\`\`\`js
const told = Promise.all([
  FileAttachment("../data/check-queries.json").json(),
  FileAttachment("../data/data-quality.json").json(),
  FileAttachment("../data/loads.json").json()
]);
\`\`\`
`;

describe("what a build publishes of the machine that it runs on", () => {
  const folder = temporaryFolder("building-machine");
  let texts: {file: string; text: string}[];
  beforeAll(async () => {
    await copyPart(folder, {
      pages: ["workbench/notebook.md"],
      loaders: [
        "bank.duckdb.ts",
        "check-queries.json.ts",
        "data-quality.json.ts",
        "freshness.json.ts",
        "lineage.json.ts",
        "loads.json.ts",
        "published-schema.json.ts",
      ],
    });
    writeFileSync(join(folder, "src/guide/records.md"), records);
    await runIn(folder, ["--import", "tsx", "scripts/build.ts"], {settings});
    const site = join(folder, "dist");
    texts = readdirSync(site, {recursive: true, withFileTypes: true})
      // WebAssembly is a package's, byte by byte
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".wasm"))
      .map(({parentPath, name}) => join(parentPath, name))
      .map((file) => ({file, text: readFileSync(file, "latin1")}));
  });
  const holders = (value: string) =>
    texts.filter(({text}) => text.includes(value)).map(({file}) => file);

  it("is looked for where the cause of the fallback is told", () => {
    expect(holders("no server answers")).toHaveLength(1);
  });

  it.each([
    "DB_HOST",
    "DB_PORT",
    "DB_NAME",
    "DB_USER",
    "DB_PASSWORD",
    "CLICKHOUSE_URL",
    "SOME_TOKEN",
    "USER",
  ] as const)("not the value of %s", (name) => {
    expect(holders(settings[name])).toEqual([]);
  });

  const isTelling = ([, value]: readonly [string, string]) => value.length >= 6;
  const machine = [
    ["the folder of the project", realpathSync(folder)],
    ["the folder of the packages", realpathSync(join(projectRoot, "node_modules"))],
    ["the program of Node", process.execPath],
    ["the home folder", `${process.env.HOME}/`],
    ["the name of the machine", hostname()],
    ["the user", `/${userInfo().username}/`],
  ] as const;
  it.each(machine.filter(isTelling))("not %s", (_, value) => {
    expect(holders(value)).toEqual([]);
  });

  it("no stack of an error", () => {
    const stack = /\n\s+at (?:async )?\S+ \((?:file:|\/|[A-Z]:\\)[^)]*:\d+:\d+\)/;
    expect(texts.filter(({text}) => stack.test(text)).map(({file}) => file)).toEqual([]);
  });
});
