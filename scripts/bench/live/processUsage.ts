/** What processes take of the machine, as Linux tells it in `/proc`. */
import {readFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";

export interface Usage {
  /** Resident memory over the first and the last quarter of the time, on average, in megabytes. */
  readonly firstMegabytes: number;
  readonly lastMegabytes: number;
  /** User and system time, in seconds. */
  readonly cpuSeconds: number;
}

const sampleMs = 1000;
/** What Linux counts processor time in, on all machines that Node runs on. */
const ticksPerSecond = 100;

/** Watches processes until the signal aborts. */
export async function watchUsage<Name extends string>(
  processes: Readonly<Record<Name, number>>,
  signal: AbortSignal,
): Promise<Record<Name, Usage>> {
  const names = Object.keys(processes) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  const before = names.map((name) => cpuSeconds(processes[name]));
  while (!signal.aborted) {
    for (const name of names) samples[name].push(residentMegabytes(processes[name]));
    await sleep(sampleMs, undefined, {signal}).catch(() => {});
  }
  return Object.fromEntries(
    names.map((name, place) => {
      const list = samples[name];
      const quarter = Math.ceil(list.length / 4);
      const usage: Usage = {
        firstMegabytes: mean(list.slice(0, quarter)),
        lastMegabytes: mean(list.slice(-quarter)),
        cpuSeconds: cpuSeconds(processes[name]) - before[place]!,
      };
      return [name, usage];
    }),
  ) as Record<Name, Usage>;
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

function cpuSeconds(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(afterName[11]) + Number(afterName[12])) / ticksPerSecond;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
