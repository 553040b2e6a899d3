/**
 * Sums of everything that was paid, cut along two axes at a time and by month. A selection is a span of months and at most
 * one value of one axis: what a figure shows of it is a sum over one cube, however many payments there are. Two values at
 * once would need cubes of three axes, some twenty times the bytes. Sums along one axis are kept to the cent; where two
 * axes meet, each month's is rounded to three figures, more than a bar shows, which keeps the file below 150 kB.
 */

/** The axes that a reader may choose a value of. */
export const focusAxes = ["channel", "flow", "city", "hour", "weekday", "owner"] as const;

export type FocusAxis = (typeof focusAxes)[number];

export const axisNames = [...focusAxes, "bin", "chain"] as const;

/** All axes; `bin` counts payments by size, `chain` sums what shops were paid. */
export type Axis = (typeof axisNames)[number];

/** The dataset `spend-cubes.json`. */
export interface SpendCubes {
  /** `2025-05-01`, in order. */
  readonly months: readonly string[];
  /** Whether the data hold each day of the month. */
  readonly complete: readonly boolean[];
  /** The keys of each axis, in the order of the sums. */
  readonly axes: Readonly<Record<Axis, readonly string[]>>;
  /** Cents (of `bin`: payments) by value of an axis, within it by month. Flows into an account are on the axis `flow` only. */
  readonly totals: Readonly<Record<string, readonly number[]>>;
  /** By `a/b`: euros to three figures (of `bin`: payments) by value of `a`, within it by value of `b`, within it by month. */
  readonly cubes: Readonly<Record<string, readonly number[]>>;
}

export interface Focus {
  readonly axis: FocusAxis;
  readonly value: string;
}

/** A span of months, by their index, and what of it. */
export interface Selection {
  readonly from: number;
  readonly to: number;
  readonly focus?: Focus | undefined;
}

/** The pairs of axes that a cube is kept of, each once. */
export function cubePairs(): [FocusAxis, Axis][] {
  return focusAxes.flatMap((a, at) =>
    axisNames.slice(at + 1).map((b): [FocusAxis, Axis] => [a, b]),
  );
}

/** The sum of each value of an axis within a selection, in euros (of `bin`: payments), in the order of the axis. */
export function sumsOf(data: SpendCubes, axis: Axis, {from, to, focus}: Selection): number[] {
  const read = focus && focus.axis !== axis ? crossed(data, axis, focus) : alone(data, axis, focus);
  return data.axes[axis].map((_, at) => {
    let sum = 0;
    for (let month = from; month <= to; month++) sum += read(at, month);
    return sum;
  });
}

/** What was paid within a selection, in euros, to the cent. */
export function totalOf(data: SpendCubes, {from, to, focus}: Selection): number {
  const axis = focus?.axis ?? "owner";
  return sumsOf(data, axis, {from, to, focus}).reduce((sum, euros) => sum + euros, 0);
}

/** How many payments a selection has. */
export function paymentsOf(data: SpendCubes, selection: Selection): number {
  return sumsOf(data, "bin", selection).reduce((sum, payments) => sum + payments, 0);
}

type Reader = (at: number, month: number) => number;

/** The sums of one axis, to the cent; those of other values than the focus are nothing. */
function alone({axes, months, totals}: SpendCubes, axis: Axis, focus: Focus | undefined): Reader {
  const unit = axis === "bin" ? 1 : 100;
  return (at, month) =>
    focus && axes[axis][at] !== focus.value ? 0 : totals[axis]![at * months.length + month]! / unit;
}

/** The sums of an axis where another has one value. */
function crossed({axes, months, cubes}: SpendCubes, axis: Axis, focus: Focus): Reader {
  const chosen = axes[focus.axis].indexOf(focus.value);
  const straight = cubes[`${focus.axis}/${axis}`];
  if (straight) {
    return (at, month) => straight[(chosen * axes[axis].length + at) * months.length + month]!;
  }
  const cube = cubes[`${axis}/${focus.axis}`]!;
  return (at, month) => cube[(at * axes[focus.axis].length + chosen) * months.length + month]!;
}
