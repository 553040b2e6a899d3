/**
 * A recorded day, played again at the reader's speed, for a site that no publisher serves. Its clock goes with the
 * reader's; where the rows of the next minutes are not there yet, it waits for them. What a hidden tab slept through
 * comes in one batch.
 */
import {secondsPerDay} from "../../lib/day.js";
import {newestCount} from "../../lib/live/book.js";
import type {LiveRow} from "../../lib/live/events.js";
import {type DayFiles, dayBefore, hourPage} from "./recordedDay.js";
import {
  type LiveListener,
  type LiveSource,
  type Replay,
  replaySpeeds,
  type SourceStatus,
} from "./source.js";

/** How often the replay looks at the clock, in milliseconds. */
const tick = 100;
/** For how many seconds of the reader's time the rows are fetched ahead. */
const ahead = 20;
/** So many postings in a second an eye can follow. */
const readable = 5;

export interface ReplayOptions {
  readonly reason: string;
  readonly hour: number;
  /** At most, to begin with: a busy day begins at a speed at which its postings can be followed. */
  readonly speed: number;
  /** The reader's clock in milliseconds, and what calls back again and again. */
  readonly now?: () => number;
  readonly every?: (call: () => void, milliseconds: number) => () => void;
}

const inTurn = (call: () => void, milliseconds: number) => {
  const timer = setInterval(call, milliseconds);
  return () => clearInterval(timer);
};

export function replaySource(
  files: DayFiles,
  {reason, hour, speed, now = () => performance.now(), every = inTurn}: ReplayOptions,
): LiveSource & {readonly replay: Replay} {
  let listener: LiveListener | undefined;
  let stop = () => {};
  let batch = 0;
  let round = 0;

  /** Plays from the beginning of an hour, until the day is over or another round begins. */
  async function play(from: number): Promise<void> {
    stop();
    const own = ++round;
    const isOver = () => own !== round;
    const tell = (status: SourceStatus) => !isOver() && listener?.status(status);
    try {
      tell({kind: "connecting"});
      const today = await dayBefore(files, from);
      if (!today) return void tell({kind: "empty"});
      const midnight = today.day * secondsPerDay;
      const past = await rowsBefore(files, {midnight, from});
      const rows = await recordedRows(files, {midnight, from});
      if (isOver()) return;
      if (own === 1) replay.speed = readableSpeed(speed, rows.inFirstHour);
      let at = midnight + from * 3600;
      let last = now();
      const newest = past.rows.slice(-newestCount).reverse();
      listener?.state({source: "file", batch, at, today, newest, missed: 0}, past);
      tell({kind: "open"});
      const end = midnight + secondsPerDay;
      stop = every(() => {
        const time = now();
        if (replay.isPaused) last = time;
        const wanted = Math.min(end, at + ((time - last) / 1000) * replay.speed);
        rows.ask(wanted + ahead * replay.speed).catch((error) => {
          stop();
          tell(failure(error));
        });
        if (time <= last || rows.until < wanted) return; // what is owed comes in one batch
        [at, last] = [wanted, time];
        const told = {batch: ++batch, at: Math.floor(at), writtenAt: time, refusals: []};
        listener?.batch({...told, rows: rows.take(at)});
        if (at < end) return;
        stop();
        tell({kind: "ended"});
      }, tick);
    } catch (error) {
      tell(failure(error));
    }
  }

  const replay: Replay = {
    reason,
    hour,
    speed,
    isPaused: false,
    seek: (from) => void play(from),
  };
  return {
    kind: "replay",
    replay,
    start(told) {
      listener = told;
      void play(hour);
    },
    close() {
      round++;
      stop();
    },
  };
}

/** The fastest speed up to `most` at which an hour of so many postings can be followed. */
function readableSpeed(most: number, postings: number): number {
  const can = Math.min(most, (3600 * readable) / postings);
  return replaySpeeds.findLast((speed) => speed <= can) ?? replaySpeeds[0];
}

/** The rows of the day from an hour on, a page at a time; the first page is there. */
async function recordedRows(files: DayFiles, {midnight, from}: {midnight: number; from: number}) {
  const end = midnight + secondsPerDay;
  let waiting: LiveRow[] = [];
  let [hour, page] = [from, 0];
  let asked: Promise<void> | undefined;
  const load = async () => {
    const {rows, pageCount} = await hourPage(files, hour, page);
    waiting.push(...rows);
    if (hour === from && page === 0) ready.inFirstHour = rows.length * pageCount;
    [hour, page] = page + 1 < pageCount ? [hour, page + 1] : [hour + 1, 0];
    // of an hour of several pages, all is known up to the last row that is here
    ready.until = page > 0 ? rows.at(-1)![1] - 1 : Math.min(end, midnight + hour * 3600);
  };
  const ready = {
    /** How many postings its first hour has, at most. */
    inFirstHour: 0,
    /** Up to when all rows are here, in seconds since 1970. */
    until: midnight + from * 3600,
    /** Loads on where the rows up to an instant are not here yet. */
    async ask(at: number): Promise<void> {
      if (asked || ready.until >= Math.min(at, end)) return asked;
      asked = load();
      await asked;
      asked = undefined;
    },
    /** The rows up to an instant that were not taken before. */
    take(at: number): LiveRow[] {
      const next = waiting.findIndex((row) => row[1] > at);
      const taken = next < 0 ? waiting : waiting.slice(0, next);
      waiting = next < 0 ? [] : waiting.slice(next);
      return taken;
    },
  };
  await load();
  return ready;
}

/** The rows of the two hours before an hour; of a busy hour, of its last page, which is then how far back they go. */
async function rowsBefore(files: DayFiles, {midnight, from}: {midnight: number; from: number}) {
  let rows: readonly LiveRow[] = [];
  let since = midnight + from * 3600;
  for (let hour = from - 1; hour >= Math.max(0, from - 2); hour--) {
    const first = await hourPage(files, hour, 0);
    const isWhole = first.pageCount === 1;
    const last = isWhole ? first : await hourPage(files, hour, first.pageCount - 1);
    rows = [...last.rows, ...rows];
    since = isWhole ? midnight + hour * 3600 : last.rows[0]![1];
    if (!isWhole) break;
  }
  return {rows, since};
}

function failure(error: unknown) {
  return {kind: "failed", reason: error instanceof Error ? error.message : String(error)} as const;
}
