/** What a page fetches before anybody acts may not grow with the bank: the datasets that do, it asks for in ranges. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Request} from "playwright-core";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {type Size, sizeOf} from "../../loaders/datasets/size.js";
import {projectRoot} from "../../loaders/environment.js";

/** The datasets of the project that grow with the bank, and how: `data/person.keyed`, `by key`. */
export function growingDatasets(): Map<string, Size> {
  return new Map(
    findDatasets().flatMap(({target, loader}) => {
      const size = sizeOf(readFileSync(join(projectRoot, loader), "utf8"));
      return size === undefined || size === "bounded" ? [] : [[target, size] as const];
    }),
  );
}

/** What is wrong with requests of a page: each dataset that grows and is fetched whole. */
export function wholeDatasetFaults(
  requests: readonly Request[],
  growing: ReadonlyMap<string, Size>,
): string[] {
  const whole = requests
    .filter((request) => request.method() === "GET" && request.headers().range === undefined)
    .map((request) => builtDataset(request.url()));
  return [...new Set(whole)].flatMap((target) => {
    const size = growing.get(target);
    if (size === undefined) return [];
    return `fetches all of src/${target}, which grows (Size: ${size}; ask for a key or a range, or bound it)`;
  });
}

/** `data/person.keyed`, as `/_file/data/person.1a2b3c4d.keyed` is called in the sources. */
function builtDataset(url: string): string {
  const {pathname} = new URL(url);
  return pathname.replace(/^.*\/_file\//, "").replace(/\.[0-9a-f]{8}(?=\.\w+$)/, "");
}
