import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {generatorVersion, type Manifest} from "../../../scripts/seed/writeBank.js";
import {bank} from "../../support/bank.js";

/**
 * The bytes of one small bank, by version of the generator. Whoever changes them on purpose raises `generatorVersion`
 * (everybody's bank changes) and writes the new hash here; whoever did not mean to finds out.
 */
const pinned = {
  version: "3.0.0",
  sha256: "a4662a4e4286f3def4cf5af678e2db7cde001823df5a71fe4808cbeb7237232a",
};

it("the bank of 60 people, 8 companies and 4 months has the bytes of its version", () => {
  const folder = bank({individuals: 60, companies: 8, months: 4});
  const {files} = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const hash = createHash("sha256");
  for (const {file, sha256} of files) hash.update(`${file} ${sha256}\n`);
  expect({version: generatorVersion, sha256: hash.digest("hex")}).toEqual(pinned);
});
