/**
 * Packages that modules of the site import by their bare names. Framework bundles each with Rollup when it first meets it,
 * which takes 5 s of a core for all of them; esbuild takes a tenth. They are put where Framework looks for its own, each in
 * one file that imports the others: one of a package that nobody imported before, bundled by Framework, shares them.
 */
import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, extname, join, relative} from "node:path";
import {type BuildOptions, build, type Plugin} from "esbuild";
import {log} from "../../../loaders/log.js";
import {errorWords} from "../../../loaders/machineError.js";
import {sourceFiles} from "../../../loaders/sourceFiles.js";
import {writeAside} from "../../../loaders/writeAside.js";
import {browserBundle} from "./browserBundle.js";

const bareImport =
  /(?:^(?:import|export)\s(?!type\b)[^"';]*?from\s|\bimport\()"(?<name>[@a-z][^":]*)"/gm;

/** A package, or a file of one, as a module below `from` names it. */
interface Imported {
  readonly name: string;
  readonly from: string;
}

/** Where Framework looks for a bundle, and the folder of the package that it is made of. */
interface Place {
  /** From `_node` in Framework's cache. */
  readonly path: string;
  readonly packageFolder: string;
}

/** Bundles what is missing. What cannot be is left to Framework, which says why where a page needs it. */
export async function bundleImported(projectRoot: string): Promise<void> {
  const folder = join(projectRoot, "src/.observablehq/cache/_node");
  const begun = new Set<string>();
  for (const name of importedNames(projectRoot)) {
    try {
      await bundle({name, from: projectRoot}, folder, begun);
    } catch (error) {
      log.debug(`${name} is left to Framework: ${errorWords(error)}`);
    }
  }
}

/** The bare names in imports of pages and their modules, but of types. Loaders run in Node. */
export function importedNames(projectRoot: string): string[] {
  const root = join(projectRoot, "src");
  const texts = sourceFiles(root)
    .filter((file) => /\.(md|ts)$/.test(file) && !file.startsWith("data/"))
    .map((file) => readFileSync(join(root, file), "utf8"));
  const names = texts.flatMap((text) =>
    Array.from(text.matchAll(bareImport), ({groups}) => groups!.name!),
  );
  return [...new Set(names)].sort();
}

/** Writes a bundle when all that it imports is there: a killed process leaves none without. */
async function bundle(imported: Imported, folder: string, begun: Set<string>): Promise<void> {
  const {path, packageFolder} = placeOf(imported);
  const file = join(folder, path);
  if (begun.has(file) || existsSync(file)) return;
  begun.add(file);
  const {code, imports} = await codeOf(imported, {path, packageFolder});
  for (const name of imports) await bundle({name, from: packageFolder}, folder, begun);
  writeAside(file, code);
}

/** As Framework places it: by the version of the package that `from` gets, which it asks the file's nearest package for. */
function placeOf({name, from}: Imported): Place {
  const file = createRequire(join(from, "/")).resolve(name);
  const packageFolder = packageAbove(file);
  const {version} = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const [, packageName, inner] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(name)!;
  const ended = inner === undefined ? "index.js" : extname(inner) ? inner : `${inner}.js`;
  return {path: `${packageName}@${version}/${ended}`, packageFolder};
}

function packageAbove(file: string): string {
  const folder = dirname(file);
  if (folder === file) throw new Error("no package.json above it");
  return existsSync(join(folder, "package.json")) ? folder : packageAbove(folder);
}

/** A package without the others that it imports, and their names. What it requires it gets a copy of. */
async function codeOf(
  {name, from}: Imported,
  {path, packageFolder}: Place,
): Promise<{code: Uint8Array; imports: string[]}> {
  const imports = new Set<string>();
  const others: Plugin = {
    name: "other packages",
    setup({onResolve}) {
      onResolve({filter: /^[@a-z]/}, ({path: other, kind}) => {
        if (other === name || !/^(import-statement|dynamic-import)$/.test(kind)) return undefined;
        imports.add(other);
        const place = placeOf({name: other, from: packageFolder});
        return {path: relativePath(path, place.path), external: true};
      });
    },
  };
  const bundled = (entry: BuildOptions) =>
    build({
      ...{...browserBundle, ...entry, logLevel: "silent", plugins: [others]},
      ...{absWorkingDir: from, write: false, metafile: true, outfile: "bundle.js"},
    });
  const {outputFiles, metafile} = await bundled({entryPoints: [name]});
  const [entry = ""] = Object.values(metafile.outputs).map(({entryPoint}) => entryPoint);
  if (metafile.inputs[entry]?.format !== "cjs")
    return {code: outputFiles[0]!.contents, imports: [...imports]};
  // which names it has is known when it has run
  const names = Object.keys(createRequire(join(from, "/"))(name)).filter((name) =>
    /^[a-z_$][\w$]*$/i.test(name),
  );
  const named = `export {${[...new Set(["default", ...names])].join(", ")}} from ${JSON.stringify(name)};`;
  const again = await bundled({stdin: {contents: named, resolveDir: from}});
  return {code: again.outputFiles[0]!.contents, imports: [...imports]};
}

function relativePath(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
