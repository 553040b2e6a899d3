/**
 * Plot, as components import it. They do so by its bare name, so that tests can draw them in Node, and Framework
 * would publish d3's thirty packages one by one for it. A bundle in its cache takes their place, and a built site
 * gets only what its sources name: two thirds of the whole, on every page with a chart.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {writeAside} from "../../../loaders/writeAside.js";
import {browserBundle} from "./browserBundle.js";
import {patching, plotFacetsWithRoles, plotWithRoles} from "./patches.js";

const member = /\bPlot\.(\w+)/g;
const namedImport = /import\s*\{([^}]*)\}\s*from\s*"@observablehq\/plot"/g;
const unknowable = /\bPlot\s*\[|[=(,:]\s*Plot\s*[;,)}]/;

/** Puts the bundle where Framework looks for the package, unless it is there already. */
export async function bundlePlot(
  projectRoot: string,
  version: string,
  {isWhole}: {isWhole: boolean},
): Promise<void> {
  const cache = join(projectRoot, "src/.observablehq/cache");
  const target = join(cache, "_node", `@observablehq/plot@${version}`, "index.js");
  const names = isWhole ? undefined : usedNames(join(projectRoot, "src"));
  const banner = `// Plot ${version}: ${names?.join(", ") ?? "whole"}`;
  if (existsSync(target) && readFileSync(target, "utf8").startsWith(`${banner}\n`)) return;
  const {outputFiles} = await build({
    ...browserBundle,
    stdin: {contents: entryOf(names), resolveDir: projectRoot},
    absWorkingDir: projectRoot,
    // names of types are among those used
    logOverride: {"import-is-undefined": "silent"},
    plugins: [patching(plotWithRoles), patching(plotFacetsWithRoles)],
    banner: {js: banner},
    write: false,
  });
  writeAside(target, outputFiles[0]!.contents);
}

function entryOf(names: readonly string[] | undefined): string {
  if (!names) return 'export * from "@observablehq/plot";';
  const exports = names.map((name) => `export const ${name} = Plot.${name};`);
  return ['import * as Plot from "@observablehq/plot";', ...exports].join("\n");
}

/**
 * What components and pages name of Plot, sorted; undefined, which stands for all, where one of them hands Plot
 * itself about.
 */
export function usedNames(root: string): string[] | undefined {
  const texts = readdirSync(root, {withFileTypes: true})
    .filter(({name}) => name !== ".observablehq")
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, entry.name) : [entry.name]))
    .filter((file) => /\.(ts|md)$/.test(file))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .filter((text) => text.includes("Plot"));
  if (texts.some((text) => unknowable.test(text))) return undefined;
  const names = texts.flatMap((text) => [
    ...Array.from(text.matchAll(member), ([, name]) => name!),
    ...Array.from(text.matchAll(namedImport)).flatMap(([, list]) => list!.match(/\w+/g) ?? []),
  ]);
  return [...new Set(names)].sort();
}

function filesBelow(root: string, folder: string): string[] {
  const files = readdirSync(join(root, folder), {recursive: true, encoding: "utf8"});
  return files.map((file) => join(folder, file));
}
