import type {LiveState} from "../../lib/live/events.js";
import type {LiveSource} from "./source.js";

/**
 * The live stream, and as long as it has not begun, a replay: with the stream's first batch the page is live. A stream
 * that was begun anew waits for its first batch without a replay.
 */
export function firstSource(publisher: LiveSource, replay: LiveSource): LiveSource {
  let current = publisher;
  return {
    get kind() {
      return current.kind;
    },
    get replay() {
      return replay.replay!;
    },
    start(listener) {
      let waiting: LiveState | undefined;
      let hasBegun = false;
      publisher.start({
        state(state, past) {
          if (hasBegun || state.at !== null) {
            hasBegun = true;
            listener.state(state, past);
            return;
          }
          if (current === publisher) {
            current = replay;
            replay.start(listener);
          }
          waiting = state;
        },
        batch(batch) {
          if (waiting) {
            replay.close();
            current = publisher;
            listener.state(waiting);
            listener.status({kind: "open"});
            waiting = undefined;
          }
          hasBegun = true;
          listener.batch(batch);
        },
        status: (status) => current === publisher && listener.status(status),
      });
    },
    close() {
      publisher.close();
      replay.close();
    },
  };
}
