import * as Plot from "@observablehq/plot";
import {color} from "../../components/palette.js";
import {type ChartOptions, narrow, plotDefaults} from "../../components/plotDefaults.js";
import {companyHref} from "../../components/profileLinks.js";
import {textWidth} from "../../components/textWidth.js";
import {tooltip} from "../../components/tooltip.js";
import {industryName} from "../../lib/bank/industries.js";
import {money} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import {burners, type SectorBurner} from "./burners.js";

const href = (row: SectorBurner) => companyHref(row);

/** How many are drawn; the table holds them all. */
const most = 12;

/**
 * The companies that burned the most, the deepest on top, with their industry below the name, and on the right for how
 * many months their cash lasts at that pace. Bars are keyed by id: two companies may share a name.
 */
export function burnerBars(
  rows: readonly SectorBurner[],
  options: ChartOptions,
): HTMLElement | SVGElement {
  const {width} = options;
  const deepest = burners(rows).slice(0, most);
  const nameRoom = Math.min(
    width * (width < narrow ? 0.4 : 0.36),
    14 + Math.max(0, ...deepest.map(({name}) => textWidth(name, 13))),
  );
  const line = {
    y: "user_id",
    frameAnchor: "left",
    textAnchor: "end",
    lineWidth: (nameRoom - 10) / 13,
    textOverflow: "ellipsis",
    dx: -10,
  } as const;
  const burnRoom = 8 + Math.max(0, ...deepest.map((row) => textWidth(money(row.net_burn_eur), 13)));
  const isNarrow = width < narrow;
  const runwayRoom = isNarrow ? 58 : 98;
  const last = (row: SectorBurner) => runway(row, {isShort: isNarrow});
  return Plot.plot({
    ...plotDefaults(options),
    height: deepest.length * 38 + 30,
    marginTop: 26,
    marginBottom: 4,
    marginLeft: nameRoom,
    marginRight: burnRoom + runwayRoom + 2,
    x: {axis: null, zero: true},
    y: {axis: null, domain: deepest.map(({user_id}) => user_id), padding: 0.52},
    marks: [
      Plot.text(deepest, {...line, text: "name", href, dy: -7, fontSize: 13, fill: color("ink")}),
      Plot.text(deepest, {
        ...line,
        text: (row) => industryName(row.industry),
        dy: 8,
        fill: color("ink-muted"),
      }),
      Plot.barX(deepest, {y: "user_id", x: "net_burn_eur", href, fill: color("loss")}),
      Plot.text(deepest, {
        y: "user_id",
        x: "net_burn_eur",
        text: (row) => money(row.net_burn_eur),
        textAnchor: "start",
        dx: 6,
        fontSize: 13,
        fill: color("ink"),
      }),
      Plot.text(deepest, {
        y: "user_id",
        text: last,
        frameAnchor: "right",
        textAnchor: "end",
        dx: burnRoom + runwayRoom,
        fontSize: 13,
        fill: color("ink"),
      }),
      Plot.text(["Cash lasts"], {
        frameAnchor: "top-right",
        textAnchor: "end",
        dx: burnRoom + runwayRoom,
        dy: -20,
        fill: color("ink-muted"),
      }),
      Plot.ruleX([0], {stroke: color("ink-muted")}),
      tooltip(
        deepest.map((row) => ({
          x: row.net_burn_eur,
          y: row.user_id,
          title: `${row.name}, ${industryName(row.industry)}`,
          lines: [
            {name: "Net burn a month", value: money(row.net_burn_eur)},
            {name: "Loans and capital", value: money(row.financing_eur)},
            {name: "Balance", value: money(row.closing_balance_eur)},
            {name: "Cash lasts", value: runway(row)},
          ],
        })),
        {by: "y"},
      ),
    ],
  });
}

/** `4 months`, `none left`, `over 5 years` where the end is too far to tell; shorter where there is little room. */
function runway({runway_months}: SectorBurner, {isShort = false} = {}): string {
  const months = Math.round(runway_months ?? 0);
  if (!runway_months) return isShort ? "none" : "none left";
  if (months < 1) return isShort ? "< 1 mo." : "under a month";
  if (months > 60) return isShort ? "> 5 yrs" : "over 5 years";
  return isShort ? `${months} mo.` : plural(months, "month");
}
