import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {Publishes} from "../../src/index/changes.js";
import {parsePublishes} from "../../src/lib/site/publishes.js";
import {runIn} from "../support/project.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

describe("what was published", () => {
  const folder = temporaryFolder("publishes");
  const file = join(folder, "data/publishes.jsonl");
  const run = (script: string, ...args: string[]) =>
    runIn(folder, ["--import", "tsx", script, ...args]);
  const build = async () => {
    const said = await run("scripts/build.ts");
    // not its last line: a warning comes by a way of its own, and may come later
    return {said, did: /^(built|nothing has changed in) /m.exec(said)?.[1]};
  };
  const kept = () => parsePublishes(readFileSync(file, "utf8"));
  const shown = (): Publishes => {
    const files = join(folder, "dist/_file/data");
    const name = readdirSync(files).find((name) => /^publishes\.\w+\.json$/.test(name))!;
    return JSON.parse(readFileSync(join(files, name), "utf8"));
  };
  const balances = ({headlines}: Publishes["now"]) =>
    headlines.find(({measure}) => measure === "balances")!.value!;

  beforeAll(async () => {
    await copyPart(folder, {loaders: ["freshness.json.ts", "publishes.json.ts"]});
    writeFileSync(
      join(folder, "src/index.md"),
      '# One page\n\n```js\nFileAttachment("data/publishes.json").json()\n```\n',
    );
  });

  it("is kept by the first build, and built again the same site is the same", async () => {
    expect((await build()).did).toBe("built");
    expect(kept()).toEqual([shown().now]);
    expect(shown().before).toBeNull();
    expect((await build()).did).toBe("nothing has changed in");
    expect(kept()).toHaveLength(1);
  });

  it("is what the site of other data is compared with, and stays so however often it is built", async () => {
    const accounts = join(folder, "data/seed/accounts.csv");
    const [first] = kept();
    const text = readFileSync(accounts, "utf8");
    // an account that is open all the time has a hundred euros more from the beginning
    const edited = text.replace(
      /^(.*,EUR,[^,]*,[^,]*,,)(\d+)/m,
      (_, start, euros) => start + (Number(euros) + 100),
    );
    expect(edited).not.toBe(text);
    writeFileSync(accounts, edited);
    expect((await build()).did).toBe("built");
    expect(shown().before).toEqual(first);
    expect(balances(shown().now) - balances(first!)).toBeCloseTo(100, 2);
    expect(kept()).toEqual([first, shown().now]);
    expect((await build()).did).toBe("nothing has changed in");
    expect(kept()).toHaveLength(2);
  });

  it("is told of where it cannot be read, and begun anew", async () => {
    writeFileSync(file, "no publish\n");
    const {said, did} = await build();
    expect(said).toMatch(
      /data\/publishes\.jsonl: line 1: no publish: no publish \(the history of what was published begins anew\)/,
    );
    expect(did).toBe("built");
    expect(shown().before).toBeNull();
    expect(kept()).toEqual([shown().now]);
  });

  it("is left by npm run clean, and goes with the bank", async () => {
    await run("scripts/clean.ts");
    expect(existsSync(join(folder, "dist"))).toBe(false);
    expect(kept()).toHaveLength(1);
    await run("scripts/clean.ts", "--data");
    expect(existsSync(file)).toBe(false);
  });
});
