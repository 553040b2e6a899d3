import {siteTexts} from "./siteTexts.js";

/** What is looked for, and what may be there. */
export interface Words {
  readonly forbidden: ReadonlySet<string>;
  /** A forbidden word inside one of these is none: “Decock BV” in “Michiels & Decock BV”. */
  readonly allowed: ReadonlySet<string>;
}

export interface Leak {
  /** The file, from the folder of the site. */
  readonly file: string;
  /** What should not be there. */
  readonly word: string;
}

/** The fewest letters of a word that is looked for: a shorter one is found by chance. */
export const fewestLetters = 5;

/** In bytes that are no text, where a shorter one is found by chance. */
const fewestBinaryLetters = 8;

/**
 * Which forbidden words stand in the files of a site, each once a file. In texts, a word begins and ends where no other letter or
 * digit is beside it. Files of public packages, of which `packages` has the folder, are left out.
 */
export async function findLeaks(
  folder: string,
  words: Words,
  options: {packages?: string} = {},
): Promise<Leak[]> {
  const finder = wordFinder(words);
  const leaks = new Map<string, Leak>();
  for await (const {file, text, isBinary} of siteTexts(folder, options))
    for (const word of finder(text, {isBinary})) leaks.set(`${file}\n${word}`, {file, word});
  return [...leaks.values()];
}

/** Finds forbidden words in a text: the longest at each place where a word can begin. */
export function wordFinder({
  forbidden,
  allowed,
}: Words): (text: string, options?: {isBinary?: boolean | undefined}) => Set<string> {
  const byOpening = new Map<string, string[]>();
  for (const word of new Set([...forbidden, ...allowed])) {
    if (word.length < fewestLetters) continue;
    const opening = word.slice(0, fewestLetters);
    const others = byOpening.get(opening);
    if (others) others.push(word);
    else byOpening.set(opening, [word]);
  }
  for (const words of byOpening.values()) words.sort((a, b) => b.length - a.length);
  return (text, {isBinary = false} = {}) => {
    const isWhole = (word: string, at: number) =>
      isBinary ? word.length >= fewestBinaryLetters : endsAt(text, at + word.length);
    const found = new Set<string>();
    for (let at = 0; at + fewestLetters <= text.length; at++) {
      if (!isBinary && at > 0 && isInWord(text, at - 1) && isInWord(text, at)) continue;
      const word = byOpening
        .get(text.slice(at, at + fewestLetters))
        ?.find((candidate) => text.startsWith(candidate, at) && isWhole(candidate, at));
      if (word === undefined) continue;
      if (forbidden.has(word)) found.add(word);
      at += word.length - 1;
    }
    return found;
  };
}

function endsAt(text: string, end: number): boolean {
  return !(isInWord(text, end - 1) && isInWord(text, end));
}

const letter = /[\p{L}\p{N}]/u;

function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return letter.test(text[at]!);
}
