import type {IncomingMessage, ServerResponse} from "node:http";
import type {LiveHub} from "./hub.js";

/** Where the events are, below the site. */
export const eventsPath = "live/events";

/**
 * Answers a request for the events. Pages of other sites may listen where these are among the `origins`, like
 * `https://bank.example`; a page without an origin, of the same site, may always.
 */
export function respondEvents(
  hub: LiveHub,
  origins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const {origin, host = ""} = request.headers;
  const refuse = (status: number, text: string) =>
    response.writeHead(status, {"content-type": "text/plain; charset=utf-8"}).end(`${text}\n`);
  if (origin !== undefined && !isAllowed(origin, host, origins))
    return void refuse(403, "pages of this origin may not listen (npm run live -- --origin)");
  if (request.method !== "GET") return void refuse(405, "only GET");
  if (!hub.hasRoom) {
    response.setHeader("retry-after", "30");
    return void refuse(503, `the limit of ${hub.clientCount} clients is reached`);
  }
  if (origin !== undefined) {
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("vary", "origin");
  }
  const last = request.headers["last-event-id"];
  hub.connect(response, typeof last === "string" ? last : undefined);
}

function isAllowed(origin: string, host: string, origins: readonly string[]): boolean {
  return origins.includes(origin) || origin === `http://${host}` || origin === `https://${host}`;
}
