import {type LiveDesk, liveDesk} from "../../components/live/desk.js";
import {firstSource} from "../../components/live/firstSource.js";
import {publisherAddress, publisherSource} from "../../components/live/publisherSource.js";
import type {DayFiles} from "../../components/live/recordedDay.js";
import {replaySource} from "../../components/live/replaySource.js";

/** Noon at sixty times its speed, about a payment a second in the bank as it comes; slower in a larger one. */
const beginning = {hour: 12, speed: 60};

/**
 * The stream of the publisher that serves this page; without one, or before it has begun, the last recorded day. It ends
 * with the cell that began it.
 */
export function listen(
  recorded: DayFiles,
  {
    invalidation,
    document = globalThis.document,
  }: {invalidation: Promise<void>; document?: Document},
): LiveDesk {
  const address = publisherAddress(document);
  const replay = replaySource(recorded, {
    ...beginning,
    reason: address
      ? "the live stream has not begun yet"
      : "this copy of the site has no live stream",
  });
  const source = address ? firstSource(publisherSource(address), replay) : replay;
  const desk = liveDesk(source, {document});
  void invalidation.then(() => desk.close());
  return desk;
}
