/** The figures on the method: which shares repeat, how many segments are stable, and how they score. */
import {barChart} from "../../components/barChart.js";
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {indexText, stableFrom} from "../../lib/lifestyles/firmness.js";
import {populationText} from "../../lib/lifestyles/population.js";
import type {Published} from "../../lib/lifestyles/published.js";
import type {Score} from "../../lib/lifestyles/score.js";
import {scoreFinding, scoreNote} from "./scoreWords.js";
import {countingText, type RepeatRow, repeatFinding, trialsFinding, trialsNote} from "./words.js";

/** A row of `lifestyle-repeat`. */
export type CategoryRepeat = Omit<RepeatRow, "kind"> & {readonly category: CategoryName};

/** How far each share of purchases, and of euros, is there again in other months. */
export function lifestyleRepeat(repeats: readonly CategoryRepeat[], sql: Query): FigureElement {
  return figure({
    id: "lifestyle-repeat",
    finding: repeatFinding,
    subtitle:
      "How well a person’s share in half of the months predicts the other half, from 0 (chance) to 1 (perfectly)",
    rows: repeats.map(({category, ...row}) => ({kind: categories[category].label, ...row})),
    chart: (rows, {width}) =>
      dotPlot(rows, {
        width,
        label: "kind",
        from: "euros_repeat",
        to: "purchases_repeat",
        names: ["Shares of euros", "Shares of purchases"],
        format: indexText,
      }),
    note: (rows) =>
      `${countingText(rows)} Correlation over people between odd and even months, stepped up to the whole period ` +
      "(Spearman and Brown 1910).",
    sql,
  });
}

/** Numbers of segments as bars, the chosen one in the accent. */
const chosenColor =
  ({segment_count: chosen}: Published) =>
  ({segment_count}: {readonly segment_count: number}) =>
    color(segment_count === chosen ? "accent" : "context");

/** How well the weakest segment is found again, by the number of segments. */
export function lifestyleCount(data: Published, sql: Query): FigureElement {
  return figure({
    id: "lifestyle-count",
    finding: trialsFinding(data),
    subtitle:
      "How well the weakest segment is found again, mean Jaccard coefficient, by number of segments; " +
      populationText(data),
    rows: data.trials,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 260,
        x: ({segment_count}) => String(segment_count),
        y: "weakest_jaccard",
        name: "Weakest segment",
        level: {value: stableFrom, text: "stable"},
        format: indexText,
        color: chosenColor(data),
      }),
    note: trialsNote(data),
    empty: "Nothing to show: people were not divided.",
    sql,
  });
}

/** How far the segments agree with the generator's spending types, by the number of segments. */
export function lifestyleScore(
  data: Published,
  scores: readonly Score[],
  sql: Query,
): FigureElement {
  return figure({
    id: "lifestyle-score",
    finding: (rows) => scoreFinding(rows, data.segment_count),
    subtitle:
      "Adjusted Rand index between segments and the generator’s spending types, by number of segments",
    rows: scores,
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 260,
        x: ({segment_count}) => String(segment_count),
        y: "adjusted_rand",
        name: "Adjusted Rand index",
        format: indexText,
        color: chosenColor(data),
      }),
    note: (rows) => scoreNote(rows, data.segment_count),
    empty: "Nothing to show: people were not divided.",
    sql,
  });
}
