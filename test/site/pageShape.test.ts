import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {pageShape} from "../../scripts/site/pageShape.js";
import {temporaryFolder} from "../support/tinyBank.js";

it("pageShape(sourceRoot, path) names the blocks of a page, whatever they say", () => {
  const root = temporaryFolder("shape");
  mkdirSync(join(root, "bank"));
  writeFileSync(
    join(root, "bank/index.md"),
    "---\ntitle: A\n---\n\n# A ${1 + 1}\n\nText.\n\n- one\n- two\n\n```js\nx\n```\n\n<div>b</div>\n\n|a|b|\n|-|-|\n|1|2|\n",
  );
  expect(pageShape(root, "/bank/")).toBe("heading paragraph bullet_list fence html table");
  expect(pageShape(root, "/bank/index")).toBe(pageShape(root, "/bank/"));
  expect(pageShape(root, "/bank/none")).toBeUndefined();
});
