import * as Plot from "@observablehq/plot";
import {dated} from "../../components/channel.js";
import {builder} from "../../components/dom.js";
import {color} from "../../components/palette.js";
import {
  axisLook,
  axisText,
  type ChartOptions,
  gridLook,
  monthAxis,
  plotDefaults,
  valueMargin,
} from "../../components/plotDefaults.js";
import {tooltip} from "../../components/tooltip.js";
import {money, monthText} from "../../lib/format.js";
import type {Reading} from "../../lib/watches/reading.js";
import type {ToldWatch} from "../../lib/watches/told.js";
import {valueText} from "../../lib/watches/words.js";
import {plural} from "../../lib/words.js";

interface Point extends Reading {
  readonly at: Date;
}

const [leastWidth, gap] = [300, 24] as const;

/**
 * A small chart for each watch, on a scale of its own: the value month after month, the limit beyond which it fires, and
 * a dot where it fired. A watch of which no month is known has a word in place of its chart.
 */
export function watchPanels(watches: readonly ToldWatch[], options: ChartOptions): HTMLElement {
  const {width, document = globalThis.document} = options;
  const {html} = builder(document);
  const columns = Math.max(1, Math.min(3, Math.floor((width + gap) / (leastWidth + gap))));
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const key = (name: string, style: string) => html("span", {}, html("i", {style}), name);
  return html(
    "div",
    {},
    html(
      "p",
      {class: "watch-key"},
      key("Value", `border-top: 2px solid ${color("mark")}`),
      key("Limit", `border-top: 2px dashed ${color("ink-muted")}`),
      key("Fired", `width: 8px; height: 8px; border-radius: 50%; background: ${color("loss")}`),
    ),
    html(
      "div",
      {class: "facets", style: `grid-template-columns: repeat(${columns}, minmax(0, 1fr))`},
      ...watches.map((watch) => {
        const fired = watch.history.filter(({fires}) => fires).length;
        return html(
          "div",
          {},
          html("p", {class: "panel-title"}, watch.title),
          html("p", {class: "watch-measured"}, watch.subtitle),
          watch.history.some(({value}) => value !== null)
            ? watchPlot(watch, {width: each, document}, `fired in ${plural(fired, "month")}`)
            : html("p", {class: "message"}, "Nothing to say in any month."),
        );
      }),
    ),
  );
}

function watchPlot(
  {title, unit, history}: ToldWatch,
  options: ChartOptions,
  summary: string,
): HTMLElement | SVGElement {
  const points = history.map((reading): Point => ({...reading, at: dated(reading.month)}));
  const known = points.filter(({value}) => value !== null);
  const format = unit === "EUR" ? money : (value: unknown) => valueText(unit, value as number);
  const values = points.flatMap(({value, limit}) => [value, limit].filter((one) => one !== null));
  const drawn = Plot.plot({
    ...plotDefaults({...options, height: 170}),
    marginLeft: valueMargin(values, format),
    marginTop: 10,
    marginRight: 10,
    x: {type: "utc", label: null, domain: [points[0]!.at, points.at(-1)!.at]},
    y: {label: null, zero: unit !== "EUR", nice: true},
    marks: [
      Plot.gridY({ticks: 3, ...gridLook}),
      Plot.axisY({ticks: 3, text: axisText(format), ...axisLook}),
      monthAxis(
        points.map(({at}) => at),
        options.width,
      ),
      Plot.lineY(points, {
        x: "at",
        y: "limit",
        stroke: color("ink-muted"),
        strokeDasharray: "5 3",
      }),
      Plot.lineY(points, {x: "at", y: "value", stroke: color("mark"), strokeWidth: 2}),
      Plot.dot(known.length === 1 ? known : [], {x: "at", y: "value", fill: color("mark"), r: 4}),
      Plot.dot(
        points.filter(({fires}) => fires),
        {x: "at", y: "value", fill: color("loss"), stroke: color("paper"), r: 4},
      ),
      tooltip(
        known.map(({at, value, limit, fires}) => ({
          x: at,
          y: value!,
          title: monthText(at),
          lines: [
            {name: fires ? "Fired at" : "Value", value: valueText(unit, value)},
            {name: "Limit", value: valueText(unit, limit)},
          ],
        })),
      ),
    ],
  });
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", `${title}: ${summary}`);
  return drawn;
}
