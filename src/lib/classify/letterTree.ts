/** Items by the letters of a key, from its start (1) or from its end (−1). */
export class LetterTree<Item> {
  readonly #next = new Map<number, LetterTree<Item>>();
  readonly #items: Item[] = [];

  put(key: string, step: 1 | -1, item: Item): void {
    let tree: LetterTree<Item> = this;
    for (const code of codesOf(key, step)) {
      const known = tree.#next.get(code);
      const next = known ?? new LetterTree<Item>();
      tree.#next.set(code, next);
      tree = next;
    }
    tree.#items.push(item);
  }

  /** The items of all keys with which a word begins, or ends: no more letters are read than keys share with it. */
  along(word: string, step: 1 | -1): readonly Item[] {
    let tree: LetterTree<Item> | undefined = this;
    let found: readonly Item[] = this.#items;
    for (let at = step > 0 ? 0 : word.length - 1; at >= 0 && at < word.length; at += step) {
      tree = tree.#next.get(word.charCodeAt(at));
      if (!tree) break;
      if (tree.#items.length > 0)
        found = found.length > 0 ? [...found, ...tree.#items] : tree.#items;
    }
    return found;
  }
}

function codesOf(key: string, step: 1 | -1): number[] {
  const codes = Array.from({length: key.length}, (_, at) => key.charCodeAt(at));
  return step > 0 ? codes : codes.reverse();
}
