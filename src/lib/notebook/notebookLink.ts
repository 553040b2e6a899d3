/** A notebook as part of an address: its text, packed with deflate and written in the letters of base64url. */
import type {Notebook} from "./notebook.js";
import {parseNotebook, printNotebook} from "./notebookText.js";

/** Mail and chat cut longer addresses, and some servers refuse them. */
export const mostLinkLetters = 8_000;

/**
 * The letters behind `#`; undefined where they would be more than `mostLinkLetters`, and only a file can hold the
 * notebook.
 */
export async function linkLetters(notebook: Notebook): Promise<string | undefined> {
  const bytes = await through(
    new CompressionStream("deflate-raw"),
    new TextEncoder().encode(printNotebook(notebook)),
  );
  const letters = toBase64Url(bytes);
  return letters.length > mostLinkLetters ? undefined : letters;
}

/** The notebook that letters stand for. Throws on letters that were cut or changed. */
export async function linkedNotebook(letters: string): Promise<Notebook> {
  let bytes: Uint8Array;
  try {
    bytes = await through(new DecompressionStream("deflate-raw"), fromBase64Url(letters));
  } catch (error) {
    throw new Error(
      `this link holds no whole notebook: …${letters.slice(-12)} (it may have been cut: ask for the file)`,
      {cause: error},
    );
  }
  return parseNotebook(new TextDecoder().decode(bytes));
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close());
  const read = new Response(stream.readable).arrayBuffer();
  const [buffer] = await Promise.all([read, written]);
  return new Uint8Array(buffer);
}

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(letters: string): Uint8Array {
  const text = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
