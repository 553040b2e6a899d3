import {closeSync, createReadStream, readFileSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize, resolve, sep} from "node:path";
import {pipeline} from "node:stream";
import {brotliCompressSync, constants, gzipSync} from "node:zlib";
import {maybeOpen, type OpenFile} from "./openFile.js";

/** What a server does beside serving files. */
export interface ServeOptions {
  /** The path below which the site is; nothing answers outside of it. */
  readonly base?: string;
  readonly port?: number;
  readonly host?: string;
  /** Markup that every page is given at the end of its head. */
  readonly head?: string;
  /** Answers a request, or says that it does not. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface SiteServer {
  /** Address of the site's first page, with the base path and a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const compressible = /^(text|application\/(json|wasm)|image\/svg)/;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Serves a built site as the web servers do that it is made for: pages without `.html`, byte ranges, brotli
 * and gzip for text. A file is opened once for each request, so the site may be exchanged or removed meanwhile.
 */
export async function serveSite(
  folder: string,
  {base = "/", port = 0, host = "127.0.0.1", head = "", respond = () => false}: ServeOptions = {},
): Promise<SiteServer> {
  const root = resolve(folder);
  const bodies: Bodies = new Map();
  const server = createServer((request, response) => {
    if (respond(request, response)) return;
    const file = maybeFile(request, root, base);
    if (file === undefined) respondText(response, 404, "not found");
    else respondFile(file, request, response, {bodies, head});
  });
  await new Promise<void>((listening, reject) => {
    server.once("error", reject);
    server.listen(port, host, listening);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${address.port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The byte range that a header asks for, or undefined where it cannot be met. */
export function parseRange(header: string, size: number): Range | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const last = size - 1;
  const start = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === "" || match[2] === "" ? last : Math.min(Number(match[2]), last);
  return start <= end ? {start, end} : undefined;
}

function maybeFile(request: IncomingMessage, folder: string, base: string): OpenFile | undefined {
  const pathname = pathOf(request);
  if (!pathname?.startsWith(base)) return undefined;
  const path = normalize(join(folder, pathname.slice(base.length)));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  for (const candidate of [path, `${path}.html`, join(path, "index.html")]) {
    const file = maybeOpen(candidate);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The path that is asked for; undefined where it is none. */
function pathOf({url = "/"}: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** Bodies that were made of files, with the time of the file. */
type Bodies = Map<string, {readonly time: number; readonly body: Buffer}>;

function respondFile(
  file: OpenFile,
  request: IncomingMessage,
  response: ServerResponse,
  {bodies, head}: {bodies: Bodies; head: string},
): void {
  const {path, descriptor, size, time} = file;
  const type = types[extname(path)] ?? "application/octet-stream";
  response.setHeader("content-type", type);
  response.setHeader("accept-ranges", "bytes");
  const {range} = request.headers;
  const encoding = range ? undefined : encodingFor(request, type);
  const isMade = head !== "" && extname(path) === ".html" && !range;
  if (encoding || isMade) {
    const key = `${encoding} ${path}`;
    const known = bodies.get(key);
    const body = known?.time === time ? known.body : bodyOf(file, {encoding, head});
    closeSync(descriptor);
    bodies.set(key, {time, body});
    if (encoding) response.setHeader("content-encoding", encoding);
    response.writeHead(200, {"content-length": body.length});
    response.end(request.method === "HEAD" ? undefined : body);
    return;
  }
  const part = range ? parseRange(range, size) : {start: 0, end: size - 1};
  if (!part) {
    closeSync(descriptor);
    response.setHeader("content-range", `bytes */${size}`);
    respondText(response, 416, "range not satisfiable");
    return;
  }
  if (range) response.setHeader("content-range", `bytes ${part.start}-${part.end}/${size}`);
  response.writeHead(range ? 206 : 200, {"content-length": part.end - part.start + 1});
  if (request.method === "HEAD" || size === 0) {
    closeSync(descriptor);
    response.end();
  } else pipeline(createReadStream(path, {fd: descriptor, ...part}), response, leaveAlone);
}

/** A reader that has gone, or a file that cannot be read to its end, ends the answer; there is nobody to tell. */
function leaveAlone(): void {}

function encodingFor(request: IncomingMessage, type: string): "br" | "gzip" | undefined {
  if (!compressible.test(type)) return undefined;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
}

/** A file as it is sent, a page with what it is given at the end of its head. */
function bodyOf(
  {path, descriptor}: OpenFile,
  {encoding, head}: {encoding: "br" | "gzip" | undefined; head: string},
): Buffer {
  let body: Buffer = readFileSync(descriptor);
  if (head !== "" && extname(path) === ".html")
    body = Buffer.from(body.toString().replace("</head>", () => `${head}</head>`));
  return encoding ? compress(body, encoding) : body;
}

/** At the levels that web servers use for files compressed on the fly, so that sizes are not flattered. */
function compress(body: Buffer, encoding: "br" | "gzip"): Buffer {
  return encoding === "gzip"
    ? gzipSync(body)
    : brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}});
}

function respondText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {"content-type": "text/plain; charset=utf-8"});
  response.end(text);
}
