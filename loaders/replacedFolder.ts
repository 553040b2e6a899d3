/**
 * A folder that is made aside, `<target>.partial-<process id>`, and then put in the place of the one before, which is
 * `<target>.old-<process id>` while that happens: between two renames there is none. Who is killed there has taken the
 * old one away; the next to come puts it back.
 */
import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {owned} from "./abandoned.js";

/** Where this process makes the folder that will replace `target`. */
export function partialFolder(target: string): string {
  return `${target}.partial-${process.pid}`;
}

/**
 * Puts the finished folder of this process in the place of `target`. Of several that do so at once the last one stays,
 * whole.
 */
export function replaceFolder(target: string, finished: string = partialFolder(target)): void {
  const old = `${target}.old-${process.pid}`;
  mkdirSync(dirname(target), {recursive: true});
  for (let isThere = false; !isThere; ) {
    rmSync(old, {recursive: true, force: true});
    moveAway(target, old);
    isThere = moveInto(finished, target);
  }
  rmSync(old, {recursive: true, force: true});
}

/** Removes what killed runs left beside `target`, and puts back what one had just taken away. */
export function clearReplacements(target: string): void {
  const left = replacements(target).filter(({isOwnerAlive}) => !isOwnerAlive);
  const paths = left.map(({name}) => join(dirname(target), name));
  const old = paths.find((path) => /\.old-\d+$/.test(path));
  if (old !== undefined && !existsSync(target)) putBack(old, target);
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

/** Where there is none, as where another process has just taken it, nothing is moved. */
function moveAway(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isOneOf(error, ["ENOENT"])) throw error;
  }
}

/** Where another process is quicker, nothing is moved. */
function putBack(old: string, target: string): void {
  try {
    moveInto(old, target);
  } catch (error) {
    if (!isOneOf(error, ["ENOENT"])) throw error;
  }
}

/** False where another process has put its own there in between. */
function moveInto(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (!isOneOf(error, ["ENOTEMPTY", "EEXIST"])) throw error;
    return false;
  }
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
