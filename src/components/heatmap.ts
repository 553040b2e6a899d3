import {monthShort, month as monthText, short, type Time, type Value, year} from "../lib/format.js";
import {type Channel, type ChartOptions, distinct, millis, numeric, reader} from "./chart.js";
import {builder} from "./dom.js";
import {diverging, sequential} from "./palette.js";

/** A cell of a heatmap: its row's name and its month in milliseconds, and what stands there. */
export interface HeatCell {
  month: Date;
  name: string;
  value: number | undefined;
}

export interface HeatOptions<Row> extends Omit<ChartOptions, "width"> {
  x: Channel<Row, Time>;
  y: Channel<Row, string>;
  value: Channel<Row, Value>;
  names?: (name: string) => string;
  format?: (value: Value) => string;
  /** `diverging` is centred on zero: losses and gains; `sequential` begins at zero. */
  scale?: "diverging" | "sequential";
  /** Where the colour is full; the largest magnitude, unless told. Beyond it the colour stays. */
  limit?: number;
  /** What the two ends of the scale mean: `["flowed out", "flowed in"]`. */
  ends?: readonly [string, string];
  selected?: Pick<HeatCell, "month" | "name"> | undefined;
}

/** The element that a heatmap returns: an input whose value is the chosen cell. */
export type HeatmapElement = HTMLElement & {value: HeatCell | undefined};

/**
 * Months across, names down, a value as colour. It is a grid that the keyboard walks (arrows, Home, End) and an input:
 * choosing a cell sets `.value` and sends `input`; choosing it again clears. Rows keep their order of appearance.
 * Its width is the container's, and it is not redrawn when that changes.
 */
export function heatmap<Row extends object>(
  rows: readonly Row[],
  {
    document = globalThis.document,
    names = (name) => name,
    format = short,
    scale = "diverging",
    ends,
    selected,
    ...options
  }: HeatOptions<Row>,
): HeatmapElement {
  const {html} = builder(document);
  const [x, y, value] = [reader(options.x), reader(options.y), reader(options.value)];
  const months = distinct(rows.map((row) => millis(x(row)))).sort((a, b) => a - b);
  const values = new Map(rows.map((row) => [`${y(row)}\n${millis(x(row))}`, numeric(value(row))]));
  const known = [...values.values()].filter(Number.isFinite);
  const limit = options.limit ?? (Math.max(...known.map(Math.abs), 0) || 1);
  const paint = scale === "diverging" ? diverging : sequential;

  const buttons: HTMLButtonElement[][] = [];
  const cells = new Map<HTMLButtonElement, HeatCell>();
  const body = distinct(rows.map(y)).map((name) => {
    const row = months.map((month) => {
      const found = values.get(`${name}\n${month}`);
      const value = Number.isFinite(found) ? found : undefined;
      const text = `${names(name)}, ${monthText(month)}: ${format(value)}`;
      const isChosen = selected?.name === name && millis(selected.month) === month;
      const button = html("button", {
        type: "button",
        tabindex: -1,
        title: text,
        "aria-label": text,
        "aria-pressed": String(isChosen),
        class: value === undefined ? "is-missing" : undefined,
        style: value === undefined ? undefined : `background:${paint(value / limit)}`,
      });
      cells.set(button, {month: new Date(month), name, value});
      return button;
    });
    buttons.push(row);
    return html(
      "tr",
      {},
      html("th", {scope: "row"}, names(name)),
      ...row.map((button) => html("td", {}, button)),
    );
  });
  const heads = months.map((month, index) => {
    const isMarked = index === 0 || new Date(month).getUTCMonth() === 0;
    const isQuarter = new Date(month).getUTCMonth() % 3 === 0;
    return html(
      "th",
      {scope: "col", class: isQuarter ? "is-quarter" : undefined, "aria-label": monthText(month)},
      html("span", {}, monthShort(month)),
      html("span", {class: "year"}, isMarked ? year(month) : ""),
    );
  });
  const table = html(
    "table",
    {},
    html("thead", {}, html("tr", {}, html("td"), ...heads)),
    html("tbody", {}, ...body),
  );
  const root = html(
    "div",
    {class: "heatmap", "data-fluid": true},
    table,
    scaleKey(html, {limit, format, paint, isDiverging: scale === "diverging", ends}),
  ) as HTMLElement as HeatmapElement;
  const chosen = [...cells].find(([button]) => button.getAttribute("aria-pressed") === "true");
  root.value = chosen?.[1];
  (chosen?.[0] ?? buttons[0]?.[0])?.setAttribute("tabindex", "0");

  table.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (!button) return;
    const wasChosen = button.getAttribute("aria-pressed") === "true";
    for (const other of cells.keys()) other.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", String(!wasChosen));
    root.value = wasChosen ? undefined : cells.get(button);
    root.dispatchEvent(new (document.defaultView ?? globalThis).Event("input", {bubbles: true}));
  });
  table.addEventListener("keydown", (event) => walk(event, buttons));
  return root;
}

/** Moves the focus by arrow keys; one cell at a time is in the tab order. */
function walk(event: KeyboardEvent, buttons: HTMLButtonElement[][]): void {
  const row = buttons.findIndex((cells) => cells.includes(event.target as HTMLButtonElement));
  const column = buttons[row]?.indexOf(event.target as HTMLButtonElement) ?? -1;
  const to = {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    Home: [row, 0],
    End: [row, (buttons[row]?.length ?? 1) - 1],
  }[event.key];
  const next = to && buttons[to[0]!]?.[to[1]!];
  if (!next) return;
  event.preventDefault();
  for (const cell of buttons.flat()) cell.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

interface KeyOptions {
  limit: number;
  format: (value: Value) => string;
  paint: (share: number) => string;
  isDiverging: boolean;
  ends?: readonly [string, string] | undefined;
}

/** The scale in words and colours; a diverging one says where zero is. */
function scaleKey(
  html: ReturnType<typeof builder>["html"],
  {limit, format, paint, isDiverging, ends}: KeyOptions,
): HTMLElement {
  const shares = isDiverging
    ? [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]
    : [0, 0.25, 0.5, 0.75, 1];
  return html(
    "div",
    {class: "scale", "aria-hidden": "true"},
    html("span", {}, `${ends ? `${ends[0]} ` : ""}${format(isDiverging ? -limit : 0)}`),
    html(
      "span",
      {class: "scale-steps"},
      ...shares.map((share) =>
        html("span", {
          class: share === 0 && isDiverging ? "is-zero" : undefined,
          style: `background:${paint(share)}`,
        }),
      ),
    ),
    html("span", {}, `${format(limit)}${ends ? ` ${ends[1]}` : ""}`),
  );
}
