/** Takes the pages that notebooks are kept as, from the pages of the preview and from nobody else. */
import {randomBytes, timingSafeEqual} from "node:crypto";
import type {IncomingMessage, ServerResponse} from "node:http";
import {NewError} from "../../../src/lib/site/analysisName.js";
import {type DevResponder, previewOrigins} from "../devMessages.js";
import {AlreadyThere, type KeepRequest, writeKept} from "./writeKept.js";

/** A page, its loaders and its files are no larger. */
const mostBytes = 20_000_000;

/**
 * Answers `POST /keep?token=…` of a preview. The token stands in the head of its pages, which pages of other origins
 * cannot read; a request of another origin is refused besides.
 */
export function keepResponder(root: string): DevResponder & {readonly path: string} {
  const token = randomBytes(24).toString("base64url");
  const path = `keep?token=${token}`;
  let origins: readonly string[] = [];
  return {
    path,
    respond(request, response) {
      if (request.url?.split("?")[0] !== "/keep") return false;
      const origin = request.headers.origin ?? "";
      const isKnown = origins.includes(origin) && isEqual(request.url, `/${path}`);
      if (isKnown) {
        response.setHeader("access-control-allow-origin", origin);
        response.setHeader("access-control-allow-headers", "content-type");
      }
      if (!isKnown) say(response, 403, {message: "not from a page of this preview"});
      else if (request.method === "OPTIONS") response.writeHead(204).end();
      else if (request.method !== "POST") say(response, 405, {message: "write with POST"});
      else void take(root, request, response);
      return true;
    },
    admit(previewUrl) {
      origins = previewOrigins(previewUrl);
    },
    close() {
      origins = [];
    },
  };
}

async function take(root: string, request: IncomingMessage, response: ServerResponse) {
  try {
    const text = await bodyOf(request);
    if (text === undefined) say(response, 413, {message: `more than ${mostBytes} bytes`});
    else say(response, 200, {page: writeKept(root, keepRequest(text))});
  } catch (error) {
    if (error instanceof AlreadyThere)
      say(response, 409, {message: error.message, files: error.files});
    else if (error instanceof NewError) say(response, 422, {message: error.message});
    else say(response, 500, {message: error instanceof Error ? error.message : String(error)});
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function keepRequest(text: string): KeepRequest {
  let sent: Partial<KeepRequest>;
  try {
    sent = JSON.parse(text) as Partial<KeepRequest>;
  } catch {
    throw new NewError("the request is no JSON");
  }
  const {title, group, files, replace = false} = sent ?? {};
  const isText = (value: unknown) => typeof value === "string";
  if (!isText(title) || !isText(group) || !files || !Object.values(files).every(isText))
    throw new NewError("the request names no title, group and files");
  return {title: title!, group: group!, files, replace: replace === true};
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {"content-type": "application/json", "cache-control": "no-store"});
  response.end(JSON.stringify(body));
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
