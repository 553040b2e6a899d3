/**
 * The fonts come from `@fontsource-variable` packages. A style sheet cannot name their files, since Framework bundles it
 * with nothing that takes a font; so they are vendored like code, and the faces are declared in each page's head.
 * A `<link>` to a file makes Framework publish it: the two that every page shows first are preloaded, and the others
 * stand under a media query that never holds, so that a browser fetches them only when a text needs their letters.
 */
import {fallbackFaces} from "./fallbackFonts.js";
import type {VendoredPackage} from "./vendor/vendoredPackage.js";

interface Font {
  readonly package: string;
  readonly family: string;
  /** Whether every page sets its first words in it. */
  readonly isFirst: boolean;
}

const fonts: readonly Font[] = [
  {package: "inter", family: "Inter Variable", isFirst: true},
  {package: "source-serif-4", family: "Source Serif 4 Variable", isFirst: true},
  {package: "source-code-pro", family: "Source Code Pro Variable", isFirst: false},
];

/** The weights that the style sheets ask for; bolder text is set in the boldest of them. */
const usedWeights = {min: 400, max: 600} as const;

/** The two alphabets that the bank's names need, as the packages divide them. */
const subsets = {
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
} as const;

type Subset = keyof typeof subsets;
const subsetNames = Object.keys(subsets) as Subset[];

const packageOf = (font: Font) => `@fontsource-variable/${font.package}`;
const fileOf = (font: Font, subset: Subset) => `files/${font.package}-${subset}-wght-normal.woff2`;

/** Where the fonts are, narrowed: `npm run fonts` makes them of the packages, which takes longer than a build should. */
export const narrowFonts = "scripts/site/fonts";

/** What the vendoring puts into Framework's cache: files, no code, with what the site uses of each font. */
export const fontPackages: readonly VendoredPackage[] = fonts.map((font) => ({
  name: packageOf(font),
  entry: null,
  files: subsetNames.map((subset) => fileOf(font, subset)),
  filesFrom: narrowFonts,
}));

/** Each font file, and what the site uses of it. */
export const usesOfFonts = fonts.flatMap((font) =>
  subsetNames.map((subset) => ({
    package: packageOf(font),
    file: fileOf(font, subset),
    letters: subsets[subset],
    weights: usedWeights,
  })),
);

/** The links and faces for the head of the page at `path`, which begins with a slash. */
export function fontHead(path: string, versions: ReadonlyMap<string, string>): string {
  const root = "../".repeat(path.split("/").length - 2) || "./";
  const all = fonts.flatMap((font) => subsetNames.map((subset) => ({font, subset})));
  const links = all.map(({font, subset}) => {
    const isFirst = font.isFirst && subset === "latin";
    const href = `npm:${packageOf(font)}/${fileOf(font, subset)}`;
    return `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}"${isFirst ? "" : ' media="not all"'}>`;
  });
  const faces = all.map(({font, subset}) => {
    const url = `${root}_npm/${packageOf(font)}@${versions.get(packageOf(font))}/${fileOf(font, subset)}`;
    return `@font-face{font-family:"${font.family}";font-weight:${usedWeights.min} ${usedWeights.max};font-display:swap;src:url("${url}") format("woff2");unicode-range:${subsets[subset]}}`;
  });
  return [...links, `<style>${[...faces, ...fallbackFaces].join("")}</style>`].join("\n");
}
