import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {PhraseBook} from "../../../src/lib/classify/phraseBook.js";
import {plainWords} from "../../../src/lib/classify/plainWords.js";

const found = (phrases: readonly string[], text: string) => {
  const book = new PhraseBook();
  const owner = book.add(phrases);
  return book.find(plainWords(text)).get(owner)?.phrase;
};

describe("PhraseBook", () => {
  it("finds whole words in their order, whatever case and accents", () => {
    expect(found(["Café Müller"], "CAFE MUELLER 123 BERLIN")).toBe("Café Müller");
    expect(found(["Aldi"], "ALDI123")).toBe("Aldi");
    expect(found(["Spar"], "SPARKASSE")).toBeUndefined();
    expect(found(["Müller Café"], "Café Müller")).toBeUndefined();
    expect(found(["C&A"], "PayPal S.C.A.")).toBeUndefined();
    expect(found(["C&A"], "C & A Köln")).toBe("C&A");
  });

  it("lets a star stand for the rest of a word", () => {
    expect(found(["*apotheke"], "Stadtapotheke")).toBe("*apotheke");
    expect(found(["fitness*"], "FITNESSSTUDI")).toBe("fitness*");
    expect(found(["*haar*"], "Kurhaarhaus")).toBe("*haar*");
    expect(found(["apotheke"], "Stadtapotheke")).toBeUndefined();
    expect(found(["*o2"], "Telco 2")).toBe("*o2");
    expect(found(["*o2"], "Telco 32")).toBeUndefined();
  });

  it("takes the longest of several", () => {
    expect(found(["amazon", "amazon prime", "prime"], "AMAZON PRIME*2K")).toBe("amazon prime");
  });

  it("finds what a look at each phrase finds", () => {
    const word = fc.constantFrom("a", "ab", "abc", "b", "bc", "c");
    const phrase = fc.tuple(fc.constantFrom("", "*"), word, fc.constantFrom("", "*", " a", " b*"));
    fc.assert(
      fc.property(fc.array(phrase, {minLength: 1}), fc.array(word), (all, words) => {
        const phrases = all.map((parts) => parts.join(""));
        const book = new PhraseBook();
        const owners = phrases.map((one) => book.add([one]));
        const hits = book.find(words);
        const pattern = (one: string) =>
          new RegExp(`(^| )${one.replaceAll("*", "[a-z]*")}( |$)`).test(words.join(" "));
        expect(owners.map((owner) => hits.has(owner))).toEqual(phrases.map(pattern));
      }),
    );
  });

  it("refuses a phrase that holds no letter", () => {
    expect(() => new PhraseBook().add(["--"])).toThrow('phrase without a letter: "--"');
  });
});
