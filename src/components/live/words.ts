/** Words about a stream: instants of the bank's time are in seconds since 1970, UTC. */
import {count, dayText, moneyExact} from "../../lib/format.js";
import type {Moved} from "../../lib/live/events.js";
import {paceText} from "../../lib/live/pace.js";
import {changeOf, plural} from "../../lib/words.js";
import type {LiveDesk} from "./desk.js";
import type {Replay} from "./source.js";

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** `14:32` or, to the second, `14:32:07`. */
export function clockText(at: number, {seconds = false} = {}): string {
  return new Date(1000 * at).toISOString().slice(11, seconds ? 19 : 16);
}

/** `Saturday 31 October 2026` */
export function longDay(at: number): string {
  const date = new Date(1000 * at);
  return `${weekdays[date.getUTCDay()]} ${dayText(date)}`;
}

/** `60 times its speed` */
export function timesText(speed: number): string {
  return speed === 1 ? "its own speed" : `${count(speed)} times its speed`;
}

/** How the page is connected, in one sentence without a full stop. */
export function statusText({source, status, pace, book}: LiveDesk): string {
  if (status.kind === "failed") return `The recorded day could not be read: ${status.reason}`;
  if (status.kind === "dropped")
    return `The publisher closed the connection (${status.reason}), trying again`;
  if (status.kind === "lost") return "Connection lost, trying again";
  if (source.kind === "replay" && source.replay)
    return replayText(source.replay, status.kind, book.at);
  if (status.kind === "connecting") return "Connecting to the live stream …";
  if (book.at === undefined) return "Live: the stream has not begun yet";
  return pace.speed ? `Live, ${paceText(pace.speed)}` : "Live";
}

function replayText({reason, speed}: Replay, kind: string, at: number | undefined): string {
  if (kind === "empty") return `Nothing to replay, no posting yet: ${reason}`;
  if (at === undefined) return "Opening the last recorded day …";
  const day = dayText(1000 * at - (kind === "ended" ? 1000 : 0));
  return kind === "ended"
    ? `The replay of ${day} is over: ${reason}`
    : `Replay of ${day} at ${timesText(speed)}: ${reason}`;
}

/** `17% less than average by this time`; of what is counted, `fewer`. */
export function againstUsual(
  now: number,
  usual: number | undefined,
  {counted = false} = {},
): string {
  const {direction, share = 0} = changeOf(now, usual);
  const size = `${count(Math.abs(share) * 100)}%`;
  if (direction === "unknown" || !usual) return "no average day to compare with";
  if (direction === "same") return "as on an average day by now";
  if (share > 1.5) return `${count(now / usual)} times the average by now`;
  return direction === "rise"
    ? `${size} more than average by now`
    : `${size} ${counted ? "fewer" : "less"} than average by now`;
}

/** `1,204 payments, €41,220.50` */
export function movedText({count: payments, cents}: Moved): string {
  return `${plural(payments, "payment")}, ${moneyExact(cents / 100)}`;
}
