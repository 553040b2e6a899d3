import type {Past} from "../../lib/live/book.js";
import type {LiveBatch, LiveState} from "../../lib/live/events.js";

/** How a source is: what the page says of it. */
export type SourceStatus =
  | {readonly kind: "connecting" | "open" | "lost" | "ended" | "empty"}
  /** The publisher closed the connection, or a file could not be read. */
  | {readonly kind: "dropped" | "failed"; readonly reason: string};

export interface LiveListener {
  /** Where the source is when it begins. */
  readonly state: (state: LiveState, past?: Past) => void;
  readonly batch: (batch: LiveBatch) => void;
  readonly status: (status: SourceStatus) => void;
}

/** Where a page's postings come from: the publisher of the live stream, or a recorded day that is played again. */
export interface LiveSource {
  readonly kind: "publisher" | "replay";
  /** What the reader can do with a replay, where there is one. */
  readonly replay?: Replay;
  start(listener: LiveListener): void;
  close(): void;
}

/** How fast a recorded day can be played, in seconds of the bank's time in a second. */
export const replaySpeeds = [1, 10, 60, 600] as const;

export interface Replay {
  /** Why a recorded day is played, as the end of a sentence. */
  readonly reason: string;
  /** The hour of the day at which it begins. */
  readonly hour: number;
  /** One of `replaySpeeds`. */
  speed: number;
  isPaused: boolean;
  /** Begins again at an hour. */
  seek(hour: number): void;
}
