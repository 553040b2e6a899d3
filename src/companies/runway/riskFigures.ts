/** The figures on who is at risk now: how long cash lasts at the pace of the last months. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {rankedBars} from "../../components/rankedBars.js";
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import {type CompanyOutlook, endangered, endangeredFinding} from "../../lib/companies/outlooks.js";
import {type Runway, trailingMonths} from "../../lib/companies/runways.js";
import {bandCounts, bandsFinding} from "../../lib/companies/runwayWords.js";
import {count} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import {bandColor} from "./colors.js";
import {runwayColumns} from "./columns.js";
import {mostRanked, ranking} from "./ranking.js";

/** The choice of the months whose pace counts. */
export function paceChoice(): SegmentedElement {
  const choices = trailingMonths.map((months) => ({value: `${months}`, label: `${months} months`}));
  return segmented({label: "Pace of the last", param: "window", choices});
}

/** `the last three months`: those that the pace of companies is the mean of, where they are all known. */
function paceText(runways: readonly Runway[]): string {
  return lastMonthsText(Math.max(1, ...runways.map(({month_count}) => month_count)));
}

/** Companies by how long their cash lasts. */
export function runwayBands(runways: readonly Runway[], code: Query): FigureElement {
  return figure({
    id: "runway-bands",
    finding: bandsFinding,
    subtitle: `Companies by how long their cash lasts at the net burn of ${paceText(runways)}`,
    rows: bandCounts(runways),
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
export function runwayPaces(runways: readonly CompanyOutlook[], code: Query): FigureElement {
  const pace = paceText(runways);
  return figure({
    id: "runway-paces",
    finding: endangeredFinding,
    subtitle:
      `Runway in months at the net burn of ${pace}; risk: of 100 simulated futures, those in which cash falls below ` +
      "zero within a year. Companies with cash for less than a year, or at a risk above 50",
    rows: endangered(runways),
    chart: (rows, {width}) => ranking(rows, {width}),
    columns: runwayColumns,
    note: (rows) =>
      `${rows.length > mostRanked ? `The ${mostRanked} shortest are drawn; the table has all. ` : ""}Default alive: in at ` +
      "least half of the futures three months in a row earn together what they cost before the money is gone. After " +
      "Paul Graham, “Default Alive or Default Dead?” (2015).",
    empty: "No company with cash is likely to run out within a year.",
    height: 500,
    measures: ["runway", "net_burn", "gross_burn"],
    code,
  });
}
