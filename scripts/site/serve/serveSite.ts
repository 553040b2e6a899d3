import {closeSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {resolve} from "node:path";
import {isCalledByOwnName} from "../thisMachine.js";
import {securityHeaders, setHeaders} from "./headers.js";
import {respondFile, respondPage} from "./respondFile.js";
import {maybeSiteFile} from "./siteFile.js";

/** What a server does beside serving files. */
export interface ServeOptions {
  /** The path below which the site is; nothing answers outside of it. */
  readonly base?: string;
  readonly port?: number;
  /** Where to listen, and then for whatever name; for this machine alone, by its own names, where it is not said. */
  readonly host?: string | undefined;
  /** Markup that every page is given at the end of its head. */
  readonly head?: string;
  /** Who may frame a page that shows a figure alone: sources, as in `frame-ancestors`. */
  readonly framedBy?: string;
  /** Answers a request, or says that it does not. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface SiteServer {
  /** Address of the site's first page, with the base path and a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site: its files and their compressed forms, byte ranges, what a browser may keep and for how long, and its
 * own page for what is not found. A page is found without `.html` too, as its address was once. A file is opened once for
 * each request, so the site may be exchanged or removed meanwhile; `send` and `sirv` look it up by name twice. Where it
 * listens for this machine alone, it answers to this machine's own names only: a page of another site whose name is made to
 * lead here (DNS rebinding) would read all of it.
 */
export async function serveSite(
  folder: string,
  {base = "/", port = 0, host, head = "", framedBy, respond = () => false}: ServeOptions = {},
): Promise<SiteServer> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    setHeaders(response, securityHeaders);
    if (host === undefined && !isCalledByOwnName(request)) {
      respondText(response, 403, "this host is not served here (--host answers to any)");
      return;
    }
    if (respond(request, response)) return;
    response.removeHeader("connection"); // HTTP/1.1 keeps it; a hundred times 47 bytes to say so
    const path = pathOf(request);
    if (request.method !== "GET" && request.method !== "HEAD") {
      respondText(response, 405, "method not allowed", {allow: "GET, HEAD"});
    } else if (base !== "/" && path === base.slice(0, -1)) {
      respondText(response, 308, "moved", {location: base});
    } else {
      respondPath(path?.startsWith(base) ? path.slice(base.length) : undefined, request, response);
    }
  });

  function respondPath(
    path: string | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const isMade = (name: string) => head !== "" && name.endsWith(".html");
    const accepted = (name: string) =>
      isMade(name) ? undefined : String(request.headers["accept-encoding"] ?? "");
    const file = path === undefined ? undefined : maybeSiteFile(root, path, accepted);
    if (file && path !== "" && file.path === `${path}/index.html`) {
      closeSync(file.open.descriptor); // its links lead on from the folder
      respondText(response, 308, "moved", {location: encodeURI(`${base}${path}/`)});
    } else if (file && isMade(file.path)) respondPage(file, head, request, response, framedBy);
    else if (file) respondFile(file, request, response, {framedBy});
    else {
      const lost = maybeSiteFile(root, "404.html", accepted);
      if (lost) respondFile(lost, request, response, {status: 404, framedBy});
      else respondText(response, 404, "not found");
    }
  }

  await new Promise<void>((listening, reject) => {
    server.once("error", reject);
    server.listen(port, host ?? "127.0.0.1", listening);
  });
  const address = server.address() as AddressInfo;
  const isLocal = host === undefined || host === "0.0.0.0" || host === "::";
  return {
    url: `http://${isLocal ? "127.0.0.1" : host}:${address.port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The path that is asked for, with one slash where there are several; undefined where it is none. */
function pathOf({url = "/"}: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname).replace(/\/{2,}/g, "/");
  } catch {
    return undefined;
  }
}

function respondText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {...headers, "content-type": "text/plain; charset=utf-8"});
  response.end(text);
}
