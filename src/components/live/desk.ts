/**
 * A page that listens: its source, its book, and when its parts are drawn. Batches are counted as they come, seen or not;
 * drawing waits while the tab is hidden or the reader pauses, and catches up in one step.
 */
import {Away} from "../../lib/live/away.js";
import {LiveBook} from "../../lib/live/book.js";
import type {LiveBatch} from "../../lib/live/events.js";
import {Pace} from "../../lib/live/pace.js";
import {type Drawing, drawing} from "./drawing.js";
import type {LiveSource, SourceStatus} from "./source.js";

export interface LiveDesk {
  readonly source: LiveSource;
  readonly book: LiveBook;
  readonly pace: Pace;
  readonly away: Away;
  readonly drawing: Drawing;
  readonly status: SourceStatus;
  isPaused: boolean;
  /** Calls back with each batch that is new, after the book has it. */
  onBatch(take: (batch: LiveBatch) => void): void;
  /** Calls back when another stream or replay begins: what was gathered from batches is of another time. */
  onAnew(begin: () => void): void;
  /** Calls back when the reader is back, before what came meanwhile is drawn. */
  onReturn(tell: () => void): void;
  close(): void;
}

export interface DeskOptions {
  readonly document?: Document;
  readonly now?: () => number;
}

export function liveDesk(
  source: LiveSource,
  {document = globalThis.document, now = () => performance.now()}: DeskOptions = {},
): LiveDesk {
  const window = document.defaultView!;
  const [book, pace, away, draws] = [new LiveBook(), new Pace(), new Away(), drawing(window)];
  const takers: ((batch: LiveBatch) => void)[] = [];
  const beginners: (() => void)[] = [];
  const tellers: (() => void)[] = [];
  let status: SourceStatus = {kind: "connecting"};
  let isPaused = false;
  let kind: LiveSource["kind"] | undefined;
  const look = () => {
    const isAway = isPaused || document.hidden;
    if (isAway === draws.isHeld) return;
    if (isAway) away.leave(now(), isPaused);
    else for (const tell of tellers) tell();
    if (!isAway) away.since = undefined;
    draws.isHeld = isAway;
  };
  document.addEventListener("visibilitychange", look);
  const desk: LiveDesk = {
    source,
    book,
    pace,
    away,
    drawing: draws,
    get status() {
      return status;
    },
    get isPaused() {
      return isPaused;
    },
    set isPaused(paused) {
      isPaused = paused;
      if (source.replay) source.replay.isPaused = paused;
      look();
    },
    onBatch: (take) => takers.push(take),
    onAnew: (begin) => beginners.push(begin),
    onReturn: (tell) => tellers.push(tell),
    close() {
      document.removeEventListener("visibilitychange", look);
      draws.close();
      source.close();
    },
  };
  source.start({
    state(state, past) {
      const isAnew = source.kind === "replay" || source.kind !== kind || state.at === null;
      kind = source.kind;
      book.begin(state, past);
      pace.clear();
      if (isAnew) {
        book.open();
        for (const begin of beginners) begin();
      }
      draws.ask();
    },
    batch(batch) {
      if (!book.take(batch)) return;
      pace.note(batch.at, now());
      away.take(batch);
      for (const take of takers) take(batch);
      draws.ask();
    },
    status(told) {
      status = told;
      draws.ask();
    },
  });
  return desk;
}
