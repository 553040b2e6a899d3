/** How well payments are classified of which the right category is known. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {rankedBars} from "../../components/rankedBars.js";
import type {AccuracyRow} from "../../lib/classify/accuracy.js";
import {count, percent} from "../../lib/format.js";

interface ShownAccuracy {
  readonly label: string;
  readonly right_share: number;
  readonly right_euro_share: number;
  readonly row_count: number;
}

const methodNames: Record<AccuracyRow["method"], string> = {
  rules: "Rules alone",
  corrections: "Corrections alone",
  both: "Rules",
};

/** The share of payments of the simulated bank that get their right category, by rules and corrections. */
export function classificationAccuracy(rows: readonly AccuracyRow[], code: Query): FigureElement {
  const shown = rows
    .filter(({method}) => method !== "corrections")
    .map((row): ShownAccuracy => {
      const {method, correction_limit, row_count, right_count, amount_eur, right_eur} = row;
      const with_ = correction_limit > 0 ? ` and ${correction_limit} corrections` : "";
      return {
        label: `${methodNames[method]}${with_}`,
        right_share: right_count / row_count,
        right_euro_share: right_eur / amount_eur,
        row_count,
      };
    });
  return figure({
    id: "classification-accuracy",
    finding: (rows) => accuracyFinding(rows),
    subtitle: (rows) =>
      `Share of ${count(rows[0]!.row_count)} payments with the right category, after three months of corrections`,
    rows: shown,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: "label",
        value: "right_share",
        format: percent,
        name: "Right",
      }),
    columns: [
      {key: "label", label: "Method"},
      {key: "right_share", label: "Payments right"},
      {key: "right_euro_share", label: "Euros right", kind: "percent"},
      {key: "row_count", label: "Payments"},
    ],
    note:
      "Measured on payments of the simulated bank, with texts as banks write them. Its shops are invented, so a rule that knows " +
      "real ones finds fewer of them than it would of yours.",
    empty: "Nothing to measure: the bank has no payments.",
    height: 120,
    code,
  });
}

function accuracyFinding(rows: readonly ShownAccuracy[]): string {
  const [alone, ...others] = rows;
  const best = others.at(-1);
  const first = `Rules alone get ${percent(alone!.right_share, 0)} of payments right, and ${percent(alone!.right_euro_share, 0)} of euros`;
  return best ? `${first}; with corrections ${percent(best.right_share, 0)} of payments` : first;
}
