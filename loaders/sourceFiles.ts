import {readdirSync} from "node:fs";
import {join, relative} from "node:path";

/** Whether a path belongs to the project's sources: what is made from them does not. */
export const isSource = (path: string): boolean =>
  !/[/\\](\.observablehq|node_modules)([/\\]|$)/.test(path);

/**
 * The source files below a folder, by their paths from it with "/" between, sorted. Folders of what is made from sources
 * are not entered: other processes write and remove there, also while this one looks.
 */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .filter(({name}) => isSource(`/${name}`))
    .flatMap((entry) =>
      entry.isDirectory()
        ? sourceFiles(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
        : [entry.name],
    )
    .sort();
}

/** All files below a folder, sources or not, by their paths from it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(folder, entry.parentPath), entry.name))
    .sort();
}
