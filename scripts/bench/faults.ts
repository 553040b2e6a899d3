import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {log} from "../../loaders/log.js";
import {findServer, startServer, type ThrowAwayServer} from "../db/throwAwayServer.js";
import {writeBank} from "../seed/writeBank.js";
import {runCampaign, type Tally} from "./faults/campaign.js";
import {databaseSubjects} from "./faults/databaseSubjects.js";
import {runFaultRounds} from "./faults/loadRounds.js";
import {subjects} from "./faults/subjects.js";
import {runKillRounds} from "./live/killRounds.js";

/** Of a thousand faults, so many hit loads beside a reader, each way, and so many each part of the live stream. */
const loadRounds = 15;
const liveKills = 4;

interface Part {
  readonly tallies: readonly Tally[];
  readonly losses: readonly string[];
}

/**
 * Disturbs each command a thousand times in all. Lines for a person, a table of what came of it; `isMissed` where
 * anything was lost.
 */
export async function benchFaults(seed: string): Promise<{lines: string[]; isMissed: boolean}> {
  const scratch = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  const kind = findServer();
  const server = kind === undefined ? undefined : await startServer(kind);
  // a sandbox is taken down, and the server ended, at the exit of this process
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  try {
    const canBeKilled = server !== undefined && kind !== "given";
    const folder = (name: string) => mkdtempSync(join(scratch, `${name}-`));
    const parts: Part[] = [
      ...(server ? [await loads(server, folder("loads"), {seed, victim: "loader"})] : []),
      ...(canBeKilled ? [await loads(server, folder("loads"), {seed, victim: "server"})] : []),
      await live(folder("live"), seed, canBeKilled ? server : undefined),
    ];
    const done = parts.flatMap(({tallies}) => tallies).reduce((sum, {rounds}) => sum + rounds, 0);
    parts.push(
      await runCampaign({
        subjects: [...subjects, ...(server ? await databaseSubjects(server) : [])],
        faults: 1000 - done,
        seed,
        scratch: folder("campaign"),
        tell: (line) => log.info(line),
      }),
    );
    const tallies = parts.flatMap(({tallies}) => tallies);
    const losses = parts.flatMap(({losses}) => losses);
    return {lines: [...losses, ...tableOf(tallies), `seed ${seed}`], isMissed: losses.length > 0};
  } finally {
    await server?.stop();
    rmSync(scratch, {recursive: true, force: true});
  }
}

/** Loads that are killed while a reader looks on: it must never see half a bank. */
async function loads(
  server: ThrowAwayServer,
  scratch: string,
  {seed, victim}: {seed: string; victim: "loader" | "server"},
): Promise<Part> {
  const folder = join(scratch, "bank");
  writeBank({individuals: 300, companies: 30, months: 6, seed: 1, start: 2025 * 12}, folder);
  const told = {command: "db:load beside a reader", disturbance: `${victim} killed`};
  try {
    const options = {
      server,
      folder,
      scratch,
      victim,
      rounds: loadRounds,
      seed: `${seed} ${victim}`,
    };
    const {cut} = await runFaultRounds(options);
    log.info(`${told.command}, ${told.disturbance}: ${loadRounds} rounds, nothing lost`);
    return {tallies: [{...told, rounds: loadRounds, cut, left: 0, losses: 0}], losses: []};
  } catch (error) {
    const loss = `${told.command}, ${told.disturbance}: ${(error as Error).message}`;
    log.error(loss);
    return {tallies: [{...told, rounds: loadRounds, cut: 0, left: 0, losses: 1}], losses: [loss]};
  }
}

/** The live stream, of which each part is killed at random moments. */
async function live(scratch: string, seed: string, server?: ThrowAwayServer): Promise<Part> {
  const command = server ? "live, live:post" : "live";
  try {
    const {kills} = await runKillRounds({scratch, kills: liveKills, seed, ...(server && {server})});
    const tallies = Object.entries(kills).map(([name, rounds]) => ({
      ...{command, disturbance: `${name} killed`},
      ...{rounds, cut: rounds, left: 0, losses: 0},
    }));
    log.info(`${command}: ${Object.keys(kills).join(", ")} killed, nothing lost`);
    return {tallies, losses: []};
  } catch (error) {
    const loss = `${command}: ${(error as Error).message}`;
    log.error(loss);
    const tally = {command, disturbance: "killed", rounds: liveKills, cut: 0, left: 0, losses: 1};
    return {tallies: [tally], losses: [loss]};
  }
}

function tableOf(tallies: readonly Tally[]): string[] {
  const sum = (of: (tally: Tally) => number) =>
    tallies.reduce((total, each) => total + of(each), 0);
  const total: Tally = {
    ...{command: "all", disturbance: ""},
    rounds: sum(({rounds}) => rounds),
    cut: sum(({cut}) => cut),
    left: sum(({left}) => left),
    losses: sum(({losses}) => losses),
  };
  const header = ["command", "fault", "times", "cut off", "left files", "losses"];
  const rows = [...tallies, total].map(({command, disturbance, rounds, cut, left, losses}) =>
    [command, disturbance, rounds, cut, left, losses].map(String),
  );
  const widths = header.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]!.length)),
  );
  return [header, ...rows].map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join("  ")
      .trimEnd(),
  );
}
