import {type IncomingMessage, Server, type ServerResponse} from "node:http";
import {isIPv4} from "node:net";
import type {Duplex} from "node:stream";
import {frameHeadersOf, securityHeaders, setHeaders} from "./serve/headers.js";

type Asked = Pick<IncomingMessage, "headers">;

/**
 * Whether a request comes from a page of this machine, or from no page. A server that listens on the loopback is still
 * reached by any page that a browser shows: one that has its own name lead here (DNS rebinding) names a foreign `Host`, one
 * that asks across origins, also by WebSocket, a foreign `Origin`; one that asks for a script or a picture names no origin, and
 * is known by what the browser says of its site. A link may lead here from anywhere.
 */
export function isOfThisMachine(request: Asked): boolean {
  const {origin, "sec-fetch-site": site, "sec-fetch-mode": mode} = request.headers;
  if (!isCalledByOwnName(request)) return false;
  return origin === undefined ? site !== "cross-site" || mode === "navigate" : isOurs(origin);
}

/** Whether a request calls this machine by a name that no other can be given. */
export function isCalledByOwnName({headers: {host}}: Asked): boolean {
  return isOurs(`http://${host}`);
}

/** Whether what listens at an address is reached from this machine only. */
function isLoopback(address: string): boolean {
  return address === "::1" || (isIPv4(address) && address.startsWith("127."));
}

/** Answers a request that is not of this machine with status 403, and says whether it has. */
export function refuseForeign(request: IncomingMessage, response: ServerResponse): boolean {
  if (isOfThisMachine(request)) return false;
  response.writeHead(403, {"content-type": "text/plain; charset=utf-8"}).end(refusal(request));
  return true;
}

/**
 * Holds each HTTP server of this process, whoever has made it, to requests of this machine, and has it say with its answers
 * what the server of a built site says: a page of another site could else show these pages and draw over them.
 */
export function keepToThisMachine(): void {
  const {emit} = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const [request, answer] = args;
    const isAsked = event === "request" || event === "upgrade";
    if (event === "request") {
      const framing = frameHeadersOf(request as IncomingMessage);
      setHeaders(answer as ServerResponse, {...securityHeaders, ...framing});
    }
    if (!isAsked || isOfThisMachine(request as IncomingMessage))
      return Reflect.apply(emit, this, [event, ...args]);
    if (event === "request") refuseForeign(request as IncomingMessage, answer as ServerResponse);
    else (answer as Duplex).end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
    return true;
  };
}

function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const {hostname} = new URL(url);
  return hostname === "localhost" || isLoopback(hostname.replace(/^\[|\]$/g, ""));
}

function refusal({headers, socket}: IncomingMessage): string {
  const asked = headers.origin ?? headers.host;
  return `not for pages of ${asked}: open http://localhost:${socket.localPort}\n`;
}
