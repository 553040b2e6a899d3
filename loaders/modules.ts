/**
 * What a module is made of: the files it imports, however far, and the files it reads by name. The runner
 * asks, to know when what a module makes is out of date.
 *
 * Imports are found in the text (a relative specifier behind `from`, `import` or `import(`), and so are the
 * files read, as `projectRoot, "…"`: the way in which the modules of this project name what they read.
 * A path that the text only mentions costs a needless rebuild; one that is put together from variables
 * would be missed.
 */
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {projectRoot} from "./environment.js";

const specifier = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;
const readPath = /\bprojectRoot,\s*["']([^"']+)["']/g;

/** The folders whose content is data and not a way to make it; who reads them says so by another hash. */
const dataFolder = /^(data|src\/data(?!\/[^/]+\.sql$)|src\/\.observablehq|node_modules)(\/|$)/;

/** The module and all it is made of, as paths from the project's root, in order. */
export function moduleFiles(entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    const path = relative(projectRoot, file);
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(file, "utf8");
    for (const [, target] of text.matchAll(specifier)) {
      const imported = resolveImport(resolve(dirname(file), target!));
      if (imported) visit(imported);
    }
    for (const [, target] of text.matchAll(readPath)) {
      if (!dataFolder.test(target!))
        for (const read of filesAt(join(projectRoot, target!)))
          found.add(relative(projectRoot, read));
    }
  };
  visit(resolve(projectRoot, entry));
  return [...found].sort();
}

/** One hash of the names and contents of files, given as paths from the root; a file that is gone counts too. */
export function contentHash(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const path = join(projectRoot, file);
    hash.update(`${file}\0`);
    hash.update(existsSync(path) ? readFileSync(path) : "gone");
    hash.update("\0");
  }
  return hash.digest("hex");
}

/** A TypeScript file behind its `.js` specifier, or the file itself; undefined where neither is there. */
function resolveImport(path: string): string | undefined {
  return [path.replace(/\.js$/, ".ts"), path].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
