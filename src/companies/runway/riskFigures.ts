/** The figures on who is at risk now: how long cash lasts at the pace of the last months. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {rankedBars} from "../../components/rankedBars.js";
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import type {PaceOfAll} from "../../lib/companies/pacesOfAll.js";
import {trailingMonths} from "../../lib/companies/runways.js";
import {bandsFinding} from "../../lib/companies/runwayWords.js";
import {count} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import {bandColor} from "./colors.js";
import {runwayColumns} from "./columns.js";
import {ranking} from "./ranking.js";

/** The choice of the months whose pace counts. */
export function paceChoice(): SegmentedElement {
  const choices = trailingMonths.map((months) => ({value: `${months}`, label: `${months} months`}));
  return segmented({label: "Pace of the last", param: "window", choices});
}

/** Companies by how long their cash lasts. */
export function runwayBands({bands, month_count}: PaceOfAll, code: Query): FigureElement {
  return figure({
    id: "runway-bands",
    finding: bandsFinding,
    subtitle: `Companies by how long their cash lasts at the net burn of ${lastMonthsText(month_count)}`,
    rows: bands,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({name}) => sentence(name),
        value: "company_count",
        color: ({band}) => bandColor(band),
        name: "Companies",
        format: count,
      }),
    note:
      "Three months hold one quarter’s tax and are quick to show a change; twelve hold every season once. " +
      "All bars but the last count companies with a burn.",
    height: 130,
    measures: ["runway"],
    code,
  });
}

/** The companies that have cash, but hardly for a year, the shortest runway first. */
export function runwayPaces(
  {finding, endangered, endangered_count, month_count}: PaceOfAll,
  code: Query,
): FigureElement {
  const isCut = endangered.length < endangered_count;
  return figure({
    id: "runway-paces",
    finding,
    subtitle:
      `Runway in months at the net burn of ${lastMonthsText(month_count)}; risk: of 100 simulated futures, those in ` +
      "which cash falls below zero within a year. Companies with cash for less than a year, or at a risk above 50" +
      (isCut
        ? `: the ${count(endangered.length)} shortest runways of ${count(endangered_count)}`
        : ""),
    rows: endangered,
    chart: (rows, {width}) => ranking(rows, {width}),
    columns: runwayColumns,
    note:
      "Default alive: in at least half of the futures three months in a row earn together what they cost before the " +
      "money is gone. After " +
      "Paul Graham, “Default Alive or Default Dead?” (2015).",
    empty: "No company with cash is likely to run out within a year.",
    height: 500,
    measures: ["runway", "net_burn", "gross_burn"],
    code,
  });
}
