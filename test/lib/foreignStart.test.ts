import {describe, expect, it} from "vitest";
import {foreignStart} from "../../src/lib/foreignStart.js";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("foreignStart(bytes)", () => {
  it.each([
    ["PAR1....", "a Parquet file"],
    ["PK\x03\x04", "a packed file or a workbook"],
    ["\xd0\xcf\x11\xe0", "an old Excel workbook"],
    ["\x89PNG\r\n", "a picture"],
    ["\xff\xd8\xff\xe0", "a picture"],
    ["GIF89a", "a picture"],
    ["%PDF-1.7", "a PDF"],
    ["{\\rtf1", "a text document"],
    ["\x1f\x8b\x08", "packed with gzip"],
    ["SQLite format 3\0", "an SQLite database"],
  ])("knows %j", (head, what) => {
    expect(foreignStart(bytes(head))?.what).toContain(what);
  });

  it.each(["", "a,b\n1,2\n", "PK", "\xff\xfea\0"])("takes %j for text", (head) => {
    expect(foreignStart(bytes(head))).toBeUndefined();
  });
});
