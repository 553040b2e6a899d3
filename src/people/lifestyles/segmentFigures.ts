/** The figures and the table on what sets the segments apart, and on their money. */
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {rankedBars} from "../../components/rankedBars.js";
import {moneyWhole, percent} from "../../lib/format.js";
import {populationText, windowText} from "../../lib/lifestyles/population.js";
import type {Published} from "../../lib/lifestyles/published.js";
import {profileCells, profileFinding} from "./profile.js";
import {segmentProfile} from "./segmentProfile.js";
import {segmentRows} from "./table.js";
import {savingFinding} from "./words.js";

/** The shares of purchases of each segment, by kind, beside everybody's. */
export function lifestyleProfiles(data: Published, sql: Query): FigureElement {
  return figure({
    id: "lifestyle-profiles",
    finding: profileFinding(data),
    subtitle: `Share of purchases by kind, mean over people, %; ${populationText(data)}`,
    rows: profileCells(data),
    chart: segmentProfile,
    note:
      "Blue-green: more often than everybody; orange: less often, by ratio. A segment is named after the kind " +
      "in which it exceeds everybody most, in standard deviations over people.",
    empty: "Nothing to show: people were not divided.",
    sql,
  });
}

/** The segments by the share of their income that they save. */
export function lifestyleSavings(data: Published, sql: Query): FigureElement {
  const everybody = data.everybody.savings_rate;
  const level =
    everybody === null ? undefined : {value: everybody, text: `everybody ${percent(everybody, 1)}`};
  return figure({
    id: "lifestyle-savings",
    finding: savingFinding(data.segments),
    subtitle:
      "Moved to savings as a share of income, all main customers of a segment together, " +
      windowText(data),
    rows: segmentRows(data).sort((a, b) => (b.savings_rate ?? -1) - (a.savings_rate ?? -1)),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: "segment",
        value: "savings_rate",
        name: "Savings rate",
        format: (share) => percent(share, 1),
        level,
      }),
    measures: ["savings_rate"],
    empty: "Nothing to show: people were not divided.",
    sql,
  });
}

/** The segments with their size and their money, the largest first. */
export function segmentTable(data: Published): HTMLElement {
  return dataTable(segmentRows(data), {
    caption: "Segments",
    file: "lifestyle-segments",
    columns: [
      {key: "segment", label: "Segment"},
      {key: "person_share", label: "Share of people"},
      {key: "income_eur", label: "Median monthly income", format: moneyWhole},
      {key: "discretionary_to_income", label: "Discretionary to income", kind: "percent"},
      {key: "stability", label: "Stability"},
    ],
  });
}
