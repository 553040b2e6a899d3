/**
 * A folder that is made aside, `<target>.partial-<process id>`, and then put in the place of the one before, which
 * is `<target>.old-<process id>` while that happens: between two renames there is none.
 */
import {existsSync, renameSync, rmSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {owned} from "../abandoned.js";

/** Where this process makes the folder that will replace `target`. */
export function partialFolder(target: string): string {
  return `${target}.partial-${process.pid}`;
}

/** Puts the finished folder of this process in the place of `target`. */
export function replaceFolder(target: string): void {
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(partialFolder(target), target);
  rmSync(old, {recursive: true, force: true});
}

/** Removes what killed runs left beside `target`, and puts back what one had just taken away. */
export function clearReplacements(target: string): void {
  const left = replacements(target).filter(({isOwnerAlive}) => !isOwnerAlive);
  const paths = left.map(({name}) => join(dirname(target), name));
  const old = paths.find((path) => /\.old-\d+$/.test(path));
  if (old !== undefined && !existsSync(target)) renameSync(old, target);
  for (const path of paths) rmSync(path, {recursive: true, force: true});
}

/** Whether a living process is making the folder that will replace `target`. */
export function isBeingReplaced(target: string): boolean {
  return replacements(target).some(({isOwnerAlive}) => isOwnerAlive);
}

function replacements(target: string) {
  const prefix = `${basename(target)}.`;
  return owned(dirname(target), (name) =>
    name.startsWith(prefix)
      ? /^(?:partial|old)-(\d+)$/.exec(name.slice(prefix.length))?.[1]
      : undefined,
  );
}
