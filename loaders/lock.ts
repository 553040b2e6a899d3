import {randomUUID} from "node:crypto";
import {closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync} from "node:fs";
import {dirname} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {isAlive} from "./abandoned.js";
import {makeOwnFolder} from "./ownFolder.js";

/**
 * A holder that has not been seen for so long is taken for dead, even where its process id is in use again. One that is
 * at work without looking up, as where a long stream goes on, is not seen for a minute or two on a slow machine.
 */
const unseenMs = 600_000;
/** One that has not written its process id in so long died over it. */
const unnamedMs = 60_000;
const heartbeatMs = 5_000;
const pollMs = 50;

/**
 * What this process has written into locks, or would. In a container, where ids are few, a dead process may have had
 * its id.
 */
const ours = new Set<string>();

/**
 * Runs `work` while no other process, nor other work of this one, holds the same lock file. Waits for its
 * turn; a lock whose holder was killed is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  makeOwnFolder(dirname(file));
  const mark = `${process.pid} ${randomUUID()}`;
  ours.add(mark);
  while (!tryLock(file, mark)) await sleep(pollMs);
  // one that was stopped for long may find that another has taken over
  const isOurs = () => whileThere(() => readFileSync(file, "utf8")) === mark;
  const beat = () => whileThere(() => isOurs() && utimesSync(file, new Date(), new Date()));
  const heartbeat = setInterval(beat, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    ours.delete(mark);
    if (isOurs()) rmSync(file, {force: true});
  }
}

function tryLock(file: string, mark: string): boolean {
  if (writeNew(file, mark)) return true;
  if (isAbandoned(file)) takeAway(file, mark);
  return false;
}

/** Writes a file that is not there; false where it is. Where the disk is full none is left: it would hold up others. */
function writeNew(file: string, text: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx");
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return false;
  }
  try {
    writeSync(descriptor, text);
    return true;
  } catch (error) {
    rmSync(file, {force: true});
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function isAbandoned(file: string): boolean {
  const holder = whileThere(() => readFileSync(file, "utf8"));
  if (holder === undefined) return false;
  if (holder === "") return isOlder(file, unnamedMs);
  const pid = Number.parseInt(holder, 10);
  const isHeld = pid === process.pid ? ours.has(holder) : isAlive(pid);
  return !isHeld || isOlder(file, unseenMs);
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
function takeAway(file: string, mark: string): void {
  const turn = `${file}.takeover`;
  if (!writeNew(turn, mark)) {
    if (isAbandoned(turn)) rmSync(turn, {force: true});
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
