/** A text without case and accents, as people search: `Bäcker` is found by `backer`. */
export function foldedText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
}

/** Its words, folded; none of nothing. */
export function foldedWords(text: string): string[] {
  return foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
