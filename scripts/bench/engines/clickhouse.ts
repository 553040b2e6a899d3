import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {endOf, startNode} from "../../../loaders/childProcess.js";
import type {Environment} from "../../../loaders/environment.js";
import {type PeakMemory, watchMemory} from "../peakMemory.js";

/** A server of its own, over a folder of data. */
export interface Clickhouse {
  /** The settings by which commands find it. */
  readonly env: Environment;
  /** Ends it; the most memory that it held. */
  stop(): Promise<PeakMemory>;
}

/** Starts ClickHouse in a process of its own that keeps its data in `folder`. Throws where the engine is not installed. */
export async function startClickhouse(folder: string): Promise<Clickhouse> {
  mkdirSync(folder, {recursive: true});
  const child = startNode(
    ["--import", "tsx", "scripts/bench/engines/clickhouseServer.ts", folder],
    {stdio: ["ignore", "pipe", "inherit"]},
  );
  const ended = endOf(child);
  const stopped = new AbortController();
  const peak = watchMemory(child.pid!, stopped.signal);
  const url = await Promise.race([
    firstLine(child),
    ended.then((code) => {
      throw new Error(`ClickHouse ended with code ${code}`);
    }),
  ]);
  return {
    env: {DATA_SOURCE: "clickhouse", CLICKHOUSE_URL: url, CLICKHOUSE_DATABASE: "bank"},
    async stop() {
      stopped.abort();
      child.kill("SIGTERM");
      await ended;
      return peak;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout!, "data");
  return String(chunk).trim();
}
