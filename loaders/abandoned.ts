/**
 * What a killed run leaves is cleared by the next one. So whatever lies about for the time of a run carries the process
 * id of its owner in its name, and is taken for abandoned when no such process lives.
 */
import {randomUUID} from "node:crypto";
import {existsSync, lstatSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {makeOwnFolder} from "./ownFolder.js";

/** Whether a process lives. An id may be in use again: what looks alive may be abandoned, never the other way round. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/**
 * A new path of this process, `<path>-<process id>-<random>`; nothing is made there. What dead processes left
 * under the same name is removed.
 */
export function ownPath(path: string): string {
  const prefix = `${basename(path)}-`;
  clearAbandoned(dirname(path), (name) =>
    name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined,
  );
  return `${path}-${process.pid}-${randomUUID().slice(0, 8)}`;
}

/**
 * A new path of this process in this user's own part of the system's temporary folder, into which no other may look: it is for
 * banks. All of them share one name, so that any run clears what any other left.
 */
export function temporaryPath(): string {
  return ownPath(join(temporaryFolder(), "run"));
}

/** Throws where somebody else has made it, who could look into it. */
function temporaryFolder(): string {
  // Windows has no ids of users, and a temporary folder for each
  const uid = process.getuid?.();
  const folder = join(tmpdir(), `countinghouse-${uid ?? "user"}`);
  makeOwnFolder(folder);
  const made = lstatSync(folder);
  if (uid !== undefined && (!made.isDirectory() || made.uid !== uid))
    throw new Error(
      `${folder} is not a folder of this user's (remove it, or name another place for temporary files: TMPDIR)`,
    );
  return folder;
}

/** Removes from a folder what belongs to dead processes: `ownerOf` tells the process id from a name, or undefined. */
export function clearAbandoned(
  folder: string,
  ownerOf: (name: string) => string | undefined,
): void {
  for (const {name, isOwnerAlive} of owned(folder, ownerOf)) {
    if (!isOwnerAlive) removeIfOurs(join(folder, name));
  }
}

/** What another user left is left to that user; what another process is just removing, to it. */
function removeIfOurs(path: string): void {
  try {
    rmSync(path, {recursive: true, force: true});
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (!["EPERM", "EACCES", "ENOTEMPTY", "EBUSY"].includes(String(code))) throw error;
  }
}

/** What of a folder belongs to a process, by its name. */
export function owned(
  folder: string,
  ownerOf: (name: string) => string | undefined,
): {name: string; isOwnerAlive: boolean}[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const pid = ownerOf(name);
    return pid === undefined ? [] : [{name, isOwnerAlive: isAlive(Number(pid))}];
  });
}
