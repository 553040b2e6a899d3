import * as Plot from "@observablehq/plot";
import {nameAxis} from "../../components/nameAxis.js";
import {color} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {companyHref} from "../../components/profileLinks.js";
import {fitted, textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {count, moneyWhole, percent} from "../../lib/format.js";
import type {SectorShare} from "./revenue.js";

const pitch = 30;
/** How dark the first, the second, … company of a sector is; the others are alike. */
const shades = [0.85, 0.55, 0.35, 0.2];

/**
 * A row a sector, as long for each: its revenue cut by company, the largest first and darkest. Each piece leads to its company; at
 * the right stands the sector's index of concentration.
 */
export function shareRows(
  shares: readonly SectorShare[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const starts = new Map<string, number>();
  const pieces = shares.map((row) => {
    const from = starts.get(row.industry) ?? 0;
    starts.set(row.industry, from + row.share);
    return {
      ...row,
      from,
      to: from + row.share,
      sector: industryName(row.industry),
      href: row.user_id === null ? undefined : companyHref({user_id: row.user_id}),
    };
  });
  const sectors = pieces.filter(({place}) => place === 0);
  const size = width < narrow ? 12 : 13;
  const nameRoom = Math.min(
    width * 0.34,
    12 + Math.max(0, ...sectors.map(({sector}) => textWidth(sector, size))),
  );
  const room = width - nameRoom - 60;
  return Plot.plot({
    ...plotDefaults(options),
    height: sectors.length * pitch + 34,
    marginTop: 26,
    marginLeft: nameRoom,
    marginRight: 60,
    marginBottom: 6,
    x: {domain: [0, 1], axis: null},
    y: {label: null, domain: sectors.map(({sector}) => sector), padding: 0.25},
    marks: [
      nameAxis(nameRoom, {size}),
      Plot.barX(pieces, {
        y: "sector",
        x1: "from",
        x2: "to",
        fill: color("accent"),
        fillOpacity: ({place}) => shades[Math.min(place, shades.length - 1)]!,
        stroke: color("paper"),
        strokeWidth: 1,
        href: "href",
        target: "_self",
      }),
      Plot.text(
        pieces.filter(({place, share}) => place === 0 && share * room > 60),
        {
          y: "sector",
          x: "from",
          dx: 7,
          text: ({name, share}) => fitted(`${name} ${percent(share)}`, share * room - 12, 12),
          textAnchor: "start",
          fill: color("paper"),
          pointerEvents: "none",
        },
      ),
      Plot.text(sectors, {
        y: "sector",
        text: ({hhi}) => count(hhi),
        frameAnchor: "right",
        textAnchor: "end",
        dx: 56,
        fontSize: size,
        fill: color("ink"),
      }),
      Plot.text(["HHI"], {
        frameAnchor: "top-right",
        textAnchor: "end",
        dx: 56,
        dy: -20,
        fill: color("ink-muted"),
      }),
      tooltip(
        pieces.map((row) => ({
          x: (row.from + row.to) / 2,
          y: row.sector,
          title: row.name,
          lines: [
            {name: "Share of the sector", value: percent(row.share)},
            {name: "Revenue", value: moneyWhole(row.revenue_eur)},
          ],
        })),
        {by: "xy"},
      ),
    ],
  });
}
