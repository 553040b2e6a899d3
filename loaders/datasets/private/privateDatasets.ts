import {join} from "node:path";
import {projectRoot} from "../../environment.js";
import {readInput} from "../../inputFiles.js";
import type {Dataset} from "../dataset.js";
import {type PrivateUse, privateUses} from "./privateHeader.js";

/** A dataset that is made from what may not leave the house. */
export interface PrivateDataset {
  readonly target: string;
  readonly uses: readonly PrivateUse[];
}

/** Those among `datasets` whose loaders say so, a loader of many once. */
export function privateDatasets(datasets: readonly Dataset[]): PrivateDataset[] {
  const byLoader = new Map(datasets.map((dataset) => [dataset.loader, dataset]));
  return [...byLoader.values()].flatMap(({loader, target}) => {
    const uses = privateUses(readInput(join(projectRoot, loader)));
    return uses.length > 0 ? [{target, uses}] : [];
  });
}

/** What a person is told of them, in a line for each way in which a column is used. */
export function privateLines(datasets: readonly PrivateDataset[]): string[] {
  const targets = new Map<string, string[]>();
  for (const {target, uses} of datasets)
    for (const {column, isShown} of uses) {
      const use = `${column} is ${isShown ? "shown, as it is simulated," : "read and not written"}`;
      targets.set(use, [...(targets.get(use) ?? []), target.replace("data/", "")]);
    }
  return [...targets].sort().map(([use, names]) => `private: ${use} by ${names.join(", ")}`);
}
