import subsetFont from "subset-font";

interface Used {
  /** A `unicode-range` as in a style sheet. */
  readonly letters: string;
  readonly weights: {readonly min: number; readonly max: number};
}

/** A variable font with only what is used of it, as WOFF2. Throws a mistake in the range of letters. */
export async function narrowFont(font: Buffer, {letters, weights}: Used): Promise<Buffer> {
  const text = letters.split(",").map(lettersOf).join("");
  const narrow = await subsetFont(font, text, {
    targetFormat: "woff2",
    variationAxes: {wght: {...weights, default: weights.min}},
  });
  return Buffer.from(narrow);
}

/** The letters from `U+0000-00FF`, or the one of `U+20AC`. */
function lettersOf(range: string): string {
  const [first = Number.NaN, last = first] = range
    .replace("U+", "")
    .split("-")
    .map((code) => Number.parseInt(code, 16));
  if (Number.isNaN(first)) throw new Error(`invalid unicode-range: ${JSON.stringify(range)}`);
  return String.fromCodePoint(...Array.from({length: last - first + 1}, (_, at) => first + at));
}
