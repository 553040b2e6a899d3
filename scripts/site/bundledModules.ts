/**
 * The sources of the site as Framework builds them: its modules bundled, all else as it is. Framework publishes each module as a
 * file of its own, and a reader's browser asks for a hundred of them before a page is whole. Here what several pages share
 * comes in chunks, by which pages they are, and each page in few files more.
 *
 * The preview has the modules themselves: one that was saved is taken into the open page alone.
 */
import {cpSync, existsSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import {extname, join, relative, resolve} from "node:path";
import type {FrameworkConfig, FrameworkLoaders} from "@observablehq/framework/dist/config.js";
import {findFiles} from "@observablehq/framework/dist/javascript/files.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {resolvePath} from "@observablehq/framework/dist/path.js";
import {build, type Loader, type Plugin, type TransformOptions, transform} from "esbuild";
import {ownPath} from "../../loaders/abandoned.js";
import {explained} from "../../loaders/bundle.js";
import {resultModule} from "../../loaders/pages/sqlCells.js";
import {sourceFiles} from "../../loaders/sourceFiles.js";
import {frameModule} from "./documentHead.js";
import {browserBundle} from "./vendor/browserBundle.js";

/** As Framework looks for a module that is named `x.js`. */
const moduleEndings = [".js", ".ts", ".jsx", ".tsx"];
const isModule = /\.[jt]sx?$/;
const isTypeScript = /\.tsx?$/;

/** What a page imports. */
const pageImport =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\btype="module"\s+src=)(["'])(?<name>\.{0,2}\/[^"'\n]+\.js)\1/g;
/** A module that another names, but does not import: the program of a worker. */
const namedModule = /\bimport\.meta\.resolve\((["'])(?<name>\.{0,2}\/[^"'\n]+\.js)\1/g;

/** How Framework reads them. */
const asFramework = {
  jsx: "automatic",
  jsxImportSource: "npm:react",
  tsconfigRaw: {compilerOptions: {verbatimModuleSyntax: true}},
} satisfies TransformOptions;

/** Loaders of datasets, whose outputs Framework finds beside them, and what has been made. */
const linkedFolders = ["data", ".observablehq"];

export interface BundledSite {
  /** Of the same pages, below a root of its own, which is removed when this process ends. */
  readonly config: FrameworkConfig;
  /** The modules there, by their paths from the root. */
  readonly modules: readonly string[];
}

/**
 * The site of a config with its modules bundled. Throws where one does not parse, or imports what is not there, with file and
 * line.
 */
export async function bundledSite(config: FrameworkConfig): Promise<BundledSite> {
  const root = relative("", ownPath(resolve(config.root, ".observablehq/bundled")));
  process.once("exit", () => rmSync(root, {recursive: true, force: true}));
  const modules = await bundleModules(config.root, root);
  const loaders = Object.assign(Object.create(config.loaders) as FrameworkLoaders, {root});
  return {config: {...config, root, loaders}, modules};
}

/** Makes `folder` a root like `root`; comes back with the paths of its modules. */
async function bundleModules(root: string, folder: string): Promise<string[]> {
  const files = sourceFiles(root).filter((file) => !file.startsWith("data/"));
  for (const file of files.filter((file) => !isTypeScript.test(file)))
    cpSync(join(root, file), join(folder, file));
  for (const name of linkedFolders)
    symlinkSync(resolve(root, name), join(folder, name), "junction");
  const {metafile} = await explained(() =>
    build({
      ...browserBundle,
      entryPoints: [...entriesOf(root, files)].flatMap((path) => moduleFile(root, path) ?? []),
      outdir: folder,
      outbase: root,
      splitting: true,
      chunkNames: "chunks/[hash]",
      // each of these is bundled by itself, for all sites
      packages: "external",
      ...asFramework,
      plugins: [foundAsFramework(root), namedFromRoot(resolve(root))],
      logLevel: "silent",
      metafile: true,
    }),
  );
  return Object.keys(metafile.outputs).map((file) => `/${relative(folder, file)}`);
}

/** What is asked for by its own name, by its path from the root. */
function entriesOf(root: string, files: readonly string[]): Set<string> {
  const entries = new Set([frameModule, resultModule]);
  for (const file of files) {
    const pattern = file.endsWith(".md")
      ? pageImport
      : isModule.test(file)
        ? namedModule
        : undefined;
    if (!pattern) continue;
    for (const {groups} of readFileSync(join(root, file), "utf8").matchAll(pattern))
      entries.add(resolvePath(`/${file}`, groups!.name!));
  }
  return entries;
}

function moduleFile(root: string, path: string): string | undefined {
  const stem = join(root, path.replace(/\.js$/, ""));
  return moduleEndings.map((ending) => stem + ending).find((file) => existsSync(file));
}

/** A module may name another from the root, and any by `x.js`. */
function foundAsFramework(root: string): Plugin {
  return {
    name: "found as Framework does",
    setup({onResolve}) {
      onResolve({filter: /^\.{0,2}\/.*\.js$/}, ({path, importer}) => {
        const file = moduleFile(root, resolvePath(`/${relative(root, importer)}`, path));
        return file === undefined ? undefined : {path: resolve(file)};
      });
    },
  };
}

/** A module may come to stand in any chunk: the files and programs that it names, it names from the root. */
function namedFromRoot(root: string): Plugin {
  return {
    name: "named from the root",
    setup({onLoad}) {
      onLoad({filter: isModule}, async ({path: file}) => {
        const text = readFileSync(file, "utf8");
        if (!/\bFileAttachment\b|\bimport\.meta\.resolve\b/.test(text)) return undefined;
        const path = file.slice(root.length);
        const loader = extname(file).slice(1) as Loader;
        const {code} = await transform(text, {...asFramework, loader, sourcefile: file});
        return {contents: withFilesFromRoot(withModulesFromRoot(code, path), path)};
      });
    },
  };
}

function withModulesFromRoot(code: string, path: string): string {
  return code.replace(namedModule, (call, quote: string, name: string) =>
    call.replace(quote + name, quote + resolvePath(path, name)),
  );
}

function withFilesFromRoot(code: string, path: string): string {
  const files = findFiles(parseProgram(code), path, code);
  return files.reduceRight((text, {name, node}) => {
    const {start, end} = node.arguments[0]!;
    return text.slice(0, start) + JSON.stringify(resolvePath(path, name)) + text.slice(end);
  }, code);
}
