import * as Plot from "@observablehq/plot";
import {color, groupColor, signColor} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {money, withSign} from "../../lib/format.js";
import {byInflow, type SectorDriver} from "./drivers.js";

/** Drivers in the order of the stack; fees and interest are too small to be seen and are in the table only. */
const drivers = ["revenue", "operating", "payroll", "tax", "financing"] as const;

const driverNames: Readonly<Record<string, string>> = {
  revenue: "Revenue",
  operating: "Vendors and running costs",
  payroll: "Payroll",
  tax: "Tax",
  financing: "Loans and capital",
  bank: "Fees and interest",
};

/** Inflow to the right of zero and outflow to the left, each by what it is made of; at the end, the net. */
export function driverBars(
  rows: readonly SectorDriver[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const order = byInflow(rows);
  const drawn: readonly string[] = drivers;
  const parts = rows
    .filter(({driver}) => drawn.includes(driver))
    .sort((a, b) => drawn.indexOf(a.driver) - drawn.indexOf(b.driver));
  const sides = parts.flatMap(({industry, driver, inflow_eur, outflow_eur}) => [
    {industry, driver, amount: inflow_eur},
    {industry, driver, amount: -outflow_eur},
  ]);
  const names = order.map(({industry}) => industryName(industry));
  const fontSize = width < narrow ? 12 : 13;
  const nameRoom = 14 + Math.max(0, ...names.map((name) => textWidth(name, fontSize)));
  const netText = ({net}: {net: number}) => withSign(net, money);
  const netRoom = 10 + Math.max(0, ...order.map((item) => textWidth(netText(item), 13)));
  const ticks = width < narrow ? 4 : 6;
  return Plot.plot({
    ...plotDefaults(options),
    height: order.length * 30 + 46,
    marginTop: 20,
    marginBottom: 26,
    marginLeft: nameRoom,
    marginRight: netRoom,
    x: {label: null},
    y: {label: null, domain: order.map(({industry}) => industry), padding: 0.34},
    color: {
      domain: [...drivers],
      range: drivers.map(groupColor),
      legend: true,
      tickFormat: (driver: string) => driverNames[driver] ?? driver,
    },
    marks: [
      Plot.gridX({ticks, stroke: color("rule"), strokeOpacity: 1}),
      Plot.axisX({
        ticks,
        tickFormat: (tick: number) => money(Math.abs(tick)),
        tickSize: 0,
        tickPadding: 8,
        fill: color("ink-muted"),
        label: null,
      }),
      Plot.axisY({
        tickFormat: industryName,
        tickSize: 0,
        tickPadding: 10,
        fontSize,
        fill: color("ink"),
        label: null,
      }),
      Plot.barX(sides, {
        x: "amount",
        y: "industry",
        fill: "driver",
        order: [...drivers],
        stroke: color("paper"),
        strokeWidth: 0.75,
      }),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      Plot.text(order, {
        y: "industry",
        text: netText,
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fontSize: 13,
        fontWeight: 550,
        fill: ({net}) => signColor(net),
      }),
      Plot.text(["Net"], {
        frameAnchor: "top-right",
        textAnchor: "start",
        dx: 8,
        dy: -14,
        fill: color("ink-muted"),
      }),
      Plot.text(["← out"], {
        x: 0,
        frameAnchor: "top",
        textAnchor: "end",
        dx: -8,
        dy: -14,
        fill: color("ink-muted"),
      }),
      Plot.text(["in →"], {
        x: 0,
        frameAnchor: "top",
        textAnchor: "start",
        dx: 8,
        dy: -14,
        fill: color("ink-muted"),
      }),
      tooltip(
        order.map(({industry, net}) => ({
          x: 0,
          y: industry,
          title: industryName(industry),
          lines: [
            ...parts
              .filter((part) => part.industry === industry)
              .map(({driver, net_eur}) => ({
                name: driverNames[driver] ?? driver,
                value: withSign(net_eur, money),
              })),
            {name: "Net", value: withSign(net, money)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}
