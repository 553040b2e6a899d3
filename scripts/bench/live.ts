import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findServer, startServer, type ThrowAwayServer} from "../db/throwAwayServer.js";
import {type KillReport, runKillRounds} from "./live/killRounds.js";
import {runLoad} from "./live/load.js";
import {runLongStream} from "./live/longStream.js";
import {runPostingSpeed} from "./live/postingSpeed.js";

/** Lines for a person, and whether a figure misses its aim. */
interface Measured {
  readonly lines: readonly string[];
  readonly isMissed: boolean;
}

const kills = 25;

/**
 * The live stream: under load for so many seconds, a million rows long, through the worker, and killed 25 times in each
 * place, from the file and with MariaDB in between.
 */
export async function benchLive(seconds: number): Promise<{lines: string[]; isMissed: boolean}> {
  const scratch = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  const folder = () => mkdtempSync(join(scratch, "run-"));
  try {
    const parts = [
      await runLoad({scratch: folder(), seconds}),
      await runLongStream(folder()),
      await killed(folder()),
      await withServer((server) => runPostingSpeed(server, folder())),
      await withServer((server) => killed(folder(), server)),
    ];
    return {
      lines: parts.flatMap(({lines}) => lines),
      isMissed: parts.some(({isMissed}) => isMissed),
    };
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

/** Measures with a server that can be killed. */
async function withServer(
  measure: (server: ThrowAwayServer) => Promise<Measured>,
): Promise<Measured> {
  const kind = findServer();
  if (kind === undefined || kind === "given")
    return {lines: ["skipped: no mariadbd and no Docker"], isMissed: false};
  const server = await startServer(kind, ["--innodb-buffer-pool-size=1G"]);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

async function killed(scratch: string, server?: ThrowAwayServer): Promise<Measured> {
  const seed = String(Date.now());
  let report: KillReport;
  try {
    report = await runKillRounds({scratch, kills, seed, ...(server && {server})});
  } catch (error) {
    return {lines: [(error as Error).message], isMissed: true};
  }
  const places = Object.keys(report.kills).join(", ");
  const holders = server ? "files, database and page" : "files and page";
  return {
    lines: [
      `${places} killed ${kills} times each:`,
      `  ${report.rows} rows, ${(report.cents / 100).toFixed(2)} EUR in ${holders}, none missing, none twice (seed ${seed})`,
    ],
    isMissed: false,
  };
}
