import {type LiveDesk, liveDesk} from "../../components/live/desk.js";
import {publisherAddress, publisherSource} from "../../components/live/publisherSource.js";
import type {DayFiles} from "../../components/live/recordedDay.js";
import {replaySource} from "../../components/live/replaySource.js";

/** Noon at sixty times its speed: about a payment a second in the bank as it comes. */
const beginning = {hour: 12, speed: 60};

/**
 * The stream of the publisher that serves this page; without one, the last recorded day. It ends with the cell that
 * began it.
 */
export function listen(
  recorded: DayFiles,
  {
    invalidation,
    document = globalThis.document,
  }: {invalidation: Promise<void>; document?: Document},
): LiveDesk {
  const address = publisherAddress(document);
  const source = address ? publisherSource(address) : replaySource(recorded, beginning);
  const desk = liveDesk(source, {document});
  void invalidation.then(() => desk.close());
  return desk;
}
