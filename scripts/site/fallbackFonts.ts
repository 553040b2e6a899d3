/**
 * Fonts of the reader's machine, made to take the room of the house's fonts until these have come, so that nothing moves
 * when they do (https://developer.chrome.com/blog/font-fallbacks). Widths are means over a text in Latin letters.
 */

/** What the lines of a font take, in ems. */
interface Metrics {
  /** Mean width of a letter. */
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

interface LocalFont {
  /** The full names under which a machine may have it, or a font of the same widths. */
  readonly names: readonly string[];
  readonly width: number;
}

/** The house's fonts, from their own tables (the weight of running text). */
const inter: Metrics = {width: 0.4775, ascent: 0.9688, descent: 0.2412};
const sourceSerif: Metrics = {width: 0.479, ascent: 1.036, descent: 0.335};

const sans: readonly LocalFont[] = [
  {names: ["Arial", "ArialMT", "Liberation Sans", "Helvetica"], width: 0.4458},
  {names: ["DejaVu Sans", "DejaVuSans"], width: 0.5083},
];
const serif: readonly LocalFont[] = [
  {names: ["Georgia"], width: 0.4458},
  {names: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif"], width: 0.4063},
  {names: ["DejaVu Serif", "DejaVuSerif"], width: 0.5166},
];

/** The faces that `--sans-serif` and `--serif` name after the house's own. */
export const fallbackFaces: readonly string[] = [
  ...sans.map((font, at) => face(`Inter Fallback ${at + 1}`, inter, font)),
  ...serif.map((font, at) => face(`Source Serif Fallback ${at + 1}`, sourceSerif, font)),
];

function face(family: string, {width, ascent, descent}: Metrics, local: LocalFont): string {
  const adjust = width / local.width;
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  const sources = local.names.map((name) => `local("${name}")`).join(",");
  return `@font-face{font-family:"${family}";src:${sources};size-adjust:${percent(adjust)};ascent-override:${percent(ascent / adjust)};descent-override:${percent(descent / adjust)};line-gap-override:0%}`;
}
