import * as Plot from "@observablehq/plot";
import {nameAxis} from "../../components/nameAxis.js";
import {color, sequential} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {fitted, textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {money, moneyWhole} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import type {SectorPayment} from "./payments.js";

/** A row a paying sector, a column a paid one, in one order; the colour and, where there is room, the number is the amount. */
export function paymentMatrix(
  rows: readonly SectorPayment[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const isNarrow = width < narrow;
  const cells = rows.map((row) => ({
    ...row,
    payer: industryName(row.payer_industry),
    payee: industryName(row.payee_industry),
  }));
  const names = [...new Set(cells.flatMap(({payer, payee}) => [payer, payee]))].sort();
  const size = isNarrow ? 11 : 13;
  const widest = 12 + Math.max(0, ...names.map((name) => textWidth(name, size)));
  const left = Math.min(widest, width * 0.32);
  const top = isNarrow ? Math.min(widest, 130) : 104;
  const most = Math.max(1, ...cells.map(({paid_eur}) => paid_eur));
  const hasText = (width - left) / names.length >= 44;
  return Plot.plot({
    ...plotDefaults(options),
    height: names.length * (isNarrow ? 22 : 25) + top + 4,
    marginTop: top,
    marginLeft: left,
    marginRight: isNarrow ? 6 : 46,
    marginBottom: 4,
    x: {type: "band", domain: names, label: null, padding: 0.04},
    y: {type: "band", domain: names, label: null, padding: 0.04},
    marks: [
      Plot.axisX({
        anchor: "top",
        tickRotate: isNarrow ? -90 : -40,
        tickFormat: (name: string) => fitted(name, isNarrow ? top - 12 : 150, size),
        tickSize: 0,
        tickPadding: 6,
        fontSize: size,
        fill: color("ink"),
        label: null,
      }),
      nameAxis(left, {size}),
      Plot.cell(
        names.flatMap((payer) => names.map((payee) => ({payer, payee}))),
        {x: "payee", y: "payer", fill: color("paper-sunk")},
      ),
      Plot.cell(cells, {
        x: "payee",
        y: "payer",
        fill: ({paid_eur}) => sequential(0.12 + (0.88 * paid_eur) / most),
      }),
      Plot.text(hasText ? cells : [], {
        x: "payee",
        y: "payer",
        text: ({paid_eur}) => money(paid_eur),
        fontSize: 11,
        fill: ({paid_eur}) => color(paid_eur > 0.45 * most ? "paper" : "ink"),
      }),
      tooltip(
        cells.map(({payer, payee, paid_eur, payment_count}) => ({
          x: payee,
          y: payer,
          title: `${payer} to ${payee}`,
          lines: [
            {name: "Paid", value: moneyWhole(paid_eur)},
            {name: "In", value: plural(payment_count, "payment")},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
