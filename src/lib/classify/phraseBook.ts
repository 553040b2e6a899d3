/**
 * Finds thousands of phrases in a text at once: each is looked up by its first word, so that a text costs as much as it
 * has words, however many phrases there are. A `*` in a phrase's word stands for any letters there.
 */
import {LetterTree} from "./letterTree.js";
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
  /** Letters and digits of its words. */
  readonly length: number;
}

/** The longest phrase of an owner that a text contains. */
export type Found = Pick<Entry, "phrase" | "length">;

export class PhraseBook {
  readonly #whole = new Map<string, Entry[]>();
  /** By the first letters of a word, and by the last ones from its end. */
  readonly #openAfter = new LetterTree<Entry>();
  readonly #openBefore = new LetterTree<Entry>();
  readonly #inner: Entry[] = [];
  #owners = 0;

  /** Takes phrases in, and returns the number under which they are found. */
  add(phrases: readonly string[]): number {
    const owner = this.#owners++;
    for (const phrase of phrases) {
      const words = phraseWords(phrase);
      const first = words[0];
      if (!first) throw new Error(`phrase without a letter: ${JSON.stringify(phrase)}`);
      const length = words.reduce((sum, {text}) => sum + text.length, 0);
      this.#put({owner, phrase, words, length}, first);
    }
    return owner;
  }

  /** What is found in a text of these words, by owner. */
  find(words: readonly string[]): ReadonlyMap<number, Found> {
    let found: Map<number, Found> | undefined;
    for (let at = 0; at < words.length; at++)
      for (const entry of this.#candidates(words[at]!)) {
        if (entry.length <= (found?.get(entry.owner)?.length ?? 0)) continue;
        if (!entry.words.every((one, step) => isWord(words[at + step], one))) continue;
        found ??= new Map();
        found.set(entry.owner, entry);
      }
    return found ?? nothing;
  }

  /** Those that may begin with a word; one list for each word most of the time, and mostly none. */
  #candidates(word: string): readonly Entry[] {
    const whole = this.#whole.get(word) ?? none;
    const after = this.#openAfter.along(word, 1);
    const before = this.#openBefore.along(word, -1);
    return after.length + before.length + this.#inner.length === 0
      ? whole
      : [...whole, ...after, ...before, ...this.#inner];
  }

  #put(entry: Entry, {text, isOpenBefore, isOpenAfter}: Word): void {
    if (isOpenBefore && isOpenAfter) this.#inner.push(entry);
    else if (isOpenBefore) this.#openBefore.put(text, -1, entry);
    else if (isOpenAfter) this.#openAfter.put(text, 1, entry);
    else {
      const known = this.#whole.get(text);
      if (known) known.push(entry);
      else this.#whole.set(text, [entry]);
    }
  }
}

const none: readonly Entry[] = [];
const nothing: ReadonlyMap<number, Found> = new Map();

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
