/** The figure of the steps from one value to another. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {waterfall} from "../../components/waterfall.js";
import type {Portfolio} from "../../lib/investing/portfolio.js";
import {periodText, type StepRow, stepRows, stepsFinding} from "./steps.js";

/** Totals in the accent, the owner's own money as context, what became of it as gain or loss. */
function stepColor({kind, amount_eur}: StepRow): string {
  if (kind === "total") return color("accent");
  if (kind === "flow") return color("context");
  return color(amount_eur < 0 ? "loss" : "gain");
}

/** From the value at the start of a period to that at its end, by what changed it. */
export function portfolioBridge(days: Portfolio, sql: Query): FigureElement {
  return figure({
    id: "portfolio-bridge",
    finding: stepsFinding,
    subtitle: `From the value at the start to the value at the end, EUR, ${periodText(days)}`,
    rows: stepRows(days),
    chart: (rows, {width}) =>
      waterfall(rows, {
        width,
        label: "step",
        value: "amount_eur",
        isTotal: ({kind}) => kind === "total",
        color: stepColor,
      }),
    note:
      "The steps add up to the end to the cent. Here both gains are before fees, since fees are a step of their own; " +
      "in the table of holdings they are after fees.",
    height: 264,
    sql,
  });
}
