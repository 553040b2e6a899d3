import {describe, expect, it} from "vitest";
import {brokenUtf8Line, maybeUtf8} from "../../src/lib/utf8.js";

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("maybeUtf8(bytes)", () => {
  it("gives the text without its mark, and nothing of other bytes", () => {
    expect(maybeUtf8(new TextEncoder().encode("\ufeffä\n"))).toBe("ä\n");
    expect(maybeUtf8(new Uint8Array())).toBe("");
    expect(maybeUtf8(latin("M\xfcller"))).toBeUndefined();
  });
});

describe("brokenUtf8Line(bytes)", () => {
  it.each([
    ["M\xfcller\nb\n", 1],
    ["a\n\nM\xfcller", 3],
    ["a\r\nb\r\nM\xfcller\r\nK\xf6ln", 3],
    ["a\n\xc3", 2],
  ])("of %j is %d", (text, line) => {
    expect(brokenUtf8Line(latin(text))).toBe(line);
  });
});
