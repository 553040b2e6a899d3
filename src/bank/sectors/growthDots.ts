import * as Plot from "@observablehq/plot";
import {nameAxis} from "../../components/nameAxis.js";
import {color} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {companyHref} from "../../components/profileLinks.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {moneyWhole, percent, withSign} from "../../lib/format.js";
import type {GrownCompany, GrownSector} from "./revenue.js";

const pitch = 30;
/** Beyond this the dots stand at the edge: one company that began small would press all others together. */
const ends = [-0.75, 1] as const;
const within = (share: number) => Math.min(ends[1], Math.max(ends[0], share));
const signed = (share: number) => withSign(share, percent);

/**
 * A row a sector: each company a dot at its growth, as large as its revenue was, which leads to its profile; the sector as a whole
 * is the line across the row, with its growth at the right.
 */
export function growthDots(
  rows: readonly GrownCompany[],
  {sectors: all, ...options}: ChartOptions & {sectors: readonly GrownSector[]},
): HTMLElement | SVGElement {
  const {width} = options;
  const sectors = all.map((sector) => ({
    ...sector,
    name: industryName(sector.industry),
  }));
  const companies = rows.map((row) => ({
    ...row,
    sector: industryName(row.industry),
    x: within(row.growth_share),
    href: companyHref(row),
  }));
  const size = width < narrow ? 12 : 13;
  const nameRoom = Math.min(
    width * 0.34,
    12 + Math.max(0, ...sectors.map(({name}) => textWidth(name, size))),
  );
  return Plot.plot({
    ...plotDefaults(options),
    height: sectors.length * pitch + 44,
    marginTop: 28,
    marginLeft: nameRoom,
    marginRight: 54,
    marginBottom: 8,
    x: {domain: [ends[0], ends[1]], label: null, insetLeft: 8},
    y: {label: null, domain: sectors.map(({name}) => name), padding: 0.1},
    r: {
      range: [2.5, width < narrow ? 9 : 13],
      domain: [0, Math.max(1, ...companies.map(({before_eur}) => before_eur ?? 0))],
    },
    marks: [
      Plot.gridX([-0.5, 0.5], {stroke: color("rule")}),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      Plot.axisX([-0.5, 0, 0.5, 1], {
        anchor: "top",
        tickFormat: (share: number) => signed(share),
        tickSize: 0,
        fill: color("ink-muted"),
        label: null,
      }),
      nameAxis(nameRoom, {size}),
      Plot.dot(companies, {
        x: "x",
        y: "sector",
        r: (row) => row.before_eur ?? 0,
        fill: color("accent"),
        fillOpacity: 0.35,
        stroke: color("accent"),
        strokeOpacity: 0.6,
        href: "href",
        target: "_self",
      }),
      Plot.tickX(sectors, {
        x: (row) => within(row.growth_share),
        y: "name",
        stroke: color("ink"),
        strokeWidth: 2.5,
      }),
      Plot.text(sectors, {
        y: "name",
        text: (row) => signed(row.growth_share),
        frameAnchor: "right",
        textAnchor: "end",
        dx: 50,
        fontSize: size,
        fill: color("ink"),
      }),
      tooltip(
        companies.map((row) => ({
          x: row.x,
          y: row.sector,
          title: row.name,
          lines: [
            {name: "Growth", value: signed(row.growth_share)},
            {name: "Revenue", value: moneyWhole(row.late_eur)},
            {name: "A year before", value: moneyWhole(row.before_eur)},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
