import type {Dropped, LiveBatch, LiveState} from "../../lib/live/events.js";
import {eventsMeta} from "../../lib/live/events.js";
import type {LiveListener, LiveSource} from "./source.js";

/** How long is waited before a connection that the publisher refused is tried again, in milliseconds. */
const retryAfter = 3000;

/** The address of the publisher that serves this page; undefined where none does, as on any static host. */
export function publisherAddress(document = globalThis.document): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${eventsMeta}"]`);
  return meta?.content ? new URL(meta.content, document.baseURI).href : undefined;
}

/**
 * The live stream. A connection that breaks is made again by the browser, which tells the publisher the last batch that
 * came; one that the publisher refuses (it has its limit of readers) is tried again here.
 */
export function publisherSource(address: string): LiveSource {
  let events: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = ({state, batch, status}: LiveListener) => {
    const stream = new EventSource(address);
    events = stream;
    const on = <T>(name: string, take: (told: T) => void) =>
      stream.addEventListener(name, ({data}: MessageEvent<string>) => take(JSON.parse(data) as T));
    on<LiveState>("state", state);
    on<LiveBatch>("batch", batch);
    on<Dropped>("dropped", ({reason}) => status({kind: "dropped", reason}));
    stream.addEventListener("open", () => status({kind: "open"}));
    stream.addEventListener("error", () => {
      status({kind: "lost"});
      if (stream.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(() => open({state, batch, status}), retryAfter);
    });
  };
  return {
    kind: "publisher",
    start(listener) {
      listener.status({kind: "connecting"});
      open(listener);
    },
    close() {
      clearTimeout(retry);
      events?.close();
    },
  };
}
