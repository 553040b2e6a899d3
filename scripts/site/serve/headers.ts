import type {IncomingMessage, ServerResponse} from "node:http";
import {embedQuery} from "../../../src/lib/site/figureAddress.js";
import {UsageError} from "../../terminal/options.js";

/**
 * What a server says with the files of a site. `docker/nginx.conf`, `docker/Caddyfile` and `docker/_headers` say the same
 * with every file, which a test holds them to. What a page may load and run is said by the policy in its own head
 * (`finish.ts`); who may frame it can be said by a server only.
 */
export const securityHeaders = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** What browsers heed of a page only: with each of its hundred files it would be 16 kB more before the first chart. */
export const pageHeaders = {
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
} as const;

/** Who may frame a page as it is. */
const ownFrames = {
  "content-security-policy": "frame-ancestors 'self'",
  "x-frame-options": "SAMEORIGIN", // for browsers that know no frame-ancestors
} as const;

/** Who may frame a figure where nobody has said it. */
export const anybody = "*";

/**
 * Who may frame a page at an address with this query: pages of its own origin, and of a page that shows one figure alone,
 * which is made to be framed, whoever is named by `framedBy`, a list of sources as in `frame-ancestors`.
 */
export function frameHeaders(query: string, framedBy: string = anybody): Record<string, string> {
  if (!embedQuery.test(query)) return ownFrames;
  return {"content-security-policy": `frame-ancestors ${framedBy}`};
}

/** The same, for what a request asks for. */
export function frameHeadersOf(
  {url = ""}: IncomingMessage,
  framedBy?: string,
): Record<string, string> {
  return frameHeaders(url.includes("?") ? url.slice(url.indexOf("?")) : "", framedBy);
}

const source = /^(?:\*|'none'|'self'|https?:|(?:https?:\/\/)?(?:\*\.)?[\w.-]+(?::(?:\d+|\*))?)$/;

/** Who may frame a figure, as somebody has said it. Throws on what is no list of sources: it could be another directive or header. */
export function framedByOf(text: string = anybody): string {
  if (text.split(" ").every((part) => source.test(part))) return text;
  throw new UsageError(
    `no list of who may frame a figure: ${text} (write addresses like https://wiki.example, or 'none')`,
  );
}

/** What Framework names by its content: `_file/data/bank.19265102.duckdb`; what changes has another name. */
const hashed = {
  folders: ["_file", "_import", "_node", "_observablehq"],
  cacheControl: "max-age=31536000, immutable",
} as const;

/** What is named by the version of its package, such as fonts and the SQL engine. */
const versioned = {folders: ["_npm"], cacheControl: "max-age=86400"} as const;

/** How long a browser may keep what is in these folders of a site. */
export const keptFolders = [hashed, versioned] as const;

/** Pages, and all else: asked for each time, and sent where it is another. */
export const notKept = "no-cache";

/** Whether the file at this path of a site never changes. */
export function isNamedByContent(path: string): boolean {
  return cacheControlOf(path) === hashed.cacheControl;
}

/** How long a browser may keep the file at this path of a site. */
export function cacheControlOf(path: string): string {
  const [folder = ""] = path.split("/");
  const kept = keptFolders.find(({folders}) => folders.some((name) => name === folder));
  return kept?.cacheControl ?? notKept;
}

export function setHeaders(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  sql: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  ts: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  woff2: "font/woff2",
};

/** The media type of a file, by its ending. */
export function mediaTypeOf(path: string): string {
  return types[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}
