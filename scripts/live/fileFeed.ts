import {createHash} from "node:crypto";
import {setTimeout as sleep} from "node:timers/promises";
import {log} from "../../loaders/log.js";
import type {LiveBatch} from "../../src/lib/live/events.js";
import {BatchesRemoved, followBatches, StreamReplaced} from "../stream/follow.js";
import {batchNumbers, readIdentity, readManifest} from "../stream/layout.js";
import {BatchFault, readBatch} from "../stream/readBatch.js";
import {notePlace} from "../stream/readers.js";
import type {Directory} from "./directory.js";
import {type LiveFeed, noStream} from "./feed.js";
import {wireBatch} from "./wireRows.js";

/** How often the place is noted, in milliseconds. */
const noteMs = 500;

/** The batches in the folder of a stream. `reader` is the name under which it notes how far it has read. */
export function fileFeed(
  folder: string,
  {reader, directory}: {reader: string; directory: () => Promise<Directory>},
): LiveFeed {
  let names: Promise<Directory> | undefined;
  let notedAt = 0;
  let mark = markOf(folder);
  const batchOf = async (number: number): Promise<LiveBatch> => {
    const {manifest, rows, refusals} = readBatch(folder, number);
    const transactions = rows.get("transactions") ?? [];
    const posted = {
      batch: number,
      at: manifest.at,
      writtenAt: Date.parse(manifest.written_at),
      transactions,
      refusals,
    };
    names ??= directory();
    return wireBatch(posted, await names);
  };
  return {
    source: "file",
    mark: () => mark,
    async *follow(signal) {
      let after = beforeLastDay(folder);
      while (!signal.aborted) {
        try {
          for await (const number of followBatches(folder, after, signal)) {
            if (after === 0) mark = markOf(folder);
            after = number;
            try {
              yield await batchOf(number);
            } catch (error) {
              if (!(error instanceof BatchFault)) throw error;
              log.error(`left out: ${error.message}`);
            }
            if (performance.now() - notedAt > noteMs) {
              notePlace(folder, {name: reader, batch: number, pid: process.pid});
              notedAt = performance.now();
            }
          }
        } catch (error) {
          if (error instanceof BatchesRemoved) after = error.oldest - 1;
          else if (error instanceof StreamReplaced) {
            log.info("the stream was begun anew");
            names = undefined;
            after = 0;
            mark = markOf(folder);
            yield null;
          } else throw error;
          await sleep(50);
        }
      }
    },
    async oldest() {
      return batchNumbers(folder)[0];
    },
    async read(number) {
      try {
        return await batchOf(number);
      } catch (error) {
        if (error instanceof BatchFault) return undefined;
        throw error;
      }
    },
  };
}

function markOf(folder: string): string {
  const identity = readIdentity(folder);
  if (!identity) return noStream;
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 8);
}

/**
 * The batch after which the last day of the bank begins; 0 where all that is kept is of that day. A batch that cannot be
 * read ends the day: a generator may be removing it.
 */
function beforeLastDay(folder: string): number {
  const numbers = batchNumbers(folder);
  let place = numbers.length - 1;
  if (place < 0) return 0;
  const last = maybeDay(folder, numbers[place]!);
  while (place > 0 && last !== undefined && maybeDay(folder, numbers[place - 1]!) === last) place--;
  return numbers[place]! - 1;
}

function maybeDay(folder: string, batch: number): string | undefined {
  try {
    return readManifest(folder, batch).at.slice(0, 10);
  } catch (error) {
    log.debug(error);
    return undefined;
  }
}
