/** Words of banks, in any spelling of their letters: `Empfänger`, `Empfaenger` and `EMPFANGER` are one. */
import {foldedText} from "../foldedText.js";

const letters: Readonly<Record<string, string>> = {ø: "o", ł: "l", æ: "a", œ: "o", đ: "d", ı: "i"};

/** The words of a text in one blank each, without case, accents and the two ways to write an umlaut. */
export function plainWords(text: string): string {
  return foldedText(text.replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, "$1 $2"))
    .replace(/[øłæœđı]/g, (letter) => letters[letter]!)
    .replace(/([aou])e/g, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The phrases of a list with commas between them, as `plainWords` has them. */
export function phrases(list: TemplateStringsArray): readonly string[] {
  return list.raw.join("").split(",").map(plainWords).filter(Boolean);
}

/** Whether a text (as `plainWords` has it) holds a phrase as whole words. */
export function holdsPhrase(plain: string, phrase: string): boolean {
  return ` ${plain} `.includes(` ${phrase} `);
}

/** An expression for any of the phrases as whole words of a text that `plainWords` made. */
export function anyPhrase(list: readonly string[]): RegExp {
  const sorted = [...list].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:^| )(?:${sorted.join("|")})(?= |$)`);
}
