import {range, sum} from "d3-array";
import type {Component} from "./seriesMixture.js";
import {fitProcess, type Process, type ProcessFit, type Regressor} from "./seriesProcess.js";

/**
 * What a series may be, once its season is taken out, and how likely each is. A few months do not tell a level
 * that wanders from noise, and a band that rests on the model that happens to fit best is too narrow (Draper
 * 1995, "Assessment and propagation of model uncertainty", JRSS B 57). So all are kept, each with the weight of
 * its prior times its marginal likelihood, which is how well it would have foretold the months one by one (Dawid
 * 1984, JRSS A 147; Hoeting et al. 1999, "Bayesian model averaging: a tutorial", Statist. Sci. 14). Each expects
 * a Student distribution, as wide as so few months leave its scale, level and slope in doubt. The priors were
 * set on invented series (npm run bench -- --only forecast), by the coverage of the band.
 */
export interface Models {
  /** Logarithm of how well all together would have foretold the series, to be compared for the same series. */
  readonly evidence: number;
  /** The mixture of what is expected `ahead` months after the last. */
  ahead(ahead: number): {
    readonly band: readonly Component[];
    /** The same, with doubt in all that leaves the plain average. */
    readonly centre: readonly Component[];
  };
}

/** Noise alone; a level that wanders, little or only; one that comes back, soon or late. */
const noiseOnly: Process = {noise: 1, persistence: 0, renewal: 0, initial: 0};
const wandering = (share: number): Process => ({
  noise: 1 - share,
  persistence: 1,
  renewal: share,
  initial: share,
});
const returning = (persistence: number): Process => ({
  noise: 0,
  persistence,
  renewal: 1 - persistence ** 2,
  initial: 1,
});

/** In percent, before anything is seen. A pure random walk is common, and noise soon refutes it. */
const processes = [
  {prior: 38, process: noiseOnly},
  ...[0.01, 0.04, 0.12].map((share) => ({prior: 1, process: wandering(share)})),
  {prior: 2, process: wandering(0.35)},
  {prior: 3, process: wandering(0.7)},
  {prior: 42, process: wandering(1)},
  {prior: 1, process: returning(0.3)},
  {prior: 2, process: returning(0.5)},
  {prior: 4, process: returning(0.7)},
  {prior: 5, process: returning(0.85)},
];

/** Before anything is seen: a level, a straight line, one step from noise to noise, a part of a yearly wave. */
const priors = {level: 0.6, line: 0.3, step: 0.1, wave: 0.4};
/** A season proves itself from so many months on (seriesSeason.ts); before, a wave is one possibility of several. */
const provenFrom = 16;
const fewestAWave = 5;
/** The months after the last that a wave may peak or dip in. */
const peaks = 6;
/** What is left of a drift after a month (Gardner & McKenzie 1985 damp every trend). */
const lasting = 0.98;
/** How many months a step must have seen on either side. */
const fewestAStep = 2;

/** Before anything is seen, that logarithms add up rather than sums: what grows by percent, or is skewed. */
const priorOfLogarithm = 0.4;
const fewestForLogarithm = 6;
/** Largest over smallest value: beyond it squares leave the range of numbers. */
const widestForLogarithm = 1e100;

/** How many times likelier than the plain average something else must be to count as much for the centre. */
const doubt = 5;
/** A model with less weight than that of the best is left out. */
const negligible = 1e-3;
/** Squares below that are rounding, in squares of the typical value. */
const rounding = 1e-26;

interface Weighed {
  readonly isOfLogarithm: boolean;
  readonly isAverage: boolean;
  readonly fit: ProcessFit;
  /** Logarithm of prior times marginal likelihood. */
  readonly credit: number;
}

/** The models of a series, NaN where it was not seen, from which so many parameters were taken before. */
export function weighModels(values: readonly number[], parameters: number): Models {
  const months = [...values.keys()].filter((t) => !Number.isNaN(values[t]));
  const freedom = Math.max(1, Math.round(months.length - 1 - parameters));
  const {forms, unit} = formsOf(
    values,
    months.map((t) => values[t]!),
  );
  const shapes = shapesOf(values.length, months);
  const all = forms.flatMap(({isOfLogarithm, prior, data}) =>
    shapes.flatMap((shape) =>
      shape.processes.flatMap((own) => {
        const least = rounding * months.length;
        const isAverage = own.process === noiseOnly && shape.regressor === undefined;
        const logPrior = Math.log((prior * shape.prior * own.prior) / 100);
        return fitProcess(data, own.process, shape.regressor, freedom, least).map(
          (fit): Weighed => ({isOfLogarithm, isAverage, fit, credit: fit.evidence + logPrior}),
        );
      }),
    ),
  );
  const best = Math.max(...all.map(({credit}) => credit));
  const kept = all.filter(({credit}) => credit > best + Math.log(negligible));
  const weights = kept.map(({credit}) => Math.exp(credit - best));
  const doubtful = kept.map(({isAverage}, k) => weights[k]! * (isAverage ? doubt : 1));
  const taken = months.length - 1 - freedom;
  const bestSquares = all.find(({credit}) => credit === best)!.fit.squares;
  return {
    // What was taken before costs as much as in Schwarz's criterion (Kass & Wasserman 1995).
    evidence:
      best +
      Math.log(sum(weights)) -
      (taken / 2) * Math.log(bestSquares * months.length) -
      (months.length - 1) * Math.log(unit),
    ahead(ahead) {
      const expected = kept.map(({isOfLogarithm, fit}) => {
        const {centre, variance} = fit.ahead(ahead);
        const size = isOfLogarithm ? 1 : unit;
        const scale = size * Math.sqrt((fit.squares / freedom) * variance);
        return {isOfLogarithm, centre: size * centre, scale, freedom, factor: 1, shift: 0};
      });
      const mixture = (own: readonly number[]) =>
        expected.map((one, k) => ({...one, weight: own[k]! / sum(own)}));
      return {band: mixture(weights), centre: mixture(doubtful)};
    },
  };
}

/**
 * The series as it is and, where all is above 0, its logarithms. Values are put over their geometric mean, so that
 * likelihoods of both compare (Box & Cox 1964, "An analysis of transformations", JRSS B 26).
 */
function formsOf(values: readonly number[], seen: readonly number[]) {
  const hasLogarithm =
    seen.length >= fewestForLogarithm &&
    seen.every((value) => value > 0) &&
    Math.max(...seen) / Math.min(...seen) < widestForLogarithm;
  const unit = hasLogarithm
    ? Math.exp(sum(seen, Math.log) / seen.length)
    : Math.max(...seen.map(Math.abs)) || 1;
  const data = values.map((value) => value / unit);
  const plain = {isOfLogarithm: false, prior: 1 - priorOfLogarithm, data};
  const logarithmic = {isOfLogarithm: true, prior: priorOfLogarithm, data: values.map(Math.log)};
  return {unit, forms: hasLogarithm ? [plain, logarithmic] : [plain]};
}

/**
 * What the level may do, given the numbers of the months that were seen: stay, follow a line that fades after the
 * last, step once, turn with the year.
 */
function shapesOf(length: number, months: readonly number[]) {
  const last = length - 1;
  const line: Regressor = (t) =>
    t <= last ? t - last : (lasting * (1 - lasting ** (t - last))) / (1 - lasting);
  const steps = range(fewestAStep, months.length - fewestAStep + 1).map((k): Regressor => {
    const from = months[k]!;
    return (t) => (t >= from ? 1 : 0);
  });
  const waves = range(length < provenFrom && months.length >= fewestAWave ? peaks : 0).map(
    (peak): Regressor =>
      (t) =>
        Math.cos((Math.PI * (t - last - peak)) / 6),
  );
  return [
    {prior: priors.level, regressor: undefined, processes},
    {prior: priors.line, regressor: line, processes},
    ...steps.map((regressor) => ({
      prior: priors.step / steps.length,
      regressor,
      processes: processes.slice(0, 1),
    })),
    ...waves.map((regressor) => ({
      prior: priors.wave / waves.length,
      regressor,
      processes: processes.slice(0, 1),
    })),
  ];
}
