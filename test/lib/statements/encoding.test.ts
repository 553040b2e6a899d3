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

  it.each([
    ["<?xml version=\"1.0\" encoding='ISO-8859-2'?><Document>\xb6\xb1k", "iso-8859-2", "śąk"],
    [
      '<?xml version="1.0" encoding="windows-1250" standalone="no"?>\x8cwi\xeata',
      "windows-1250",
      "Święta",
    ],
    ['<?xml version="1.0" encoding="cp1251"?>\xcc\xe8\xf0', "cp1251", "Мир"],
    ['<?xml version="1.0" encoding="latin1"?>Caf\xe9', "latin1", "Café"],
    [
      "OFXHEADER:100\r\nENCODING:USASCII\r\nCHARSET:1250\r\n\r\n<OFX>\x8cwi\xeata",
      "windows-1250",
      "Święta",
    ],
    ["OFXHEADER:100\nENCODING:ISO\nCHARSET:8859-15\n<OFX>5 \xa4", "iso-8859-15", "5 €"],
    ["OFXHEADER:100\nENCODING:USASCII\nCHARSET:ISO-8859-1\n<OFX>Caf\xe9", "iso-8859-1", "Café"],
    ["OFXHEADER:100\nENCODING:USASCII\nCHARSET:1252\n<OFX>\x80 Caf\xe9", "windows-1252", "€ Café"],
    ["OFXHEADER:100\nENCODING:UTF-8\nCHARSET:NONE\n<OFX>Caf\xe9", "iso-8859-1", "Café"],
    ['<?xml version="1.0" encoding="iso-8859-12"?>Caf\xe9', "iso-8859-1", "Café"],
    ['<?xml version="1.0" encoding="UTF-8"?>Caf\xe9', "iso-8859-1", "Café"],
  ])("takes the alphabet that %j says, as far as the bytes allow", (bytes, encoding, end) => {
    const read = decodedText(bytesOf(bytes));
    expect([read.encoding, read.text.endsWith(end)]).toEqual([encoding, true]);
  });

  it("reads UTF-8 as UTF-8, whatever the file says that it is", () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?>Café';
    expect(decodedText(new TextEncoder().encode(text))).toEqual({text, encoding: "utf-8"});
  });

  it("reads UTF-8 with a broken letter as UTF-8", () => {
    const bytes = [...new TextEncoder().encode("äöüßéèêç"), 0xff, ...new TextEncoder().encode("ä")];
    expect(decodedText(Uint8Array.from(bytes)).encoding).toBe("utf-8");
  });
});
