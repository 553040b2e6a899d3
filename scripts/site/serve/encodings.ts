import {type BrotliOptions, brotliCompressSync, constants, gzipSync} from "node:zlib";

/** The content codings that are made ahead, the smaller first: their names in headers, and the endings of their files. */
export const encodings = [
  {name: "br", ending: ".br"},
  {name: "gzip", ending: ".gz"},
] as const;

export type Encoding = (typeof encodings)[number]["name"];

/**
 * What compresses well and is asked for whole. The published bank and rows by key are read in parts, which a compressed file
 * does not have.
 */
export const compressible = /\.(?:css|csv|html|js|json|sql|svg|ts|wasm)$/;

/** A file beyond it is packed in seconds, not minutes: the SQL engine. */
const largeBytes = 4e6;

/**
 * Brotli's level: 10 for text, of which that leaves 9 % less than 5 and takes 3 s of a core for a whole site, and 5 for
 * what is large (`docs/publish.md` has the figures).
 */
export function brotliOptions(body: Buffer): BrotliOptions {
  return {params: {[constants.BROTLI_PARAM_QUALITY]: body.length > largeBytes ? 5 : 10}};
}

/** The codings that a request takes, the smaller first. */
export function acceptedEncodings(header: string | undefined): (typeof encodings)[number][] {
  const accepted = new Map(
    (header ?? "").split(",").map((part) => {
      const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
      return [name.toLowerCase(), !parameters.some((text) => /^q=0(\.0*)?$/.test(text))];
    }),
  );
  return encodings.filter(({name}) => accepted.get(name) ?? accepted.get("*") ?? false);
}

/** Packs a page that is made for one answer. */
export function compress(body: Buffer, encoding: Encoding): Buffer {
  const params = {[constants.BROTLI_PARAM_QUALITY]: 5};
  return encoding === "gzip" ? gzipSync(body) : brotliCompressSync(body, {params});
}
