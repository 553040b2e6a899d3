import seedrandom from "seedrandom";

export type Shape = (t: number) => number;

/** Draws for synthetic data: `uniform` from 0 to below 1, `normal` with mean 0 and variance 1 (Box–Muller). */
export interface Draws {
  uniform(): number;
  normal(): number;
}

export function draws(seed: string): Draws {
  const uniform = seedrandom(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** Monthly series by kind, each a function of the month's number made anew for a seed. */
export const shapes = {
  flatNoise:
    ({normal}) =>
    () =>
      100 + 10 * normal(),
  flatNoiseAroundZero:
    ({normal}) =>
    () =>
      10 * normal(),
  flatUniform:
    ({uniform}) =>
    () =>
      80 + 40 * uniform(),
  trend:
    ({normal}) =>
    (t) =>
      100 + 3 * t + 5 * normal(),
  noisyTrend:
    ({normal}) =>
    (t) =>
      100 + 2 * t + 10 * normal(),
  fall:
    ({normal}) =>
    (t) =>
      200 - 4 * t + 6 * normal(),
  step: ({normal, uniform}) => {
    const at = 4 + Math.floor(10 * uniform());
    return (t) => (t < at ? 100 : 160) + 5 * normal();
  },
  walk: ({normal}) => {
    let level = 100;
    return () => (level += 5 * normal());
  },
  percent:
    ({normal}) =>
    (t) =>
      100 * 1.025 ** t * Math.exp(0.1 * normal()),
  wave: ({normal, uniform}) => {
    const peak = 12 * uniform();
    return (t) => 100 + 30 * Math.cos((2 * Math.PI * (t - peak)) / 12) + 6 * normal();
  },
  growingWave: ({normal, uniform}) => {
    const peak = 12 * uniform();
    return (t) =>
      1000 *
      1.01 ** t *
      (1 + 0.4 * Math.cos((2 * Math.PI * (t - peak)) / 12)) *
      (1 + 0.05 * normal());
  },
  waveBelowZero: ({normal, uniform}) => {
    const peak = 12 * uniform();
    return (t) => -50 + 40 * Math.cos((2 * Math.PI * (t - peak)) / 12) + 6 * normal();
  },
  months: ({normal}) => {
    const months = Array.from({length: 12}, () => 25 * normal());
    return (t) => 100 + months[t % 12]! + 5 * normal();
  },
  summerOnly: ({normal, uniform}) => {
    const shift = Math.floor(12 * uniform());
    return (t) => ((t + shift) % 12 < 6 ? 0 : 50 + 5 * normal());
  },
  quarterly:
    ({normal}) =>
    (t) =>
      100 + (t % 3 === 0 ? 60 : 0) + 6 * normal(),
} as const satisfies Record<string, (draws: Draws) => Shape>;

export type ShapeName = keyof typeof shapes;

export function series(name: ShapeName, seed: number, months: number): number[] {
  const shape: Shape = shapes[name](draws(`${name} ${seed}`));
  return Array.from({length: months}, (_, t) => shape(t));
}
