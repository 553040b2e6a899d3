import {readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {isAlive} from "./abandoned.js";
import {makeOwnFolder} from "./ownFolder.js";

/**
 * A holder that has not been seen for so long is taken for dead, even where its process id is in use again. One that is at
 * work without looking up, as where a long stream goes on, is not seen for a minute or two on a slow machine.
 */
const unseenMs = 600_000;
/** One that has not written its process id in so long died over it. */
const unnamedMs = 60_000;
const heartbeatMs = 5_000;
const pollMs = 50;

/**
 * Runs `work` while no other process, nor other work of this one, holds the same lock file. Waits for its
 * turn; a lock whose holder was killed is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  makeOwnFolder(dirname(file));
  while (!tryLock(file)) await sleep(pollMs);
  const beat = () => whileThere(() => utimesSync(file, new Date(), new Date()));
  const heartbeat = setInterval(beat, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, {force: true});
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), {flag: "wx"});
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    if (isAbandoned(file)) takeAway(file);
    return false;
  }
}

function isAbandoned(file: string): boolean {
  const holder = whileThere(() => readFileSync(file, "utf8"));
  if (holder === undefined) return false;
  if (holder === "") return isOlder(file, unnamedMs);
  return !isAlive(Number(holder)) || isOlder(file, unseenMs);
}

const isOlder = (file: string, milliseconds: number): boolean =>
  Date.now() - (whileThere(() => statSync(file).mtimeMs) ?? Date.now()) > milliseconds;

/** Undefined where another process has just removed the file. */
function whileThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/**
 * Of several processes that find a lock abandoned one removes it, and looks again before: another one may have taken it
 * over in between.
 */
function takeAway(file: string): void {
  const turn = `${file}.takeover`;
  try {
    writeFileSync(turn, "", {flag: "wx"});
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    if (isOlder(turn, unnamedMs)) rmSync(turn, {force: true});
    return;
  }
  try {
    if (isAbandoned(file)) rmSync(file, {force: true});
  } finally {
    rmSync(turn, {force: true});
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
