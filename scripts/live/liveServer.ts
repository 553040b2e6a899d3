import {eventsMeta} from "../../src/lib/live/events.js";
import {type SiteServer, serveSite} from "../site/serve/serveSite.js";
import {eventsPath, respondEvents} from "./events.js";
import type {LiveFeed} from "./feed.js";
import {type HubTerms, LiveHub} from "./hub.js";

export interface LiveServerOptions extends HubTerms {
  /** The built site. */
  readonly folder: string;
  readonly feed: LiveFeed;
  readonly port?: number;
  /** Where to listen; this machine alone where it is not named. */
  readonly host?: string | undefined;
  /** Origins of other sites whose pages may listen. */
  readonly origins?: readonly string[];
  /** Who may frame a figure, as in `serveSite`. */
  readonly framedBy?: string | undefined;
}

export interface LiveServer extends SiteServer {
  /** Resolves when the feed has ended, and throws what ended it. */
  readonly ended: Promise<void>;
  readonly hub: LiveHub;
}

/** Serves a built site and the events of the live stream, which its pages are told where to find. */
export async function startLiveServer({
  folder,
  feed,
  port = 0,
  host,
  origins = [],
  framedBy,
  ...terms
}: LiveServerOptions): Promise<LiveServer> {
  const hub = new LiveHub(feed, terms);
  const stop = new AbortController();
  const server = await serveSite(folder, {
    port,
    host,
    ...(framedBy !== undefined && {framedBy}),
    head: `<meta name="${eventsMeta}" content="/${eventsPath}">`,
    respond(request, response) {
      if (request.url?.split("?")[0] !== `/${eventsPath}`) return false;
      respondEvents(hub, origins, request, response);
      return true;
    },
  });
  const ended = hub.run(stop.signal);
  ended.catch(() => {});
  return {
    url: server.url,
    ended,
    hub,
    async close() {
      stop.abort();
      hub.close();
      await server.close();
      await ended.catch(() => {});
    },
  };
}
