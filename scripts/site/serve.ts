import {createReadStream, existsSync, readFileSync, statSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize, resolve, sep} from "node:path";
import {brotliCompressSync, constants, gzipSync} from "node:zlib";

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
 * and gzip for text. `base` is the path below which the site stands; nothing answers outside of it.
 */
export async function serveSite(
  folder: string,
  {base = "/", port = 0}: {base?: string; port?: number} = {},
): Promise<SiteServer> {
  const root = resolve(folder);
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const file = fileOf(request, root, base);
    if (file === undefined) respondText(response, 404, "not found");
    else respondFile(file, request, response, compressed);
  });
  await new Promise<void>((listening, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", listening);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
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

function fileOf(request: IncomingMessage, folder: string, base: string): string | undefined {
  const {pathname} = new URL(request.url ?? "/", "http://localhost");
  if (!pathname.startsWith(base)) return undefined;
  const path = normalize(join(folder, decodeURIComponent(pathname.slice(base.length))));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const candidates = [path, `${path}.html`, join(path, "index.html")];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

function respondFile(
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  compressed: Map<string, Buffer>,
): void {
  const type = types[extname(file)] ?? "application/octet-stream";
  const {size} = statSync(file);
  response.setHeader("content-type", type);
  response.setHeader("accept-ranges", "bytes");
  const {range} = request.headers;
  const encoding = range ? undefined : encodingFor(request, type);
  if (encoding) {
    const key = `${encoding} ${file}`;
    const body = compressed.get(key) ?? compress(readFileSync(file), encoding);
    compressed.set(key, body);
    response.writeHead(200, {"content-encoding": encoding, "content-length": body.length});
    response.end(request.method === "HEAD" ? undefined : body);
    return;
  }
  const part = range ? parseRange(range, size) : {start: 0, end: size - 1};
  if (!part) {
    response.setHeader("content-range", `bytes */${size}`);
    respondText(response, 416, "range not satisfiable");
    return;
  }
  if (range) response.setHeader("content-range", `bytes ${part.start}-${part.end}/${size}`);
  response.writeHead(range ? 206 : 200, {"content-length": part.end - part.start + 1});
  if (request.method === "HEAD" || size === 0) response.end();
  else createReadStream(file, part).pipe(response);
}

function encodingFor(request: IncomingMessage, type: string): "br" | "gzip" | undefined {
  if (!compressible.test(type)) return undefined;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
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
