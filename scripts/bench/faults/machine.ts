/** What the campaign asks of the machine that it runs on. */
import {execFileSync} from "node:child_process";
import {cpSync, readdirSync, readFileSync, readlinkSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";

/** Room for what the campaign writes. */
export const roomBytes: number = 3 * 2 ** 30;

/** Copies a folder as it is, with its times, and links as links. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, {recursive: true, verbatimSymlinks: true, preserveTimestamps: true});
}

/** Mounts a file system of its own in memory; false where this process may not. */
export function mount(place: string): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    const options = `size=${roomBytes},mode=755`;
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place], {stdio: "ignore"});
    return true;
  } catch {
    return false; // as in a container without the right to
  }
}

/** Changes the size of it, or whether it is read-only. */
export function remount(place: string, option: string): void {
  execFileSync("mount", ["-o", `remount,${option}`, place], {stdio: ["ignore", "ignore", "pipe"]});
}

/** Tries again for a while: what was killed takes a moment to end. */
export async function patiently(look: () => void): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      look();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(50);
    }
  }
}

/** The processes whose working folder is a given one, by their commands. Only Linux tells. */
export function processesIn(folder: string): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return [];
      return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
    } catch {
      return []; // ended, or another user's
    }
  });
}
