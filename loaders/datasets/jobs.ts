import type {Dataset} from "./dataset.js";
import type {Made} from "./made.js";
import type {TsLoaders} from "./tsDataset.js";

/** The datasets that are still to be made, given out one by one to those who make them beside each other. */
export interface Jobs {
  /** The next for a worker, undefined when there is none. */
  next(worker: number): Dataset | undefined;
}

/**
 * The longest first, by what the last run took, so that no long job is left to run alone; before them TypeScript loaders that
 * nobody has run yet, which take long as a rule, and among them those that read the bank in the same way as most others. What
 * is read in the same way goes to one worker while there is other work for the rest, for it is read once there.
 *
 * With `wanted`, which tells what somebody waits for by then, that comes first, and the rest the other way round, so that
 * most are there soon.
 */
export function jobsOf(
  datasets: readonly Dataset[],
  made: Made,
  {readersOf}: Pick<TsLoaders, "readersOf">,
  wanted?: {has(target: string): boolean},
): Jobs {
  const counts = new Map<string, number>();
  for (const {loader} of datasets)
    for (const reader of readersOf(loader)) counts.set(reader, (counts.get(reader) ?? 0) + 1);
  const rankOf = ({target, loader, language}: Dataset): [number, number] => {
    const known = made.get(target)?.milliseconds;
    if (known !== undefined) return [0, known];
    const shared = Math.max(0, ...readersOf(loader).map((reader) => counts.get(reader)!));
    return language === "ts" ? [1, shared] : [0, 0];
  };
  const waiting = datasets
    .map((dataset) => ({dataset, rank: rankOf(dataset)}))
    .sort((a, b) => b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1])
    .map(({dataset}) => dataset);
  if (wanted) waiting.reverse();
  const owners = new Map<string, number>();
  return {
    next(worker) {
      const isFree = ({loader}: Dataset) =>
        readersOf(loader).every((reader) => (owners.get(reader) ?? worker) === worker);
      const asked = waiting.findIndex(({target}) => wanted?.has(target));
      const found = asked < 0 ? waiting.findIndex(isFree) : asked;
      const [dataset] = waiting.splice(Math.max(0, found), 1);
      for (const reader of dataset ? readersOf(dataset.loader) : []) owners.set(reader, worker);
      return dataset;
    },
  };
}
