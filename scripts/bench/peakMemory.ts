/** The most memory that a command and the processes that it starts hold, as Linux tells it in `/proc`. */
import {readdirSync, readFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";

export interface PeakMemory {
  /** Of the largest process, at its largest: megabytes. */
  readonly ofOne: number;
  /** Of all of them at one time, as far as samples show: megabytes. */
  readonly ofAll: number;
}

const sampleMs = 250;

/** Watches a process and what it starts until the signal aborts. */
export async function watchMemory(pid: number, signal: AbortSignal): Promise<PeakMemory> {
  let peak: PeakMemory = {ofOne: 0, ofAll: 0};
  while (!signal.aborted) {
    const held = family(pid).map(memoryOf);
    peak = {
      ofOne: Math.max(peak.ofOne, ...held.map(({highest}) => highest)),
      ofAll: Math.max(
        peak.ofAll,
        held.reduce((sum, {now}) => sum + now, 0),
      ),
    };
    await sleep(sampleMs, undefined, {signal}).catch(() => {});
  }
  return peak;
}

/** A process and all below it. */
function family(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(statusOf(Number(name)).PPid ?? 0)] as const);
  const found = [pid];
  for (const member of found)
    found.push(...parents.filter(([, parent]) => parent === member).map(([id]) => id));
  return found;
}

function memoryOf(pid: number): {now: number; highest: number} {
  const {VmRSS = "0", VmHWM = "0"} = statusOf(pid);
  return {now: Number.parseInt(VmRSS, 10) / 1024, highest: Number.parseInt(VmHWM, 10) / 1024};
}

/** What Linux says of a process, by name; nothing of one that has ended. */
function statusOf(pid: number): Record<string, string> {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, "utf8").split("\n");
    return Object.fromEntries(lines.map((line) => line.split(/:\s+/) as [string, string]));
  } catch {
    return {};
  }
}
