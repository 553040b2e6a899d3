/**
 * Framework's build as a process that is started beside the datasets: what needs none of them is done while they are made.
 * Framework is loaded, packages are bundled, and the modules of the site are read. Once it is told that the datasets are
 * there, it builds.
 */
import "./oneWindow.mjs";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "@observablehq/framework/dist/build.js";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {getModuleHash, getModuleInfo} from "@observablehq/framework/dist/javascript/module.js";
import {resolveNodeImport} from "@observablehq/framework/dist/node.js";
import {resolvePath} from "@observablehq/framework/dist/path.js";
import {environment, holdTo, projectRoot} from "../../loaders/environment.js";
import {datasetsMade} from "./besideDatasets.js";
import {CompressingEffects} from "./compressingEffects.js";
import {lookingOnce} from "./lookingOnce.js";
import {markdownFiles} from "./pages.js";
import {homeWords} from "./siteData.js";

const config = await readConfig();
await readModules(config.root);
holdTo(await datasetsMade());
config.home = homeWords(projectRoot);
config.loaders = lookingOnce(config.loaders);
const effects = new CompressingEffects(config.output, join(config.root, ".observablehq/cache"), {
  known: [environment.SITE_STANDING!],
});
await build({config}, effects);
await effects.compressed();

/**
 * Reads the modules that pages import, at any remove, and the packages that those name, which are bundled on the way; what
 * Framework has read it keeps.
 */
async function readModules(root: string): Promise<void> {
  const cache = join(root, ".observablehq/cache");
  const packages = new Set(readdirSync(join(cache, "_npm")).map((name) => `/_npm/${name}/_esm.js`));
  const paths = new Set(markdownFiles(root).flatMap((file) => importsOf(root, file)));
  for (const path of paths) {
    const info = getModuleInfo(root, path);
    if (!info) continue;
    for (const name of [...info.localStaticImports, ...info.localDynamicImports])
      paths.add(resolvePath(path, name));
    for (const name of [...info.globalStaticImports, ...info.globalDynamicImports])
      if (!/^\w+:/.test(name)) packages.add(await resolveNodeImport(root, name));
  }
  for (const path of packages) getModuleHash(cache, path);
}

/** What a page imports of the site; one that this misses is read in the build. */
function importsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return Array.from(text.matchAll(/\bfrom\s*"(\.{0,2}\/[^"]+\.js)"/g), ([, name]) =>
    resolvePath(`/${file}`, name!),
  );
}
