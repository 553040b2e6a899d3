import {type IncomingMessage, Server, type ServerResponse} from "node:http";
import type {Duplex} from "node:stream";

const names = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request comes from a page of this machine, or from no page. A server that listens on the loopback is still
 * reached by any page that a browser shows: one that has its own name lead here (DNS rebinding) names a foreign `Host`, one
 * that asks across origins, also by WebSocket, a foreign `Origin`.
 */
export function isOfThisMachine({headers}: Pick<IncomingMessage, "headers">): boolean {
  const {host, origin} = headers;
  return isOurs(`http://${host}`) && (origin === undefined || isOurs(origin));
}

/** Answers a request that is not of this machine with status 403, and says whether it has. */
export function refuseForeign(request: IncomingMessage, response: ServerResponse): boolean {
  if (isOfThisMachine(request)) return false;
  response.writeHead(403, {"content-type": "text/plain; charset=utf-8"}).end(refusal(request));
  return true;
}

/** Holds each HTTP server of this process, whoever has made it, to requests of this machine. */
export function keepToThisMachine(): void {
  const {emit} = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const [request, answer] = args;
    const isAsked = event === "request" || event === "upgrade";
    if (!isAsked || isOfThisMachine(request as IncomingMessage))
      return Reflect.apply(emit, this, [event, ...args]);
    if (event === "request") refuseForeign(request as IncomingMessage, answer as ServerResponse);
    else (answer as Duplex).end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
    return true;
  };
}

function isOurs(url: string): boolean {
  return URL.canParse(url) && names.has(new URL(url).hostname);
}

function refusal({headers, socket}: IncomingMessage): string {
  const asked = headers.origin ?? headers.host;
  return `not for pages of ${asked}: open http://localhost:${socket.localPort}\n`;
}
