import subsetFont from "subset-font";

/** The weights that the style sheets ask for; bolder text is set in the boldest of them. */
export const usedWeights = {min: 400, max: 600} as const;

/**
 * A variable font with only the weights and the letters that the site uses: about two thirds of its bytes. `letters`
 * is a `unicode-range` as in a style sheet.
 */
export async function narrowFont(font: Buffer, letters: string): Promise<Buffer> {
  const text = letters.split(",").map(lettersOf).join("");
  const narrow = await subsetFont(font, text, {
    targetFormat: "woff2",
    variationAxes: {wght: {...usedWeights, default: usedWeights.min}},
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
