import {existsSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {batchNumbers, readIdentity, readManifest} from "../../stream/layout.js";
import {notePlace} from "../../stream/readers.js";
import {CommandProcess} from "./commandProcess.js";
import {watchUsage} from "./processUsage.js";

const rowCount = 1_000_000;
const batchRows = 2000;
/** The last quarter of the time may take so many times the memory of the first. */
const aim = 1.2;

/**
 * The generator as fast as it can, over a million rows behind the default bank, with a reader that keeps up, so that
 * what was read is removed: what memory it takes, and how fast it is.
 */
export async function runLongStream(
  scratch: string,
): Promise<{lines: string[]; isMissed: boolean}> {
  const folder = join(scratch, "bank");
  const stream = `${folder}-stream`;
  const pace = ["--live-batch-size", `${batchRows}`, "--live-interval", "0"];
  const options = ["scripts/seed.ts", "--out", folder, "--continuous", ...pace];
  const generator = new CommandProcess("generator", options);
  generator.start();
  try {
    while (!existsSync(join(stream, "stream.json")) || batchNumbers(stream).length === 0) {
      generator.assertRuns();
      await sleep(50);
    }
    const {first_id} = readIdentity(stream)!;
    const stop = new AbortController();
    const watching = watchUsage({generator: generator.pid}, stop.signal);
    const start = performance.now();
    let rows = 0;
    while (rows < rowCount) {
      generator.assertRuns();
      const batch = batchNumbers(stream).at(-1)!;
      notePlace(stream, {name: "bench", batch});
      const manifest = readManifest(stream, batch);
      rows = manifest.first_id + manifest.rows - first_id;
      await sleep(200);
    }
    const seconds = (performance.now() - start) / 1000;
    stop.abort();
    const {firstMegabytes, lastMegabytes, cpuSeconds} = (await watching).generator;
    await generator.end();
    return {
      lines: [
        `generator, ${rows} rows as fast as it can: ${Math.round(rows / seconds)} rows/s, ${cpuSeconds.toFixed(0)} s of processor`,
        `  memory                           ${firstMegabytes.toFixed(0)} MB in the first quarter, ${lastMegabytes.toFixed(0)} in the last (aim: at most ${aim} ×)`,
      ],
      isMissed: lastMegabytes > firstMegabytes * aim,
    };
  } finally {
    generator.abandon();
  }
}
