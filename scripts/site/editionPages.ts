/**
 * The pages of editions, one after the other, in this process: Framework builds each as it builds the whole site, over the
 * datasets of the edition, and never sees another's.
 */
import "./oneWindow.mjs";
import "./lexedModules.js";
import {existsSync} from "node:fs";
import {join, relative} from "node:path";
import {build} from "@observablehq/framework/dist/build.js";
import {
  type FrameworkConfig,
  type FrameworkLoaders,
  readConfig,
} from "@observablehq/framework/dist/config.js";
import {projectRoot} from "../../loaders/environment.js";
import {bundledSite} from "./bundledModules.js";
import {CompressingEffects} from "./compressingEffects.js";
import {lookingOnce} from "./lookingOnce.js";

export interface EditionPages {
  /**
   * Builds the pages over the datasets in a folder (`data/x.csv` below it) into `output`, with compressed files as the sites
   * `known` have them. Throws where a page reads what a loader makes, and is not there: nothing is taken from the whole bank.
   */
  build(datasets: string, output: string, known: readonly string[]): Promise<void>;
}

/**
 * Reads the config, which the settings of this process have to be set for: the audience, the base path. The site `has` certain
 * pages.
 */
export async function openEditionPages(has: (page: string) => boolean): Promise<EditionPages> {
  const {config} = await bundledSite(await readConfig());
  const paths: string[] = [];
  for await (const path of config.paths()) if (has(path.slice(1))) paths.push(path);
  return {
    async build(datasets, output, known) {
      const loaders = lookingOnce(editionLoaders(config, datasets));
      const own: FrameworkConfig = {
        ...config,
        loaders,
        output,
        async *paths() {
          yield* paths;
        },
      };
      const cache = join(output, "../framework");
      const effects = new CompressingEffects(output, cache, {known});
      await build({config: own}, effects);
      await effects.compressed();
    },
  };
}

/** Framework's loaders, for which the output of each dataset is the edition's, and nothing else is made. */
function editionLoaders({root, loaders}: FrameworkConfig, datasets: string): FrameworkLoaders {
  const ownPath = (path: string): string | undefined => {
    const file = join(datasets, path);
    return existsSync(file) ? relative(join(projectRoot, root), file) : undefined;
  };
  return Object.assign(Object.create(loaders) as FrameworkLoaders, {
    find(path: string) {
      const own = ownPath(path);
      if (own !== undefined) return {path: own, load: async () => own};
      const found = loaders.find(path);
      if (found && join("/", found.path) !== join("/", path))
        throw new Error(
          `${path.slice(1)}, which ${found.path} makes, is not among the datasets of the edition`,
        );
      return found;
    },
    getOutputFilePath: (path: string) => ownPath(path) ?? loaders.getOutputFilePath(path),
    getSourceFilePath: (path: string) => ownPath(path) ?? loaders.getSourceFilePath(path),
  });
}
