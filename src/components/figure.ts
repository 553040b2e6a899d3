/**
 * The one anatomy of a figure: the finding, what is measured, the picture, a note, the source and a quiet row of
 * actions (the data as a table and as a file, the SQL, a link). It draws its own empty, loading and error states
 * at the height that it reserves, so that the page does not jump.
 */

import {dayShort} from "../lib/format.js";
import type {MeasureName} from "../lib/measures/measures.js";
import {readingAttributes, type Shown, scopeText} from "../lib/measures/reading.js";
import {bankName, countStep} from "../lib/site/siteMeta.js";
import {followAnchor} from "./anchor.js";
import {type Column, columnsOf} from "./columns.js";
import {type Builder, builder} from "./dom.js";
import {figureActions, type Query} from "./figureActions.js";
import {measureLink} from "./measureLink.js";
import {assertOptions, type OptionNames} from "./options.js";

type OfRows<Row, T> = T | ((rows: readonly Row[]) => T);

export interface FigureOptions<Row extends object> {
  /** The anchor of the figure and the name of its file: the name of its dataset. */
  id: string;
  /** The title: a finding computed from the rows, or a question. */
  finding: OfRows<Row, string>;
  /** Measure, unit, population, period. */
  subtitle?: OfRows<Row, string>;
  rows: readonly Row[] | Promise<readonly Row[]>;
  chart: (
    rows: readonly Row[],
    options: {width: number; document: Document},
  ) => HTMLElement | SVGElement;
  /** Method, where it could mislead. */
  note?: OfRows<Row, string>;
  /** The measures that it shows, each linked to its definition. */
  measures?: readonly MeasureName[];
  /** The values of measures that its words or last marks give, each named with whom and when it is of. */
  readings?: OfRows<Row, readonly Shown[]>;
  /** Where the figures are from; the dataset that the query or code makes, and its last day, unless told. */
  source?: string;
  /** The query: usually its file, `FileAttachment("../data/x.csv.sql")`, which is read when somebody looks. */
  sql?: string | Query;
  /** In place of `sql`, the loader that made the figures where SQL is not enough: `….json.ts`. */
  code?: Query;
  /** What the picture shows, for those who do not see it; finding and subtitle, unless told. */
  description?: OfRows<Row, string>;
  /** The columns of the data as a table; derived from the names of the columns, unless told. */
  columns?: readonly Column<Row>[];
  /** Why there may be nothing to show. */
  empty?: string;
  /** The height in pixels that is reserved until the picture is there. */
  height?: number;
  /** Whether the address of its page leads to it again, as it does unless told. */
  hasLink?: boolean;
  document?: Document;
}

const optionNames: OptionNames<FigureOptions<object>> = {
  id: true,
  finding: true,
  subtitle: true,
  rows: true,
  chart: true,
  note: true,
  measures: true,
  readings: true,
  source: true,
  sql: true,
  code: true,
  description: true,
  columns: true,
  empty: true,
  height: true,
  hasLink: true,
  document: true,
};

/** A figure; its `.value` is that of the picture, so that `view(figure(…))` follows a heatmap's chosen cell. */
export type FigureElement = HTMLElement & {readonly value: unknown};

export function figure<Row extends object>(options: FigureOptions<Row>): FigureElement {
  assertOptions(options, optionNames);
  const {id, rows, height = 340, document = globalThis.document} = options;
  followAnchor(document);
  const make = builder(document);
  const {html} = make;
  const picture = html("div", {class: "picture", style: `min-height:${height}px`});
  const root = html("figure", {class: "figure", id});
  Object.defineProperty(root, "value", {
    get: () => (picture.firstElementChild as {value?: unknown} | null)?.value,
  });

  const waiting = typeof options.finding === "string" ? options.finding : "…";
  const head = html("header", {}, html("h3", {class: "finding"}, waiting));
  root.append(head, picture);
  if ("then" in rows) {
    picture.append(html("p", {class: "message is-loading"}, "Loading …"));
    root.setAttribute("aria-busy", "true");
    rows.then(
      (rows) => fill(root, picture, rows, options, make, document),
      (error) => {
        root.removeAttribute("aria-busy");
        fail(picture, make, error);
      },
    );
  } else fill(root, picture, rows, options, make, document);
  return root as unknown as FigureElement;
}

function fill<Row extends object>(
  root: HTMLElement,
  picture: HTMLElement,
  rows: readonly Row[],
  options: FigureOptions<Row>,
  make: Builder,
  document: Document,
): void {
  const {html} = make;
  const {id, chart, sql, code, empty} = options;
  const text = <T>(given: OfRows<Row, T> | undefined): T | undefined =>
    given instanceof Function ? (rows.length > 0 ? given(rows) : undefined) : given;
  const finding = text(options.finding) ?? "Nothing to show";
  const subtitle = text(options.subtitle);
  const note = text(options.note);
  root
    .querySelector("header")
    ?.replaceChildren(
      html("h3", {class: "finding"}, finding),
      ...(subtitle ? [html("p", {class: "subtitle"}, subtitle)] : []),
    );
  picture.replaceChildren();
  const columns = options.columns ?? columnsOf(rows);
  const {row: actions, folds} = figureActions(make, root, picture, {
    id,
    rows,
    columns,
    // loaded when somebody asks for it: the first picture does not wait for a table
    table: async () =>
      (await import("./dataTable.js")).dataTable(rows, {columns, caption: finding, document}),
    sql,
    code,
    hasLink: options.hasLink ?? true,
  });
  root.append(
    folds,
    ...(note ? [html("p", {class: "note-line"}, note)] : []),
    html("footer", {}, sourceLine(options, text(options.readings) ?? [], document), actions),
  );
  if (rows.length === 0) {
    root.removeAttribute("aria-busy");
    picture.append(
      html("p", {class: "message"}, empty ?? "Nothing to show: no rows for this choice."),
    );
    return;
  }
  root.setAttribute("aria-busy", "true"); // and keeps its room until it is drawn
  const label = text(options.description) ?? [finding, subtitle].filter(Boolean).join(". ");
  drawAtWidth(picture, document, (width) => {
    root.removeAttribute("aria-busy");
    try {
      const drawn = chart(rows, {width, document});
      const before = picture.firstElementChild as {value?: unknown} | null;
      const isInteractive = drawn.querySelector("a, button, input, select, [tabindex]") !== null;
      if (!drawn.hasAttribute("role")) drawn.setAttribute("role", isInteractive ? "group" : "img");
      drawn.setAttribute("aria-label", label);
      quietLinks(drawn);
      for (const part of drawn.querySelectorAll("g[aria-label]:not([role])"))
        part.setAttribute("role", "group"); // Plot names its parts, and a name needs a role
      if (before?.value !== undefined) Object.assign(drawn, {value: before.value});
      picture.replaceChildren(drawn);
      picture.style.removeProperty("min-height");
    } catch (error) {
      fail(picture, make, error);
    }
  });
}

/** Links around marks repeat those of their names: they are left to the pointer. */
function quietLinks(drawn: Element): void {
  for (const link of drawn.querySelectorAll("svg a")) {
    if (link.querySelector("text")) continue;
    link.setAttribute("tabindex", "-1");
    link.setAttribute("aria-hidden", "true");
  }
}

/** The dataset of a query by the name of its file, and the last day of the data, which the head of the page tells. */
function datasetText(
  {sql, code}: {sql?: string | Query; code?: Query},
  document: Document,
): string {
  const query = code ?? sql;
  const name = typeof query === "object" ? query.name?.split(".")[0] : undefined;
  const asOf = document.querySelector<HTMLMetaElement>('meta[name="as-of"]')?.content;
  const from = name ? `dataset ${name}` : bankName({document});
  return asOf ? `${from}, to ${dayShort(asOf)}` : from;
}

/** Where the figures are from, what they measure, and what their counts are rounded to. */
function sourceLine<Row extends object>(
  options: FigureOptions<Row>,
  readings: readonly Shown[],
  document: Document,
): HTMLElement {
  const {source = datasetText(options, document), measures = []} = options;
  const {html} = builder(document);
  const told = readings.map(({value, ...reading}) =>
    html(
      "span",
      {...readingAttributes(reading, value)},
      measureLink(reading.measure, {document}),
      ` (${scopeText(reading)})`,
    ),
  );
  const others = measures.filter((name) => readings.every(({measure}) => measure !== name));
  const links = [...told, ...others.map((name) => measureLink(name, {document}))].flatMap(
    (link, at) => [at === 0 ? ". Measures: " : ", ", link],
  );
  const step = countStep({document});
  const rounded = step > 1 ? [`. Counts are multiples of ${step}`] : [];
  return html("span", {class: "source"}, `Source: ${source}`, ...links, ...rounded);
}

/** Draws once at the picture's width and again whenever it changes, or is told for paper (`frame/paper.ts`). */
function drawAtWidth(
  picture: HTMLElement,
  document: Document,
  draw: (width: number) => void,
): void {
  const {ResizeObserver} = document.defaultView ?? globalThis;
  let drawnWidth = 0;
  const redraw = (width: number) => {
    if (width === 0 || width === drawnWidth) return;
    drawnWidth = width;
    draw(width);
  };
  picture.addEventListener("widthchange", (event) => redraw((event as CustomEvent<number>).detail));
  if (!ResizeObserver) {
    redraw(picture.clientWidth || 640);
    return;
  }
  new ResizeObserver(([entry]) => redraw(Math.floor(entry?.contentRect.width ?? 0))).observe(
    picture,
  );
}

function fail(picture: HTMLElement, {html}: Builder, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  picture.replaceChildren(
    html(
      "p",
      {class: "message is-error", role: "alert"},
      `This figure could not be drawn: ${message}`,
    ),
  );
}
