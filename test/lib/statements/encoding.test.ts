import {describe, expect, it} from "vitest";
import {decodedText} from "../../../src/lib/statements/encoding.js";

const bytesOf = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : [part])),
  );
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
const swapped = (text: string) => Uint8Array.from(Buffer.from(utf16(text)).swap16());

describe("decodedText(bytes)", () => {
  it.each([
    ["utf-8", new TextEncoder().encode("Bäckerei €"), "Bäckerei €"],
    ["utf-8", new TextEncoder().encode("\ufeffBäckerei"), "Bäckerei"],
    ["utf-8", new TextEncoder().encode("Bäckerei Öhm").subarray(0, -3), "Bäckerei "],
    ["utf-16le", utf16("\ufeffBäckerei"), "Bäckerei"],
    ["utf-16be", swapped("\ufeffBäckerei"), "Bäckerei"],
    ["utf-16le", utf16("Datum;Betrag"), "Datum;Betrag"],
    ["utf-16be", swapped("Datum;Betrag"), "Datum;Betrag"],
    ["utf-16le", Uint8Array.of(...utf16("Datum;Betrag"), 10), "Datum;Betrag"],
    ["windows-1252", bytesOf("B\xe4ckerei 5 ", 0x80), "Bäckerei 5 €"],
    ["windows-1252", bytesOf("caf\xe9 ", 0x93, "x", 0x94), "café “x”"],
    ["iso-8859-1", bytesOf("Libell\xe9"), "Libellé"],
    ["iso-8859-15", bytesOf("Libell\xe9 5 \xa4"), "Libellé 5 €"],
    ["cp850", bytesOf("B", 0x84, "ckerei M", 0x81, "ller"), "Bäckerei Müller"],
    [
      "windows-1250",
      bytesOf("Kwota;Opis\n1;\xafabka ", 0x8c, "wie\xbfa"),
      "Kwota;Opis\n1;Żabka Świeża",
    ],
    [
      "iso-8859-2",
      bytesOf("Kwota;Opis\n1;\xafabka \xa6wie\xbfa, p\xb6\xb1k"),
      "Kwota;Opis\n1;Żabka Świeża, pśąk",
    ],
  ])("finds %s", (encoding, bytes, text) => {
    expect(decodedText(bytes)).toEqual({text, encoding});
  });

  it("reads UTF-8 with a broken letter as UTF-8", () => {
    const bytes = [...new TextEncoder().encode("äöüßéèêç"), 0xff, ...new TextEncoder().encode("ä")];
    expect(decodedText(Uint8Array.from(bytes)).encoding).toBe("utf-8");
  });
});
