/**
 * Modules and all they import of this project as files that Node starts at once: to translate and resolve
 * module by module takes most of a second, and there are thirty loaders. Packages stay outside. What the bundler
 * has read on the way is what a module is made of.
 */
import {readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import type {BuildOptions, Metafile, Plugin} from "esbuild";
import {projectRoot} from "./environment.js";
import {hashOf, type InputHashes, inputComparison} from "./inputFiles.js";
import {readMemory} from "./memoryFile.js";
import {writeAside} from "./writeAside.js";

export interface Bundle {
  readonly code: Uint8Array;
  /** The modules in it, each with the hash of the text that went in. */
  readonly inputs: InputHashes;
}

/** A module that Node can start, beside the others of its folder. */
export interface BundledFile {
  readonly file: string;
  readonly inputs: InputHashes;
  /** The modules that it imports itself. */
  readonly imports: readonly string[];
}

const options = {
  absWorkingDir: projectRoot,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  sourcesContent: false,
  logLevel: "silent",
} satisfies BuildOptions;

/** Most processes find that nothing has to be bundled. */
const esbuild = () => import("esbuild");

/**
 * Bundles modules, given by their paths from the project's root, in order. Throws the lines of what esbuild
 * does not understand, with file, line and column.
 */
export async function bundle(...modules: readonly string[]): Promise<Bundle> {
  const inputs: Record<string, string> = {};
  const {build} = await esbuild();
  const {outputFiles} = await explained(() =>
    build({
      ...options,
      stdin: {
        contents: modules.map((module) => `import ${JSON.stringify(`./${module}`)};`).join("\n"),
        resolveDir: projectRoot,
      },
      write: false,
      plugins: [moduleTexts(inputs)],
    }),
  );
  return {code: outputFiles[0]!.contents, inputs};
}

/**
 * Bundles modules into a folder, each as a file of its own; what several import is in files that they share, and is there
 * once in a process that starts several. Throws as `bundle` does.
 */
export async function bundleInto(
  folder: string,
  modules: readonly string[],
): Promise<Map<string, BundledFile>> {
  const hashes: Record<string, string> = {};
  const {build} = await esbuild();
  const {metafile} = await explained(() =>
    build({
      ...options,
      entryPoints: modules.map((module) => `./${module}`),
      outdir: folder,
      outbase: projectRoot,
      outExtension: {".js": ".mjs"},
      splitting: true,
      metafile: true,
      plugins: [moduleTexts(hashes)],
    }),
  );
  const files = new Map<string, BundledFile>();
  for (const [output, {entryPoint}] of Object.entries(metafile.outputs)) {
    if (entryPoint === undefined) continue;
    const file = join(projectRoot, output);
    const inputs = inputsOf(entryPoint, metafile, hashes);
    files.set(entryPoint, {file, inputs, imports: importsOf(entryPoint, metafile)});
  }
  return files;
}

/** Bundles modules each by itself, without what it does not use. Throws as `bundle` does. */
export async function bundleEach(modules: readonly string[]): Promise<Map<string, Bundle>> {
  const hashes: Record<string, string> = {};
  const {build} = await esbuild();
  const {metafile, outputFiles} = await explained(() =>
    build({
      ...options,
      entryPoints: modules.map((module) => `./${module}`),
      outdir: projectRoot,
      write: false,
      sourcemap: false,
      metafile: true,
      plugins: [moduleTexts(hashes)],
    }),
  );
  const bundles = Object.values(metafile.outputs).map(({entryPoint}, at): [string, Bundle] => [
    entryPoint!,
    {code: outputFiles[at]!.contents, inputs: inputsOf(entryPoint!, metafile, hashes)},
  ]);
  return new Map(bundles);
}

/** A module and all that it imports, at any remove, each with its hash. */
function inputsOf(module: string, metafile: Metafile, hashes: InputHashes): InputHashes {
  const found = new Set([module]);
  for (const path of found) for (const imported of importsOf(path, metafile)) found.add(imported);
  return Object.fromEntries(Array.from(found, (path) => [path, hashes[path]!]));
}

/** The modules of this project that a module imports. */
function importsOf(module: string, {inputs}: Metafile): string[] {
  const imports = inputs[module]?.imports ?? [];
  return imports.filter(({external}) => !external).map(({path}) => path);
}

/** What esbuild says of a mistake, with file, line and column, without its count of them. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "errors" in error)) throw error;
    throw new Error(error.message.split("\n").slice(1).join("\n"));
  }
}

/**
 * One hash of modules of this project and all that they import. They are bundled where that has changed since a process last
 * did, which is remembered in a small file.
 */
export async function moduleHash(...modules: readonly string[]): Promise<string> {
  const key = modules.join(" ");
  const known = moduleInputs().get(key);
  if (known && inputComparison()(known)) return hashOfInputs(known);
  const {inputs} = await bundle(...modules);
  moduleInputs().set(key, inputs);
  writeAside(moduleMemory, JSON.stringify(Object.fromEntries(moduleInputs())));
  return hashOfInputs(inputs);
}

const hashOfInputs = (inputs: InputHashes) => hashOf(JSON.stringify(Object.entries(inputs).sort()));

const moduleMemory = join(projectRoot, "src/.observablehq/modules.json");

let moduleInputsRead: Map<string, InputHashes> | undefined;

/** What modules were made of when they were bundled last. */
function moduleInputs(): Map<string, InputHashes> {
  moduleInputsRead ??= readMemory<InputHashes>(moduleMemory);
  return moduleInputsRead;
}

/** Reads the modules, each once, and notes them. They find the project by where they stand, and go on to do so. */
function moduleTexts(inputs: Record<string, string>): Plugin {
  return {
    name: "module-texts",
    setup({onLoad}) {
      onLoad({filter: /\.m?ts$/}, ({path}) => {
        const text = readFileSync(path, "utf8");
        inputs[relative(projectRoot, path)] = hashOf(text);
        const url = JSON.stringify(pathToFileURL(path).href);
        return {contents: text.replace(/\bimport\.meta\.url\b/g, url), loader: "ts"};
      });
    },
  };
}
