import type {LiveFeed} from "../../scripts/live/feed.js";
import type {LiveBatch} from "../../src/lib/live/events.js";

/** A feed whose batches a test gives. It keeps them all. */
export interface GivenFeed extends LiveFeed {
  give(batch: LiveBatch): void;
}

export function givenFeed(): GivenFeed {
  const batches: LiveBatch[] = [];
  let wake = () => {};
  return {
    source: "file",
    mark: () => "given",
    give(batch) {
      batches.push(batch);
      wake();
    },
    async *follow(signal) {
      const ended = new Promise<void>((end) => signal.addEventListener("abort", () => end()));
      for (let next = 0; !signal.aborted; next++) {
        while (next >= batches.length && !signal.aborted) {
          const woken = new Promise<void>((resolve) => {
            wake = resolve;
          });
          await Promise.race([woken, ended]);
        }
        if (next < batches.length) yield batches[next]!;
      }
    },
    oldest: async () => batches[0]?.batch,
    read: async (batch) => batches.find((known) => known.batch === batch),
  };
}
