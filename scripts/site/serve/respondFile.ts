import {closeSync, createReadStream, readFileSync} from "node:fs";
import type {IncomingMessage, ServerResponse} from "node:http";
import {pipeline} from "node:stream";
import {acceptedEncodings, compress, compressible} from "./encodings.js";
import {entityTagOf, isNamed} from "./entityTag.js";
import {
  cacheControlOf,
  frameHeadersOf,
  isNamedByContent,
  mediaTypeOf,
  pageHeaders,
  setHeaders,
} from "./headers.js";
import {parseRange} from "./range.js";
import type {SiteFile} from "./siteFile.js";

/** Answers with a file, a part of it, or word that the one that the browser keeps is still right; closes the file. */
export function respondFile(
  {path, open, encoding}: SiteFile,
  request: IncomingMessage,
  response: ServerResponse,
  {status = 200, framedBy}: {status?: 200 | 404; framedBy?: string | undefined} = {},
): void {
  const {descriptor, size} = open;
  describe(response, path, request, framedBy);
  // what is named by its content is not asked for again, but for parts of it
  const isKept = isNamedByContent(path) && compressible.test(path);
  const tag = isKept ? undefined : entityTagOf(open);
  if (tag !== undefined) response.setHeader("etag", tag);
  if (encoding) response.setHeader("content-encoding", encoding);
  const {range, "if-range": ifRange, "if-none-match": ifNoneMatch} = request.headers;
  const isWanted =
    status === 200 && encoding === undefined && (!ifRange || isNamed(tag, String(ifRange)));
  const part = isWanted ? parseRange(range, size) : undefined;
  if (status === 200 && isNamed(tag, ifNoneMatch)) {
    response.writeHead(304).end();
  } else if (part === "unsatisfiable") {
    response.writeHead(416, {"content-range": `bytes */${size}`}).end();
  } else {
    const {start, end} = part ?? {start: 0, end: size - 1};
    if (part) response.setHeader("content-range", `bytes ${start}-${end}/${size}`);
    response.writeHead(part ? 206 : status, {"content-length": end - start + 1});
    if (request.method !== "HEAD" && size > 0) {
      pipeline(createReadStream(open.path, {fd: descriptor, start, end}), response, leaveAlone);
      return;
    }
    response.end();
  }
  closeSync(descriptor);
}

/** A reader that has gone, or a file that cannot be read to its end, ends the answer; there is nobody to tell. */
function leaveAlone(): void {}

/** Answers with a page that is given markup at the end of its head; closes its file. */
export function respondPage(
  {path, open}: SiteFile,
  head: string,
  request: IncomingMessage,
  response: ServerResponse,
  framedBy: string | undefined,
): void {
  const html = readFileSync(open.descriptor, "utf8").replace("</head>", () => `${head}</head>`);
  closeSync(open.descriptor);
  describe(response, path, request, framedBy);
  const [encoding] = acceptedEncodings(request.headers["accept-encoding"]);
  if (encoding) response.setHeader("content-encoding", encoding.name);
  const body = encoding ? compress(Buffer.from(html), encoding.name) : Buffer.from(html);
  response.writeHead(200, {"content-length": body.length});
  response.end(request.method === "HEAD" ? undefined : body);
}

function describe(
  response: ServerResponse,
  path: string,
  request: IncomingMessage,
  framedBy: string | undefined,
): void {
  if (path.endsWith(".html"))
    setHeaders(response, {...pageHeaders, ...frameHeadersOf(request, framedBy)});
  response.setHeader("content-type", mediaTypeOf(path));
  response.setHeader("cache-control", cacheControlOf(path));
  if (compressible.test(path)) response.setHeader("vary", "accept-encoding");
  else response.setHeader("accept-ranges", "bytes");
}
