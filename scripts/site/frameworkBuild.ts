/**
 * Framework's build as a process that is started beside the datasets: what needs none of them is done while they are made.
 * Framework is loaded, packages and the modules of the site are bundled, and read. Once it is told that the datasets are
 * there, it builds.
 */
import "./oneWindow.mjs";
import "./lexedModules.js";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {build} from "@observablehq/framework/dist/build.js";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {getModuleHash, getModuleInfo} from "@observablehq/framework/dist/javascript/module.js";
import {resolveNodeImport} from "@observablehq/framework/dist/node.js";
import {environment, holdTo, projectRoot} from "../../loaders/environment.js";
import {besideDatasets, datasetsMade} from "./besideDatasets.js";
import {bundledSite} from "./bundledModules.js";
import {CompressingEffects} from "./compressingEffects.js";
import {lookingOnce} from "./lookingOnce.js";
import {homeWords} from "./siteData.js";

await besideDatasets(async () => {
  const {config, modules} = await bundledSite(await readConfig());
  await readModules(config.root, modules);
  holdTo(await datasetsMade());
  config.home = homeWords(projectRoot);
  config.loaders = lookingOnce(config.loaders);
  const effects = new CompressingEffects(config.output, join(config.root, ".observablehq/cache"), {
    known: [environment.SITE_STANDING!],
  });
  await build({config}, effects);
  await effects.compressed();
});

/** Reads modules and the packages that they name; what Framework has read it keeps. */
async function readModules(root: string, modules: readonly string[]): Promise<void> {
  const cache = join(root, ".observablehq/cache");
  const packages = new Set(readdirSync(join(cache, "_npm")).map((name) => `/_npm/${name}/_esm.js`));
  for (const path of modules) {
    const info = getModuleInfo(root, path);
    for (const name of [
      ...(info?.globalStaticImports ?? []),
      ...(info?.globalDynamicImports ?? []),
    ])
      if (!/^\w+:/.test(name)) packages.add(await resolveNodeImport(root, name));
  }
  for (const path of packages) getModuleHash(cache, path);
}
