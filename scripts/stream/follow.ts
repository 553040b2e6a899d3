import {existsSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {batchName, batchNumbers, readIdentity} from "./layout.js";

/** How often the folder is looked at, in milliseconds: looking for one name costs some microseconds. */
const pollMs = 25;

/** The stream was removed or begun anew while it was followed. */
export class StreamReplaced extends Error {
  override readonly name = "StreamReplaced";
}

/** The next batch was removed before it was read. */
export class BatchesRemoved extends Error {
  override readonly name = "BatchesRemoved";
  /** The oldest batch that is still there. */
  readonly oldest: number;

  constructor(next: number, oldest: number) {
    super(`batch ${next} was removed before it was read; the oldest that is there is ${oldest}`);
    this.oldest = oldest;
  }
}

/**
 * The numbers of the batches after one, as they come, until the signal aborts. Waits for a folder that is not there yet.
 * Throws `BatchesRemoved` and `StreamReplaced`.
 */
export async function* followBatches(
  folder: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<number> {
  let identity: string | undefined;
  for (let next = after + 1, looks = 0; !signal.aborted; looks++) {
    if (existsSync(join(folder, batchName(next)))) {
      const found = JSON.stringify(readIdentity(folder));
      identity ??= found;
      if (found !== identity) throw new StreamReplaced("the stream was begun anew");
      yield next++;
      continue;
    }
    if (looks % 20 === 0) assertThere(folder, next, identity);
    await sleep(pollMs, undefined, {signal}).catch(() => {});
  }
}

function assertThere(folder: string, next: number, identity: string | undefined): void {
  if (identity !== undefined && JSON.stringify(readIdentity(folder)) !== identity)
    throw new StreamReplaced("the stream was begun anew");
  const numbers = batchNumbers(folder);
  const oldest = numbers[0];
  if (oldest !== undefined && oldest > next) throw new BatchesRemoved(next, oldest);
  if (identity !== undefined && (numbers.at(-1) ?? 0) < next - 1)
    throw new StreamReplaced("the stream was begun anew");
}
