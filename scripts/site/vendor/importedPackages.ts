/**
 * Packages that modules of the site import by their bare names. Framework bundles each with Rollup when it first meets it,
 * which takes 8 s of a core for all of them; esbuild takes 1. They are put where Framework looks for its own, each in
 * one file that imports the others: one of a package that nobody imported before, bundled by Framework, shares them.
 */
import {existsSync, readFileSync} from "node:fs";
import {createRequire, isBuiltin} from "node:module";
import {dirname, extname, join} from "node:path";
import {relativePath} from "@observablehq/framework/dist/path.js";
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
  for (const name of importedNames(projectRoot)) {
    try {
      await bundle({name, from: projectRoot}, folder);
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

/**
 * Writes a bundle when all that it imports is there, so that what fails and what is killed leaves none without. `begun` are
 * those that wait for this one, which it may import in turn.
 */
async function bundle(
  imported: Imported,
  folder: string,
  begun: ReadonlySet<string> = new Set(),
): Promise<void> {
  const place = placeOf(imported);
  const file = join(folder, place.path);
  if (begun.has(file) || existsSync(file)) return;
  const {code, imports} = await codeOf(imported, place);
  for (const name of imports)
    await bundle({name, from: place.packageFolder}, folder, new Set([...begun, file]));
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
        const isImport = /^(import-statement|dynamic-import)$/.test(kind);
        if (other === name || isBuiltin(other) || !isImport) return undefined;
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
