import {range} from "d3-array";
import type {Component} from "./seriesMixture.js";
import {fitProcess, type Process, type ProcessFit, type Regressor} from "./seriesProcess.js";

/** What is left of a drift after a month (Gardner & McKenzie 1985 damp every trend). */
const lasting = 0.98;

const noiseOnly: Process = {noise: 1, persistence: 0, renewal: 0, initial: 0};
const wandering = [0.01, 0.04, 0.12, 0.35, 0.7, 1].map((share) => ({
  noise: 1 - share,
  persistence: 1,
  renewal: share,
  initial: share,
}));
const remembering = [0.3, 0.5, 0.7, 0.85].map((persistence) => ({
  noise: 0,
  persistence,
  renewal: 1 - persistence ** 2,
  initial: 1,
}));

/** Before anything is seen: noise, a level that wanders, and one that comes back. */
const processes = [
  {prior: 0.5, processes: [noiseOnly]},
  {prior: 0.25, processes: wandering},
  {prior: 0.25, processes: remembering},
].flatMap(({prior, processes}) =>
  processes.map((process) => ({prior: prior / processes.length, process})),
);
/** Before anything is seen: no trend, a straight line, one step. */
const priorOfLevel = 0.6;
const priorOfLine = 0.25;
const priorOfStep = 0.15;
/** Before anything is seen: sums that add, sums that grow by percent. */
const priorOfLogarithm = 0.4;
const fewestForLogarithm = 6;
/** How many months a step must have seen on either side. */
const fewestAStep = 2;
/** A model with less weight than that, relative to the best, is left out. */
const negligible = 1e-3;

interface Weighed {
  readonly isOfLogarithm: boolean;
  readonly fit: ProcessFit;
  /** Logarithm of prior times evidence. */
  readonly credit: number;
}

/** The models of a series, weighed: `ahead(h)` is the mixture of what they expect `h` months after the last. */
export interface Models {
  ahead(ahead: number): Component[];
}

/** `parameters` were taken from the values before. NaN is unseen. */
export function weighModels(values: readonly number[], parameters: number): Models {
  const seen = values.filter((value) => !Number.isNaN(value));
  const freedom = Math.max(1, Math.round(seen.length - 1 - parameters));
  const arePositive = seen.every((value) => value > 0) && seen.length >= fewestForLogarithm;
  const logarithms = values.map(Math.log);
  const unit = arePositive
    ? Math.exp(seen.reduce((total, value) => total + Math.log(value), 0) / seen.length)
    : Math.max(...seen.map(Math.abs));
  const forms = [
    {
      isOfLogarithm: false,
      prior: arePositive ? 1 - priorOfLogarithm : 1,
      data: values.map((v) => v / unit),
    },
    ...(arePositive ? [{isOfLogarithm: true, prior: priorOfLogarithm, data: logarithms}] : []),
  ];
  const shapes = shapesOf(
    values.length,
    [...values.keys()].filter((t) => !Number.isNaN(values[t])),
  );
  const weighed = forms.flatMap(({isOfLogarithm, prior, data}) =>
    shapes.flatMap((shape) =>
      shape.processes.map(({process, prior: own}): Weighed => {
        const fit = fitProcess(data, process, shape.regressor, freedom, 1e-18 * seen.length);
        const credit = fit.evidence + Math.log(prior * shape.prior * own);
        return {isOfLogarithm, fit, credit};
      }),
    ),
  );
  const best = Math.max(...weighed.map(({credit}) => credit));
  const kept = weighed.filter(({credit}) => credit > best + Math.log(negligible));
  const total = kept.reduce((sum, {credit}) => sum + Math.exp(credit - best), 0);
  return {
    ahead: (ahead) =>
      kept.map(({isOfLogarithm, fit, credit}) => {
        const {centre, variance} = fit.ahead(ahead);
        const size = isOfLogarithm ? 1 : unit;
        return {
          weight: Math.exp(credit - best) / total,
          isOfLogarithm,
          centre: size * centre,
          scale: size * Math.sqrt((fit.squares / freedom) * variance),
          freedom,
        };
      }),
  };
}

/** What the level may do, given the numbers of the months that were seen: stay, follow a line that fades after the last month, or step once. */
function shapesOf(months: number, seen: readonly number[]) {
  const last = months - 1;
  const line: Regressor = (t) =>
    t <= last ? t - last : (lasting * (1 - lasting ** (t - last))) / (1 - lasting);
  const steps = range(fewestAStep, seen.length - fewestAStep + 1).map((k): Regressor => {
    const from = seen[k]!;
    return (t) => (t >= from ? 1 : 0);
  });
  return [
    {prior: priorOfLevel, regressor: undefined, processes},
    {prior: priorOfLine, regressor: line, processes},
    ...steps.map((regressor) => ({
      prior: priorOfStep / steps.length,
      regressor,
      processes: [{prior: 1, process: noiseOnly}],
    })),
  ];
}
