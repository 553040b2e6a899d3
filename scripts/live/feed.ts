import type {LiveBatch} from "../../src/lib/live/events.js";

/** The mark of a stream that has not begun. */
export const noStream = "none";

/** Where the publisher has its batches from. */
export interface LiveFeed {
  readonly source: "file" | "mariadb";
  /**
   * Tells the stream from another, whose batches have the same numbers; without a hyphen. `noStream` before there is one;
   * undefined while it is not known which there is.
   */
  mark(): string | undefined;
  /**
   * The batches as they come: first those of the last day that is there already, then each as soon as it is written. When
   * it becomes known which stream there is, and when it is begun anew, `null` comes before its first batch.
   */
  follow(signal: AbortSignal): AsyncGenerator<LiveBatch | null>;
  /** The number of the oldest batch that is kept; none where there is no batch. */
  oldest(): Promise<number | undefined>;
  /** An earlier batch; undefined where it is not kept, or cannot be read. */
  read(batch: number): Promise<LiveBatch | undefined>;
}
