import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {
  type ColorName,
  color,
  diverging,
  palette,
  paletteCss,
  paletteOf,
  segmentColor,
  sequential,
  signColor,
  type Theme,
  textColor,
  textShare,
} from "../../src/components/palette.js";
import {contrast, distance, linear, mixed, type Sight, seen} from "../support/color.js";

const people = ["income", "fixed", "discretionary", "saving", "investing", "fee", "private"];
const companies = ["revenue", "operating", "payroll", "tax", "financing", "fee"]; // they pay fees too
const sights: Sight[] = ["normal", "protanopia", "deuteranopia"];

describe.each<Theme>(["light", "dark"])("the %s palette", (theme) => {
  const values = new Map(paletteOf(theme));
  const of = (name: string) => linear(values.get(name as ColorName) ?? "");
  const keys = (set: object) => Object.keys(set);
  const marks = [...keys(palette.context), ...keys(palette.groups), ...keys(palette.segments)];

  it.each(
    keys(palette.inks).flatMap((ink) => keys(palette.grounds).map((ground) => [ink, ground])),
  )("sets text in %s on %s with a contrast of at least 4.5", (ink, ground) =>
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5),
  );

  it.each(marks)("draws marks in %s on paper with a contrast of at least 3", (mark) => {
    expect(contrast(of(mark), of("paper"))).toBeGreaterThanOrEqual(3);
  });

  it.each(marks)(
    "sets names in %s drawn towards the ink with a contrast of at least 4.5",
    (mark) => {
      const text = mixed(of(mark), of("ink"), textShare / 100);
      expect(contrast(text, of("paper"))).toBeGreaterThanOrEqual(4.5);
    },
  );

  // OKLab distance × 100: 2 is just noticeable side by side.
  it.each([
    ["groups of people", people.map((name) => `group-${name}`), 9],
    ["groups of companies", companies.map((name) => `group-${name}`), 9],
    ["segments", keys(palette.segments), 14],
    ["gain, loss and context", ["gain", "loss", "context"], 8],
    ["the accent and what is drawn beside it", ["accent", "group-fixed"], 9],
    ["the accent and payroll", ["accent", "group-payroll"], 9],
    ["caution, loss and context", ["caution", "loss", "context"], 6],
  ])("keeps %s apart for normal, protanopic and deuteranopic eyes", (_, names, least) => {
    const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const));
    const close = pairs.flatMap(([a, b]) =>
      sights
        .map((sight) => ({a, b, sight, d: distance(seen(of(a), sight), seen(of(b), sight))}))
        .filter(({d}) => d < least),
    );
    expect(close).toEqual([]);
  });

  it("makes the ends of the diverging scale equally strong against its middle, within a fifth", () => {
    const [gain, loss] = ["gain", "loss"].map((end) => distance(of(end), of("midpoint")));
    expect(Math.abs(gain! - loss!) / Math.max(gain!, loss!)).toBeLessThan(0.2);
  });
});

it("src/style/palette.css is paletteCss() written out", () => {
  expect(readFileSync("src/style/palette.css", "utf8")).toBe(paletteCss());
});

it("color(name) is a CSS variable, so that a change of theme redraws nothing", () => {
  expect(color("gain")).toBe("var(--gain)");
  expect(textColor(color("gain"))).toBe("color-mix(in oklab, var(--gain) 62%, var(--ink))");
});

it("diverging(share) is centred on zero and clamped beyond one", () => {
  expect(diverging(0)).toContain("0%");
  expect(diverging(0.5)).toBe("color-mix(in oklab, var(--gain) 50%, var(--midpoint))");
  expect(diverging(-0.5)).toBe("color-mix(in oklab, var(--loss) 50%, var(--midpoint))");
  expect(diverging(7)).toBe(diverging(1));
  expect(sequential(-1)).toBe(sequential(0));
});

it("signColor(value) is plain at zero and for what is missing", () => {
  expect([1, -1, 0, null, undefined].map(signColor)).toEqual(
    ["gain", "loss", "ink", "ink", "ink"].map((name) => `var(--${name})`),
  );
});

it("segmentColor(segment) has a colour for each of eight segments, and context for none and for more", () => {
  const colors = Array.from({length: 8}, (_, segment) => segmentColor(segment));
  expect(new Set(colors).size).toBe(8);
  expect(colors).not.toContain(color("context"));
  expect([segmentColor(undefined), segmentColor(8)]).toEqual([color("context"), color("context")]);
});
