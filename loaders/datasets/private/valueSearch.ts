/** From so many letters on, a value is looked for within a text too: a shorter one stands in many by chance. */
const letters = 8;
/** Letters of a gram. */
const gramLength = 6;

/**
 * A search for many values at once: the first of them that a text is, or holds. Values and texts are plain (`plainText`), so
 * that spaces and capitals do not matter. Of the letters of a value, one gram of six stands at a place that is looked at,
 * as far apart as the shortest value allows: few places of a text are looked at, whatever the number of values (after
 * S. Wu and U. Manber, A fast algorithm for multi-pattern searching, 1994).
 */
export function valueSearch(values: Iterable<string>): (plain: string) => string | undefined {
  const whole = new Map<string, string>();
  for (const value of values) {
    const plain = plainText(value);
    if (plain !== "" && !whole.has(plain)) whole.set(plain, value);
  }
  const long = [...whole.keys()].filter((plain) => plain.length >= letters);
  const stride = Math.min(...long.map((plain) => plain.length)) - gramLength + 1;
  const grams = new Uint8Array(2 ** 20);
  const byBeginning = new Map<string, string[]>();
  for (const plain of long) {
    for (let at = 0; at < stride; at++) grams[placeOf(plain, at)] = 1;
    const beginning = plain.slice(0, letters);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), plain]);
  }
  return (plain) => {
    const own = whole.get(plain);
    if (own !== undefined) return own;
    for (let at = stride - 1; at + gramLength <= plain.length; at += stride) {
      if (grams[placeOf(plain, at)] === 0) continue;
      for (let from = at; from > at - stride; from--) {
        const found = byBeginning
          .get(plain.slice(from, from + letters))
          ?.find((value) => plain.startsWith(value, from));
        if (found !== undefined) return whole.get(found);
      }
    }
    return undefined;
  };
}

/** A text without its spaces, in small letters. */
export const plainText = (text: string): string =>
  (/\s/.test(text) ? text.replace(/\s+/g, "") : text).toLowerCase();

/** A number below 2^20 for the gram at a place, in the manner of FNV-1a. */
function placeOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let next = at; next < at + gramLength; next++)
    hash = Math.imul(hash ^ text.charCodeAt(next), 0x01000193);
  return (hash ^ (hash >>> 20)) & 0xfffff;
}
