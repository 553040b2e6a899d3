import {type HeatmapElement, heatmap} from "../../components/heatmap.js";
import type {ChartOptions} from "../../components/plotDefaults.js";
import {industryName} from "../../lib/bank/industries.js";
import {asDate, money, monthText} from "../../lib/format.js";
import type {SectorChoiceElement} from "./choice.js";
import {type SectorMonth, sectorTotals} from "./flow.js";

export interface FlowHeatOptions extends ChartOptions {
  /** What a chosen cell sets, and what chooses a cell. */
  choice?: SectorChoiceElement;
}

/**
 * Net flow by month and industry, the industry that kept the most on top. The scale is full at the 95th percentile of
 * the magnitudes, so that one month does not pale all others. A month that is not over is drawn paler.
 */
export function flowHeat(
  rows: readonly SectorMonth[],
  {choice, ...options}: FlowHeatOptions,
): HeatmapElement {
  const order = sectorTotals(rows).map(({industry}) => industry);
  const rank = (row: SectorMonth) =>
    (order.indexOf(row.industry) + order.length + 1) % (order.length + 1);
  const ranked = [...rows].sort((a, b) => rank(a) - rank(b));
  const selected = choice && cellOf(choice);
  const heat = heatmap(ranked, {
    ...options,
    x: "month",
    y: "industry",
    value: "net_eur",
    names: industryName,
    format: money,
    limit: scaleLimit(rows),
    ends: ["more out", "more in"],
    name: "Net flow",
    ...(selected ? {selected} : {}),
  });
  markPartial(heat, rows);
  if (choice) follow(heat, choice);
  return heat;
}

/** Keeps heatmap and choice alike, as long as the heatmap stands on the page. */
function follow(heat: HeatmapElement, choice: SectorChoiceElement): void {
  const window = heat.ownerDocument.defaultView ?? globalThis;
  heat.addEventListener("input", ({target}) => {
    if (target !== heat) return; // Plot's tooltip sends `input` too, whenever the pointer moves
    const {value} = heat;
    choice.value = value ? {month: value.month, industry: value.name} : {};
    choice.dispatchEvent(new window.Event("input", {bubbles: true}));
  });
  const take = () => {
    if (!heat.isConnected) choice.removeEventListener("input", take);
    else heat.value = cellOf(choice) as HeatmapElement["value"];
  };
  choice.addEventListener("input", take);
}

/** The one cell that a choice means, if it means one. */
function cellOf({value}: SectorChoiceElement): {month: Date; name: string} | undefined {
  const month = asDate(value.month);
  return month && value.industry !== undefined ? {month, name: value.industry} : undefined;
}

function markPartial(heat: HeatmapElement, rows: readonly SectorMonth[]): void {
  const partial = new Set(
    rows.filter((row) => !row.is_complete).map((row) => monthText(row.month)),
  );
  for (const mark of heat.querySelectorAll<SVGElement>("[role=button][aria-label]")) {
    const label = mark.getAttribute("aria-label") ?? "";
    if (![...partial].some((month) => label.includes(`, ${month}:`))) continue;
    mark.setAttribute("fill-opacity", "0.45");
    mark.setAttribute("aria-label", `${label} (month not over)`);
  }
}

/** The 95th percentile of the magnitudes, to two figures; 1 where nothing moved. */
function scaleLimit(rows: readonly SectorMonth[]): number {
  const magnitudes = rows.map(({net_eur}) => Math.abs(net_eur)).sort((a, b) => a - b);
  const limit = magnitudes[Math.floor(0.95 * (magnitudes.length - 1))] ?? 0;
  return Number(limit.toPrecision(2)) || 1;
}
