/**
 * The layers around one name, side by side with lines between them, or below each other where it is narrow. Each layer is
 * a list of links that choose; a long one shows its first names and a button for the others, so that the picture of a
 * table that everything is made of stays a picture.
 */
import {builder} from "../../components/dom.js";
import {siteLink} from "../../components/siteLink.js";
import {svgBuilder} from "../../components/svg.js";
import {urlState} from "../../components/urlState.js";
import {type LineageKind, type LineageNode, tableOf} from "../../lib/site/lineage.js";
import {type Layer, type LayerItem, linesFrom} from "./layers.js";
import {layerNames} from "./words.js";

/** The name in the address: `?of=table:transactions`. */
export const lineageParam = "of";

/** From this width on the layers are side by side. */
const wide = 720;
const mostAtFirst = {side: 14, stacked: 6};
const size = {head: 34, row: 28, gap: 36};

let wasChosenHere = false;

export function lineageMap(
  layers: readonly Layer[],
  {width, document}: {width: number; document: Document},
): HTMLElement {
  const {html} = builder(document);
  const isWide = width >= wide;
  const most = isWide ? mostAtFirst.side : mostAtFirst.stacked;
  const open = new Set<LineageKind>();
  const root = html("div", {class: isWide ? "lineage is-wide" : "lineage"});
  const shownOf = ({kind, items}: Layer) =>
    open.has(kind) || items.length <= most + 1 ? items : items.slice(0, most);

  const draw = () => {
    const lists = layers.map((layer) => {
      const shown = shownOf(layer);
      const rest = layer.items.length - shown.length;
      const more = html("button", {type: "button", class: "lineage-more"}, `${rest} more`);
      more.addEventListener("click", () => {
        open.add(layer.kind);
        draw();
        root
          .querySelector<HTMLElement>(`.lineage-${layer.kind} li:nth-child(${most + 1}) a`)
          ?.focus();
      });
      return html(
        "section",
        {class: `lineage-layer lineage-${layer.kind}`},
        html(
          "h4",
          {},
          layerNames[layer.kind][1],
          " ",
          html("span", {class: "facts"}, String(layer.items.length)),
        ),
        html("ul", {}, ...shown.map((item) => itemOf(item, isOfOneTable(layer), document))),
        rest > 0 && more,
      );
    });
    root.replaceChildren(
      ...(isWide ? [linesBetween(layers.map(shownOf), width, document)] : []),
      ...lists,
    );
  };
  draw();
  if (wasChosenHere) {
    wasChosenHere = false;
    document.defaultView?.requestAnimationFrame(() =>
      root.querySelector<HTMLElement>('[aria-current="true"]')?.focus({preventScroll: true}),
    );
  }
  return root;
}

/** Whether a layer holds columns whose table need not be told. */
const isOfOneTable = ({items}: Layer) =>
  new Set(items.map(({node}) => tableOf(node.id))).size === 1;

function itemOf(
  {node, isChosen, isNear}: LayerItem,
  isTableKnown: boolean,
  document: Document,
): HTMLElement {
  const {html} = builder(document);
  const [table, column] = node.kind === "column" ? node.name.split(".") : [];
  const link = html(
    "a",
    {
      href: `?${lineageParam}=${encodeURIComponent(node.id)}`,
      class: "lineage-name",
      "aria-current": isChosen ? "true" : undefined,
      title: [node.name, node.text].filter(Boolean).join(": "),
    },
    column ?? node.name,
    table !== undefined && !isTableKnown && html("span", {class: "facts"}, ` ${table}`),
  );
  link.addEventListener("click", (event) => {
    const window = document.defaultView;
    if (!window || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    wasChosenHere = true;
    choose(node, window);
  });
  return html(
    "li",
    {class: isNear ? undefined : "is-behind"},
    link,
    node.path !== null &&
      html(
        "a",
        {href: siteLink(node.path), class: "lineage-open", "aria-label": `Open ${node.name}`},
        "↗",
      ),
  );
}

/** Puts the name into the address, where the picker and the page follow it. */
function choose({id}: LineageNode, window: Window & typeof globalThis): void {
  urlState(lineageParam, window).set(id, {isStep: true});
  window.dispatchEvent(new window.PopStateEvent("popstate"));
}

/** A line from each name to each that it is made of in the next layer; one that went further would cross names. */
function linesBetween(
  layers: readonly (readonly LayerItem[])[],
  width: number,
  document: Document,
): SVGElement {
  const svg = svgBuilder(document);
  const room = (width - size.gap * (layers.length - 1)) / layers.length;
  const places = new Map(
    layers.flatMap((items, at) =>
      items.map(({node}, row) => [
        node.id,
        {left: at * (room + size.gap), y: size.head + (row + 0.5) * size.row},
      ]),
    ),
  );
  const isChosen = new Set(layers.flat().flatMap((item) => (item.isChosen ? [item.node.id] : [])));
  const lines = layers.slice(0, -1).flatMap((items, at) =>
    items.flatMap(({node}) =>
      targetsOf(node, layers[at + 1]!).flatMap((id) => {
        const [from, end] = [places.get(node.id), places.get(id)];
        if (!from || !end) return [];
        return svg("path", {
          class: isChosen.has(node.id) || isChosen.has(id) ? "is-own" : undefined,
          d: curve(from.left + room, from.y, end.left - 4, end.y),
        });
      }),
    ),
  );
  const height = size.head + Math.max(...layers.map(({length}) => length)) * size.row;
  return svg("svg", {class: "lineage-lines", width, height, "aria-hidden": "true"}, ...lines);
}

/** Of the layer to the right, what a name is made of; a table has a line to each of its own columns. */
function targetsOf(node: LineageNode, layer: readonly LayerItem[]): readonly string[] {
  const [kind] = layer.map(({node}) => node.kind);
  if (kind === undefined) return [];
  return node.kind === "table"
    ? layer.flatMap(({node: {id}}) => (tableOf(id) === node.id ? [id] : []))
    : linesFrom(node, kind);
}

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const middle = (x0 + x1) / 2;
  return `M${x0.toFixed(1)},${y0}C${middle.toFixed(1)},${y0} ${middle.toFixed(1)},${y1} ${x1.toFixed(1)},${y1}`;
}
