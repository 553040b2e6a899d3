import {existsSync, rmSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {clearAbandoned} from "../abandoned.js";
import {projectRoot} from "../environment.js";
import {filesBelow} from "../sourceFiles.js";
import {filledPath, type PagePath, type Parameters, parameterNames} from "./pagePaths.js";

/** A dataset of the site and the data loader that makes it. */
export interface Dataset {
  /** What pages call it, from `src/`: `data/sector-heat.csv`. */
  readonly target: string;
  /** The loader, from the project's root: `src/data/sector-heat.csv.sql`. */
  readonly loader: string;
  readonly language: "sql" | "ts";
  /** Where Framework looks for what the loader wrote, as an absolute path. */
  readonly output: string;
  /** Of a loader with brackets in its name, the values that it is given; none for the others, and before it has any. */
  readonly parameters: Parameters;
}

const sourceFolder = join(projectRoot, "src");
const dataFolder = join(sourceFolder, "data");
const cacheFolder = join(sourceFolder, ".observablehq/cache");

/**
 * The datasets of `src/data/`, by target. A loader is a file named like its output and then `.sql` or `.ts`; one with
 * brackets in its name, `[city].csv.sql`, stands here once, and `datasetsOf` makes of it what pages ask for.
 */
export function findDatasets(): Dataset[] {
  return filesBelow(dataFolder)
    .flatMap((name) => {
      const file = join(dataFolder, name);
      const path = relative(sourceFolder, file);
      const [, target, language] = /^(.*\.\w+)\.(sql|ts)$/.exec(path) ?? [];
      if (!target || (language !== "sql" && language !== "ts")) return [];
      const loader = relative(projectRoot, file);
      const output = join(cacheFolder, target);
      return [{target, loader, language, output, parameters: {}} satisfies Dataset];
    })
    .sort((a, b) => (a.target < b.target ? -1 : 1));
}

/** The datasets that pages ask for: of a loader with brackets, one for each page that has values for all of them. */
export function datasetsOf(
  datasets: readonly Dataset[],
  pages: readonly Pick<PagePath, "parameters">[],
): Dataset[] {
  return datasets.flatMap((dataset) => {
    const names = parameterNames(dataset.target);
    if (names.length === 0) return [dataset];
    const made = pages
      .filter(({parameters}) => names.every((name) => name in parameters))
      .map(({parameters}) => {
        const own = Object.fromEntries(names.map((name) => [name, parameters[name]!]));
        const target = filledPath(dataset.target, own);
        return {...dataset, target, output: join(cacheFolder, target), parameters: own};
      });
    return [...new Map(made.map((each) => [each.target, each])).values()];
  });
}

/** What Framework and the runner write beside an output while they make it: `sector-heat.csv.4711`. */
const underWay = /\.(\d+)(\.err|\.tmp)?$/;

/** Removes cached outputs that no loader makes any more, and what killed processes left; comes back with the targets. */
export function removeOrphans(datasets: readonly Dataset[]): string[] {
  const outputs = new Set(datasets.map(({output}) => output));
  const made = join(cacheFolder, "data");
  if (!existsSync(made)) return [];
  const files = filesBelow(made)
    .map((name) => join(made, name))
    .filter((file) => !outputs.has(file));
  for (const folder of new Set(files.map(dirname))) {
    clearAbandoned(folder, (name) => underWay.exec(name)?.[1]);
  }
  const orphans = files.filter((file) => !underWay.test(file));
  for (const file of orphans) rmSync(file, {force: true});
  return orphans.map((file) => relative(cacheFolder, file));
}
