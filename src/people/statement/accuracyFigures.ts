/** How well payments are classified of which the right category is known. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import type {AccuracyRow} from "../../lib/classify/accuracy.js";
import {percent} from "../../lib/format.js";
import {bankName, isSimulatedBank} from "../../lib/site/siteMeta.js";
import {plural} from "../../lib/words.js";

interface ShownAccuracy {
  readonly method: string;
  readonly counted: "rows" | "euros";
  readonly right_share: number;
  readonly payment_count: number;
}

/** The share of payments of the simulated bank that get their right category, by rules and corrections, in rows and euros. */
export function classificationAccuracy(rows: readonly AccuracyRow[], code: Query): FigureElement {
  const own = rows.filter(({row_count}) => row_count > 0);
  return figure({
    id: "classification-accuracy",
    finding: () => accuracyFinding(own),
    subtitle: () =>
      `Share with the right category, of ${plural(own[0]!.row_count, "payment")} of ${plural(own[0]!.person_count, "customer")} and of their euros, by rules alone and with so many corrections in the three months before`,
    rows: own.flatMap(sharesOf),
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: ({method, counted}) =>
          counted === "rows" ? method : `${method.split(" ")[0]}, in euros`,
        value: "right_share",
        color: ({counted}) => color(counted === "rows" ? "mark" : "context"),
        format: percent,
        name: "Right",
      }),
    note:
      `Measured on payments of ${bankName()}, with texts as banks write them.` +
      (isSimulatedBank()
        ? " Its shops are invented, so a rule that knows real ones finds fewer of them than it would of yours."
        : ""),
    empty: "Nothing to measure: the bank has no payments.",
    height: 220,
    code,
  });
}

function sharesOf(row: AccuracyRow): ShownAccuracy[] {
  const {row_count, right_count, amount_eur, right_eur} = row;
  const base = {method: methodName(row), payment_count: row_count};
  return [
    {...base, counted: "rows", right_share: right_count / row_count},
    {...base, counted: "euros", right_share: amount_eur > 0 ? right_eur / amount_eur : 0},
  ];
}

const methodName = ({correction_limit}: AccuracyRow) =>
  correction_limit === 0 ? "Rules alone" : `${correction_limit} corrections`;

/** What rules get right alone, and with the most corrections. */
export function accuracyFinding(rows: readonly AccuracyRow[]): string {
  const shareOf = ({right_count, row_count}: AccuracyRow) => percent(right_count / row_count, 0);
  const [alone, ...corrected] = rows;
  const most = corrected.at(-1);
  if (!alone) return "Nothing is measured yet";
  const first = `Rules alone get ${shareOf(alone)} of payments right`;
  return most ? `${first}; with ${most.correction_limit} corrections, ${shareOf(most)}` : first;
}
