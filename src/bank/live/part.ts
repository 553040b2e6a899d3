import {columnsOf} from "../../components/columns.js";
import {builder, type Child} from "../../components/dom.js";
import {figureActions, type Query} from "../../components/figureActions.js";

export interface PartOptions<Row extends object> {
  /** Its anchor, and the name of its files. */
  readonly id: string;
  readonly subtitle: string;
  readonly note?: string;
  /** What it shows as it is now, as rows of these keys: its table and its files. */
  readonly rows: () => readonly Row[];
  readonly keys: readonly (keyof Row & string)[];
  readonly sql?: Query;
}

/**
 * A part of the live page in the anatomy of a figure: what it says is written anew as it moves, and its table and files
 * hold what it showed when they were asked for.
 */
export function livePart<Row extends object>(
  {id, subtitle, note, rows, keys, sql}: PartOptions<Row>,
  picture: Child,
  {document = globalThis.document} = {},
) {
  const make = builder(document);
  const {html} = make;
  const finding = html("h3", {class: "finding"}, "…");
  const room = html("div", {class: "picture"}, picture);
  const element = html(
    "section",
    {class: "figure live-part", id},
    html("header", {}, finding, html("p", {class: "subtitle"}, subtitle)),
    room,
  );
  const [shown, columns] = [[...rows()], columnsOf(rows())];
  const {row: actions, folds} = figureActions(make, element, room, {
    ...{id, rows: shown, keys, columns, sql, hasLink: true},
    table: async () =>
      (await import("../../components/dataTable.js")).dataTable(shown, {
        ...{columns, caption: finding.textContent ?? id, document},
      }),
  });
  const take = () => {
    shown.splice(0, shown.length, ...rows());
    columns.splice(0, columns.length, ...columnsOf(shown));
    const fold = folds.querySelector<HTMLElement>(`#${id}-data`);
    if (fold?.hidden) fold.replaceChildren();
  };
  actions.addEventListener("click", take, {capture: true});
  element.append(
    folds,
    ...(note === undefined ? [] : [html("p", {class: "note-line"}, note)]),
    html("footer", {}, html("span", {class: "source"}, sourceText(sql)), actions),
  );
  return {
    element,
    /** Writes the finding, where it is another. */
    say(text: string): void {
      if (finding.textContent !== text) finding.textContent = text;
    },
  };
}

function sourceText(sql: Query | undefined): string {
  const dataset = sql?.name?.split(".")[0];
  return `Source: the postings that came to this page${dataset ? `, dataset ${dataset}` : ""}`;
}

/** Calls back with the width of an element, in pixels, at first and whenever it changes. */
export function onWidth(element: Element, tell: (width: number) => void): void {
  const {ResizeObserver} = element.ownerDocument.defaultView ?? globalThis;
  if (!ResizeObserver) {
    tell(640);
    return;
  }
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) tell(width);
  }).observe(element);
}
