import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";

interface Run {
  /** Until the code of the simulation is loaded; its work comes after. */
  readonly startSeconds: number;
  readonly seconds: number;
  readonly rows: number;
  readonly megabytes: number;
}

const rounds = 3;

/**
 * How fast the default bank is made, every check and hash included, against a bare loop that writes as many
 * rows; and what ten times the people cost. Times are of the work in a process of its own, with the start of Node
 * and the loading of code apart; the best of three rounds is taken, because whatever else the machine does can only slow a round down. Comes back with lines for a
 * person.
 */
export async function benchSeed(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  try {
    const runs: Run[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round++) {
      runs.push(seedRun(folder, 2_500));
      bare.push(bareRun(folder, runs[0]!.rows));
    }
    const best = runs.reduce((a, b) => (b.seconds < a.seconds ? b : a));
    const loop = Math.min(...bare);
    const large = seedRun(folder, 25_000);
    return [
      `default bank: ${best.rows} rows in ${best.seconds.toFixed(2)} s, ${Math.round(best.rows / best.seconds)} rows/s, ${best.megabytes.toFixed(0)} MB at most; ${best.startSeconds.toFixed(2)} s before it to load the code`,
      `bare loop of as many rows: ${loop.toFixed(2)} s; the bank takes ${(best.seconds / loop).toFixed(1)} times as long (aim: at most 2)`,
      `ten times the people: ${large.seconds.toFixed(1)} s, ${(large.seconds / best.seconds).toFixed(1)} times as long (aim: at most 11), ${large.megabytes.toFixed(0)} MB at most (aim: below 500)`,
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function seedRun(folder: string, individuals: number): Run {
  const script = join(projectRoot, "scripts/bench/seedRun.ts");
  const args = ["--import", "tsx", script, join(folder, "bank"), `${individuals}`];
  return JSON.parse(execFileSync(process.execPath, args, {cwd: projectRoot, encoding: "utf8"}));
}

function bareRun(folder: string, rows: number): number {
  const script = join(projectRoot, "scripts/bench/bareRows.mjs");
  const args = [script, join(folder, "bare.csv"), `${rows}`];
  return JSON.parse(execFileSync(process.execPath, args, {encoding: "utf8"})).seconds;
}
