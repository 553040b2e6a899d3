/**
 * Colour science for tests: contrast after WCAG 2.2 (relative luminance), distance in OKLab (Björn Ottosson, 2020), and
 * colour-blind sight after Machado, Oliveira and Fernandes (2009), severity 1.
 */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

export type Sight = "normal" | "protanopia" | "deuteranopia";

const machado: Record<Exclude<Sight, "normal">, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Linear red, green and blue (0 to 1) of `#rrggbb`. */
export function linear(hex: string): Triple {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two linear colours, 1 to 21. */
export function contrast(a: Triple, b: Triple): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const times = (matrix: Matrix, vector: Triple): Triple =>
  matrix.map(
    (row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2],
  ) as unknown as Triple;

/** A linear colour as such eyes see it. */
export function seen(color: Triple, sight: Sight): Triple {
  if (sight === "normal") return color;
  return times(machado[sight], color).map((value) =>
    Math.max(0, Math.min(1, value)),
  ) as unknown as Triple;
}

export function oklab(color: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function fromOklab(lab: Triple): Triple {
  const cones = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  ).map((value) => value ** 3) as unknown as Triple;
  return times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    cones,
  );
}

/** What CSS `color-mix(in oklab, a share, b)` gives, linear. */
export function mixed(a: Triple, b: Triple, share: number): Triple {
  const [from, to] = [oklab(a), oklab(b)];
  return fromOklab(
    from.map((value, index) => share * value + (1 - share) * to[index]!) as unknown as Triple,
  );
}

/** Distance in OKLab, times 100: about 2 is just noticeable. */
export function distance(a: Triple, b: Triple): number {
  const [from, to] = [oklab(a), oklab(b)];
  return 100 * Math.hypot(...from.map((value, index) => value - to[index]!));
}
