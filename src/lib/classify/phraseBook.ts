/**
 * Finds thousands of phrases in a text at once: each is looked up by its first word, so that a text costs as much as it
 * has words, however many phrases there are. A `*` in a phrase's word stands for any letters there.
 */
import {plainWords} from "./plainWords.js";

interface Word {
  readonly text: string;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

interface Entry {
  readonly owner: number;
  /** As the rule spells it. */
  readonly phrase: string;
  readonly words: readonly Word[];
}

/** The longest phrase of an owner that a text contains. */
export interface Found {
  readonly phrase: string;
  /** Letters and digits of its words. */
  readonly length: number;
}

export class PhraseBook {
  readonly #whole = new Map<string, Entry[]>();
  readonly #open = {before: new Map<string, Entry[]>(), after: new Map<string, Entry[]>()};
  readonly #inner: Entry[] = [];
  #owners = 0;

  /** Takes phrases in, and returns the number under which they are found. */
  add(phrases: readonly string[]): number {
    const owner = this.#owners++;
    for (const phrase of phrases) {
      const words = phraseWords(phrase);
      const first = words[0];
      if (!first) throw new Error(`phrase without a letter: ${JSON.stringify(phrase)}`);
      this.#put({owner, phrase, words}, first);
    }
    return owner;
  }

  /** What is found in a text of these words, by owner. */
  find(words: readonly string[]): Map<number, Found> {
    const found = new Map<number, Found>();
    words.forEach((word, at) => {
      for (const entry of this.#candidates(word)) {
        if (!entry.words.every((one, step) => isWord(words[at + step], one))) continue;
        const length = entry.words.reduce((sum, {text}) => sum + text.length, 0);
        if (length > (found.get(entry.owner)?.length ?? 0))
          found.set(entry.owner, {phrase: entry.phrase, length});
      }
    });
    return found;
  }

  *#candidates(word: string): Generator<Entry> {
    yield* this.#whole.get(word) ?? [];
    for (let length = 1; length <= word.length; length++) {
      yield* this.#open.after.get(word.slice(0, length)) ?? [];
      yield* this.#open.before.get(word.slice(-length)) ?? [];
    }
    yield* this.#inner;
  }

  #put(entry: Entry, {text, isOpenBefore, isOpenAfter}: Word): void {
    if (isOpenBefore && isOpenAfter) {
      this.#inner.push(entry);
      return;
    }
    const map = isOpenBefore ? this.#open.before : isOpenAfter ? this.#open.after : this.#whole;
    const known = map.get(text);
    if (known) known.push(entry);
    else map.set(text, [entry]);
  }
}

function isWord(word: string | undefined, {text, isOpenBefore, isOpenAfter}: Word): boolean {
  if (word === undefined) return false;
  if (isOpenBefore) return isOpenAfter ? word.includes(text) : word.endsWith(text);
  return isOpenAfter ? word.startsWith(text) : word === text;
}

/** The words of a phrase: a star opens the side of the word that it touches. */
function phraseWords(phrase: string): Word[] {
  return phrase.split(/[^\p{L}\p{N}\p{M}*&]+/u).flatMap((part) => {
    const words = plainWords(part);
    return words.map((text, at) => ({
      text,
      isOpenBefore: at === 0 && part.startsWith("*"),
      isOpenAfter: at === words.length - 1 && part.endsWith("*"),
    }));
  });
}
