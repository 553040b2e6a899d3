/**
 * From bytes to text. Banks write UTF-8, UTF-16 and half a dozen alphabets of one byte a letter, and say so
 * nowhere; what the bytes are is decided by the bytes: marks, zeros, valid sequences, then by which letters would
 * stand inside words.
 */
import {maybeUtf8} from "../utf8.js";
import {assertText} from "./foreignFile.js";

export interface DecodedText {
  readonly text: string;
  /** As it is reported: `utf-8`, `utf-16le`, `windows-1252`, `cp850`, … */
  readonly encoding: string;
}

/** So many first bytes tell the alphabet. */
const sampleBytes = 1_000_000;

/** The text of a file. Throws `StatementError` on what is no text. */
export function decodedText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes.subarray(0, bytes.length & ~1), wide);
  assertText(bytes);
  const whole = maybeUtf8(bytes) ?? maybeCutUtf8(bytes);
  if (whole !== undefined) return {text: whole, encoding: "utf-8"};
  const loose = new TextDecoder("utf-8").decode(bytes);
  if (isMostlyUtf8(loose)) return {text: loose, encoding: "utf-8"};
  const encoding = saidEncoding(bytes) ?? narrowEncoding(bytes.subarray(0, sampleBytes));
  return encoding === "cp850" ? {text: cp850Text(bytes), encoding} : decoded(bytes, encoding);
}

/**
 * What windows-1252 has where ISO 8859-1 has controls; Node 20 to 22 leave the controls in (nodejs/node issue
 * 56542).
 */
const signs1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return {text: encoding === "windows-1252" ? withSigns(text) : text, encoding};
}

const withSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => signs1252[control.charCodeAt(0) - 0x80]!);

/** UTF-16 by its mark, or by its zeros: of letters that a statement is made of, every other byte is none. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4000 & ~1);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const half = Math.floor(sample.length / 2);
  const [even = 0, odd = 0] = zeros;
  if (half < 4) return undefined;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.05 ? "utf-16be" : undefined;
}

/** A download that broke off may end within a letter; where it is the only one, it is one of another alphabet. */
function maybeCutUtf8(bytes: Uint8Array): string | undefined {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  if ((bytes[end - 1] ?? 0) < 0xc0) return undefined;
  const text = maybeUtf8(bytes.subarray(0, end - 1));
  return text !== undefined && /\P{ASCII}/u.test(text) ? text : undefined;
}

function isMostlyUtf8(text: string): boolean {
  const faults = text.split("\ufffd").length - 1;
  const letters = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return letters > 4 * faults;
}

/** What the head of an XML or OFX file says, where it is an alphabet of one byte a letter. */
function saidEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  const [, xml, ofx] =
    /^<\?xml[^>]*?encoding=["']([\w-]+)["']|^OFXHEADER:[\s\S]*?\bCHARSET:\s*([\w-]+)/i.exec(head) ??
    [];
  const said = (xml ?? ofx ?? "")
    .toLowerCase()
    .replace(/^(\d{4})$/, "windows-$1")
    .replace(/^8859/, "iso-8859");
  return isAlphabet(said) ? said : undefined;
}

/** Whether it is a name of an alphabet that is none of Unicode: what the bytes have been held against already. */
function isAlphabet(name: string): boolean {
  try {
    return !new TextDecoder(name).encoding.startsWith("utf");
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What only statements of these languages say, in letters that all alphabets share. */
const eastern = new RegExp(
  String.raw`\b(pln|czk|huf|kwota|operacji|rachun\w+|odbiorc\w+|nadawc\w+|saldo po|egyenleg|terhel\w*|forint)\b|` +
    String.raw`\b(datum (za|spl|prov|od)|popis|protistrana|m.na|k.nyvel)|sszeg|stka\b`,
);

/** By the bytes that stand between letters, where each alphabet but the right one has signs. */
function narrowEncoding(bytes: Uint8Array): string {
  const text = withSigns(new TextDecoder("windows-1252").decode(bytes));
  const hasSigns = /[\u0080-\u009f\u20ac\u201a-\u203a\u0152-\u017e\u0192\u02c6\u02dc\u2122]/.test(
    text,
  );
  // ü, é, ä, ö, Ä, Ö and å of DOS are quotes and daggers elsewhere
  const dos = text.match(/\p{L}[\u0081\u201a\u201e\u2020\u201d\u017d\u2122]\p{Ll}/gu)?.length ?? 0;
  const windows = text.match(/\p{L}[\u00e0-\u00f6\u00f8-\u00ff]\p{Ll}/gu)?.length ?? 0;
  if (dos > windows) return "cp850";
  if (eastern.test(text.slice(0, 20_000).toLowerCase()))
    return /\p{L}[±¶¼]|[±¶¼]\p{L}/u.test(text) && !/[\u0153\u0178]/.test(text)
      ? "iso-8859-2"
      : "windows-1250";
  if (hasSigns) return "windows-1252";
  return /¤|\p{L}[¨¸½´]\p{Ll}/u.test(text) ? "iso-8859-15" : "iso-8859-1";
}

/** The upper half of DOS code page 850 (IBM), which browsers do not know. */
const upperCp850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

function cp850Text(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const codes = Array.from(bytes.subarray(at, at + 8192), (byte) =>
      byte < 128 ? byte : upperCp850.charCodeAt(byte - 128),
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}
