/** From so many letters on, a value is looked for within a text too: a shorter one stands in many by chance. */
const letters = 8;

/**
 * A search for many values at once: the first of them that a text is, or holds, however it is spaced and in capitals or not.
 * Each place of the text costs one look, whatever the number of values.
 */
export function valueSearch(values: Iterable<string>): (text: string) => string | undefined {
  const whole = new Map<string, string>();
  // where a value may begin, by its first three letters: tells nearly all places at little cost
  const mayBegin = new Uint8Array(2 ** 16);
  const byBeginning = new Map<string, string[]>();
  for (const value of values) {
    const plain = plainText(value);
    if (plain === "" || whole.has(plain)) continue;
    whole.set(plain, value);
    if (plain.length < letters) continue;
    mayBegin[placeOf(plain, 0)] = 1;
    const beginning = plain.slice(0, letters);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), plain]);
  }
  return (text) => {
    const plain = plainText(text);
    const own = whole.get(plain);
    if (own !== undefined) return own;
    for (let at = 0; at + letters <= plain.length; at++) {
      if (mayBegin[placeOf(plain, at)] === 0) continue;
      const found = byBeginning
        .get(plain.slice(at, at + letters))
        ?.find((value) => plain.startsWith(value, at));
      if (found !== undefined) return whole.get(found);
    }
    return undefined;
  };
}

const plainText = (text: string): string =>
  (/\s/.test(text) ? text.replace(/\s+/g, "") : text).toLowerCase();

/** A number below 65,536 for the three letters from a place on. */
const placeOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & 0xffff;
