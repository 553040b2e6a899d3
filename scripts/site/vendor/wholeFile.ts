import {megabytes} from "../../../src/lib/site/wholeFile.js";

/** So many bytes of a published bank are loaded whole, and no more. */
export const mostWholeBytes = 100e6;

/**
 * A file by its address: undefined where the server answers byte ranges, or does not have it, which who reads it will find;
 * else its bytes. Throws where these are more than `most`.
 */
export async function maybeWhole(
  url: string,
  {
    most = mostWholeBytes,
    fetch = globalThis.fetch,
  }: {most?: number; fetch?: typeof globalThis.fetch} = {},
): Promise<Uint8Array | undefined> {
  const response = await fetch(url, {headers: {range: "bytes=0-0"}});
  if (response.status !== 200 || response.body === null) {
    await response.arrayBuffer(); // one byte; a request that is broken off looks like a fault
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const told = Number(response.headers.get("content-length"));
  const reader = response.body.getReader();
  for (;;) {
    if (Math.max(told, length) > most) {
      await reader.cancel();
      throw new Error(
        `this server sends files only whole, and the bank has more than ${megabytes(most)} (ask for a server that answers byte ranges)`,
      );
    }
    const {value} = await reader.read();
    if (value === undefined) break;
    parts.push(value);
    length += value.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
