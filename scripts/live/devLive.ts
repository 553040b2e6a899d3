import type {Environment} from "../../loaders/environment.js";
import {log} from "../../loaders/log.js";
import {type DevResponder, previewOrigins} from "../site/devMessages.js";
import {eventsPath, respondEvents} from "./events.js";
import {LiveHub} from "./hub.js";
import {openFeed} from "./openFeed.js";

/** The live events for the preview of `npm run dev`, whose pages come from another port. */
export async function openDevLive(env: Environment): Promise<DevResponder> {
  const stop = new AbortController();
  const hub = new LiveHub(await openFeed(env, {reader: "dev"}));
  let origins: readonly string[] = [];
  hub.run(stop.signal).catch((error: Error) => log.error(`live events: ${error.message}`));
  return {
    respond(request, response) {
      if (request.url?.split("?")[0] !== `/${eventsPath}`) return false;
      respondEvents(hub, origins, request, response);
      return true;
    },
    admit(previewUrl) {
      origins = previewOrigins(previewUrl);
    },
    close() {
      stop.abort();
      hub.close();
    },
  };
}
