/**
 * Whether each dataset is of the size that its loader's header says: the default bank beside one of three times as many
 * people and companies.
 */
import {cpSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {type Size, sizeOf} from "../../loaders/datasets/size.js";
import {projectRoot} from "../../loaders/environment.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {bucketCount, bucketRange, entryRange, headLength, membersOf} from "../../src/lib/keyed.js";
import {bank} from "../support/bank.js";
import {runIn} from "../support/project.js";
import {builtDefault} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** A tenth: rare groups and months that a small bank has nobody in, and longer numbers. */
const most = 1.1;
/** What lists that are cut at a number have still to fill at the default bank: some twenty rows of 250 bytes. */
const unfilled = 5000;
/** What is deflated of a few more rows of a key: eight companies of a sector. */
const fewRows = 400;

const datasets = findDatasets()
  .filter(({target}) => !target.includes("["))
  .map(({target, loader}) => ({
    target,
    size: sizeOf(readFileSync(join(projectRoot, loader), "utf8")),
  }));
const named = (...sizes: Size[]) =>
  datasets.filter(({size}) => size !== undefined && sizes.includes(size)).map(({target}) => target);

describe("a bank of three times as many customers", () => {
  let folders: readonly [string, string];
  beforeAll(async () => {
    const folder = temporaryFolder("growth");
    copySources(projectRoot, folder);
    cpSync(bank({individuals: 7500, companies: 360}), join(folder, "data/seed"), {recursive: true});
    await runIn(folder, ["--import", "tsx", "scripts/data.ts"]);
    folders = [await builtDefault(), folder];
  }, 1_800_000);
  const files = (target: string) =>
    folders.map((folder) => join(folder, "src/.observablehq/cache", target));

  it.each(named("bounded"))("has a %s as large", (target) => {
    const [small = 0, large = 0] = files(target).map((file) => statSync(file).size);
    expect(large).toBeLessThanOrEqual(most * small + unfilled);
  });

  it.each(named("by key"))("has a %s with as much for a key", (target) => {
    const [small, large] = files(target).map((file) => memberLengths(readFileSync(file)));
    for (const of of [mean, atMost(0.95)])
      expect(of(large!)).toBeLessThanOrEqual(most * of(small!) + fewRows);
    // of more keys, the largest is larger; but not in the measure in which there are more
    expect(atMost(1)(large!)).toBeLessThanOrEqual(1.5 * atMost(1)(small!) + fewRows);
  });

  it.each(named("by person", "by company", "by posting"))("has a %s that has grown", (target) => {
    const [small = 0, large = 0] = files(target).map((file) => statSync(file).size);
    expect(large).toBeGreaterThan(2 * small);
  });
});

/** The deflated bytes of each key of a keyed file, ascending. */
function memberLengths(file: Uint8Array): number[] {
  const buckets = Array.from({length: bucketCount(file.subarray(0, headLength))}, (_, bucket) => {
    const entry = entryRange(bucket);
    const {begin, end} = bucketRange(file.subarray(entry.begin, entry.end));
    return [...membersOf(file.subarray(begin, end))];
  });
  return buckets
    .flat()
    .map(({length}) => length)
    .sort((a, b) => a - b);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The value that so large a part of the sorted values does not exceed. */
const atMost = (part: number) => (values: readonly number[]) =>
  values[Math.ceil(part * values.length) - 1] ?? 0;
