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

/**
 * Of a site of 42 MB, level 5 takes 1.6 s of a core and leaves 8.1 MB, level 7 3.7 s and 7.9 MB, level 9 10 s and 7.8 MB.
 */
export const brotliOptions: BrotliOptions = {params: {[constants.BROTLI_PARAM_QUALITY]: 5}};

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

export function compress(body: Buffer, encoding: Encoding): Buffer {
  return encoding === "gzip" ? gzipSync(body) : brotliCompressSync(body, brotliOptions);
}
