import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findServer, startServer} from "../db/throwAwayServer.js";
import {type KillRounds, runKillRounds} from "./live/killRounds.js";
import {runLoad} from "./live/load.js";

const kills = 25;

/**
 * The live stream: killed 25 times in each place, with MariaDB in between and from the file, and under load for so many
 * seconds. Comes back with lines for a person.
 */
export async function benchLive(seconds: number): Promise<{lines: string[]; isMissed: boolean}> {
  const scratch = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  const folder = () => mkdtempSync(join(scratch, "run-"));
  try {
    const {lines, isMissed} = await runLoad({scratch: folder(), seconds});
    return {
      lines: [
        ...lines,
        await killedWithServer(folder()),
        await killed("from the file", {scratch: folder()}),
      ],
      isMissed,
    };
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

async function killedWithServer(scratch: string): Promise<string> {
  const kind = findServer();
  if (kind === undefined || kind === "given")
    return "live, killed, through MariaDB: skipped: no mariadbd and no Docker";
  const server = await startServer(kind);
  try {
    return await killed("through MariaDB", {scratch, server});
  } finally {
    await server.stop();
  }
}

async function killed(
  way: string,
  options: Pick<KillRounds, "scratch" | "server">,
): Promise<string> {
  const seed = String(Date.now());
  const report = await runKillRounds({...options, kills, seed});
  const places = Object.keys(report.kills).join(", ");
  const holders = options.server ? "files, database and page" : "files and page";
  return (
    `live, ${way}: ${places} killed ${kills} times each; ${report.rows} rows, ` +
    `${(report.cents / 100).toFixed(2)} EUR in ${holders}, none missing, none twice (seed ${seed})`
  );
}
