/**
 * The one palette. A chart never writes a colour value: it writes `color("gain")`, which is
 * `var(--gain)`, and the style sheet gives that name a value for each theme, so that a switch between light
 * and dark needs no drawing. `src/style/palette.css` is `paletteCss()` written out; a test keeps the two
 * equal, and holds every value to its contrast (text 4.5, marks 3) and the categorical sets to a least
 * distance as seen with normal, protanopic and deuteranopic eyes.
 *
 * The dark values are tuned on the dark paper, not inverted; a name keeps its hue in both themes.
 */
import type {CategoryGroup} from "../lib/bank/categories.js";

export type Theme = "light" | "dark";

type Pair = readonly [light: string, dark: string];

/** Grounds that text and marks stand on. */
const grounds = {
  paper: ["#fbfaf7", "#16181b"],
  "paper-sunk": ["#f3f1eb", "#1e2125"],
  "paper-raised": ["#ffffff", "#22262a"],
} as const satisfies Record<string, Pair>;

/** Lines that separate; they carry no information of their own. */
const rules = {
  rule: ["#e4e1d9", "#2c3035"],
  "rule-strong": ["#c8c4b9", "#474c53"],
  /** Where a scale of colours begins: a cell of nothing is still seen to be a cell. */
  midpoint: ["#eeebe3", "#2f343a"],
} as const satisfies Record<string, Pair>;

/** Colours that text is set in: at least 4.5 on every ground. */
const inks = {
  ink: ["#1b1d20", "#e9e7e2"],
  "ink-muted": ["#5a5d63", "#a6aab0"],
  accent: ["#34499a", "#a3b4f5"],
  gain: ["#0f766e", "#4db6ac"],
  loss: ["#b83c0b", "#f08a5d"],
  warning: ["#7a5600", "#e6b450"],
} as const satisfies Record<string, Pair>;

/** Marks without a category: the story, in the dark calmer than the accent as text; a caution; and context. */
const context = {
  mark: ["#34499a", "#7a90e0"],
  caution: ["#c07a00", "#e6b450"],
  context: ["#85888d", "#777b81"],
} as const satisfies Record<string, Pair>;

const groups = {
  "group-income": inks.gain,
  "group-fixed": ["#5d6fe0", "#5f7de0"],
  "group-discretionary": ["#b57e30", "#dc9a2a"],
  "group-saving": ["#1c98c2", "#a0d9ff"],
  "group-investing": ["#583481", "#c498fd"],
  "group-fee": ["#661a40", "#a63f7b"],
  "group-private": ["#6a6502", "#cad98f"],
  "group-revenue": inks.gain,
  "group-operating": ["#b87b1d", "#d99931"],
  "group-payroll": ["#8250d0", "#9a78ee"],
  "group-tax": ["#852009", "#c2554e"],
  "group-financing": ["#4f92d1", "#aed5fd"],
} as const satisfies Record<`group-${CategoryGroup}`, Pair>;

/** Parts that a page found in its data and that have no colour of their own elsewhere, the largest first. */
const segments = {
  "segment-1": ["#397be9", "#7a97fb"],
  "segment-2": ["#b77b29", "#f6d476"],
  "segment-3": ["#440164", "#f2c5fd"],
  "segment-4": ["#37999f", "#74aba0"],
  "segment-5": ["#91450d", "#f37513"],
  "segment-6": ["#4129ba", "#035ede"],
  "segment-7": ["#3d627c", "#4b788e"],
  "segment-8": ["#45240f", "#c53829"],
} as const satisfies Record<string, Pair>;

export const palette = {grounds, rules, inks, context, groups, segments};

type Names<T> = {[K in keyof T]: keyof T[K]}[keyof T];
export type ColorName = Names<typeof palette>;

/** A palette colour as a CSS value that follows the theme: `var(--gain)`. */
export function color(name: ColorName): string {
  return `var(--${name})`;
}

export function groupColor(group: CategoryGroup): string {
  return color(`group-${group}`);
}

/** The colour of a segment by its number, from 0; context for people without one. */
export function segmentColor(segment: number | undefined): string {
  const name = segment === undefined ? "context" : `segment-${segment + 1}`;
  return color(name in segments ? (name as keyof typeof segments) : "context");
}

/** The colour of a kind of account: that of what its money is for. */
export function accountColor(kind: string): string {
  if (kind === "savings") return groupColor("saving");
  if (kind === "together") return color("ink-muted");
  return kind === "brokerage" ? groupColor("investing") : color("accent");
}

/** Gain above zero, loss below, plain ink at zero or where there is no value. */
export function signColor(value: number | null | undefined): string {
  return color(value ? (value > 0 ? "gain" : "loss") : "ink");
}

/**
 * A diverging scale centred on zero: −1 is full loss, 0 the midpoint, +1 full gain; beyond is clamped.
 * Mixed by the browser in OKLab, where equal steps look equal, so that it follows the theme.
 */
export function diverging(share: number): string {
  return mix(share < 0 ? "loss" : "gain", Math.abs(share));
}

/** A sequential scale for amounts without direction: 0 is the midpoint, 1 the full accent. */
export function sequential(share: number): string {
  return mix("accent", share);
}

function mix(name: ColorName, share: number): string {
  const percent = Math.round(1000 * Math.min(1, Math.max(0, share))) / 10;
  return `color-mix(in oklab, ${color(name)} ${percent}%, ${color("midpoint")})`;
}

/** A mark's colour drawn towards the ink until text can be read in it (4.5 for every colour of the palette). */
export function textColor(mark: string): string {
  return `color-mix(in oklab, ${mark} ${textShare}%, ${color("ink")})`;
}

/** How much of a mark's colour is left in text, in per cent. */
export const textShare = 62;

/** Every name with its value in one theme, in the order of the style sheet. */
export function paletteOf(theme: Theme): [name: ColorName, value: string][] {
  const pairs = Object.values(palette).flatMap((set) => Object.entries(set) as [ColorName, Pair][]);
  return pairs.map(([name, [light, dark]]) => [name, theme === "light" ? light : dark]);
}

/**
 * The text of `src/style/palette.css`: each name with a value for each theme, of which the browser takes the one of the
 * `color-scheme` in force (the system's, unless the reader has chosen: `src/style/theme.css`).
 */
export function paletteCss(): string {
  const dark = new Map(paletteOf("dark"));
  return [
    "/* Written from src/components/palette.ts, which explains it; a test keeps both equal. */",
    ":root {",
    "  color-scheme: light dark;",
    ...paletteOf("light").map(
      ([name, light]) => `  --${name}: light-dark(${light}, ${dark.get(name)});`,
    ),
    "}",
    "",
  ].join("\n");
}
