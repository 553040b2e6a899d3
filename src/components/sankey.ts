import {
  sankey as layoutOf,
  type SankeyLink,
  type SankeyNode,
  sankeyJustify,
  sankeyLinkHorizontal,
} from "d3-sankey";
import {money} from "../lib/format.js";
import {color} from "./palette.js";
import {setAll, svgBuilder} from "./svg.js";
import {fitted, textWidth} from "./textWidth.js";

export interface PathNode {
  readonly id: string;
  readonly label: string;
  readonly color: string;
}

export interface PathLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  /** Drawn paler than the others. */
  readonly isPale?: boolean;
}

type Node = SankeyNode<PathNode, PathLink>;
type Link = SankeyLink<PathNode, PathLink>;

export interface SankeyOptions {
  readonly height?: number;
  readonly format?: (value: number) => string;
  readonly document?: Document;
}

/** Where money comes from and where it goes: nodes in columns, and bands between them as wide as their amount. */
export function sankey({
  height = 520,
  format = money,
  document = globalThis.document,
}: SankeyOptions = {}) {
  const svg = svgBuilder(document);
  const element = svg("svg", {class: "sankey", height});

  /** Draws in a width in pixels; links without an amount are left out, and nodes without links. */
  const draw = (nodes: readonly PathNode[], links: readonly PathLink[], width: number) => {
    const flowing = links.filter(({value}) => value > 0);
    const ids = new Set(flowing.flatMap(({source, target}) => [source, target]));
    const joined = nodes.filter(({id}) => ids.has(id));
    setAll(element, {width, viewBox: `0 0 ${width} ${height}`});
    if (flowing.length === 0) return element.replaceChildren();
    const isNarrow = width < 560;
    const words = (node: PathNode, value: number) => `${node.label} ${format(value)}`;
    const inflow = (id: string, end: "source" | "target") =>
      flowing.reduce((sum, link) => sum + (link[end] === id ? link.value : 0), 0);
    const isLast = ({id}: PathNode) => inflow(id, "source") === 0;
    const widest = Math.max(
      ...joined.filter(isLast).map((node) => textWidth(words(node, inflow(node.id, "target")))),
    );
    const room = isNarrow ? 0 : Math.min(widest + 12, width * 0.34);
    const layout = layoutOf<PathNode, PathLink>()
      .nodeId(({id}) => id)
      .nodeAlign(sankeyJustify)
      .nodeSort(null)
      .nodeWidth(8)
      .nodePadding(isNarrow ? 15 : 14)
      .extent([
        [0, 8],
        [width - room, height - 8],
      ]);
    const graph = layout({
      nodes: joined.map((node) => ({...node})),
      links: flowing.map((link) => ({...link})),
    });
    element.replaceChildren(
      svg("g", {}, ...graph.links.map(band)),
      svg("g", {}, ...graph.nodes.map((node) => block(node, width, room))),
    );

    function band(link: Link): SVGElement {
      const [source, target] = [link.source as Node, link.target as Node];
      return svg(
        "path",
        {
          class: "sankey-band",
          d: sankeyLinkHorizontal()(link as never) ?? "",
          fill: "none",
          stroke: source.depth === 0 ? source.color : target.color,
          "stroke-opacity": link.isPale ? 0.12 : 0.42,
          "stroke-width": Math.max(1, link.width ?? 0).toFixed(1),
        },
        svg("title", {}, `${source.label} to ${target.label}: ${format(link.value)}`),
      );
    }

    function block(node: Node, width: number, room: number): SVGElement {
      const {x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0} = node;
      const isRight = x1 >= width - room - 1;
      const isInner = x0 > 0 && !isRight;
      const toLeft = isRight && isNarrow;
      // beside its block; on a phone, that of an inner one is above it, where the bands leave room
      const isAbove = isInner && isNarrow;
      const space = isNarrow ? width * (isRight ? 0.52 : 0.31) : isRight ? room - 8 : 400;
      return svg(
        "g",
        {},
        svg("rect", {x: x0, y: y0, width: x1 - x0, height: Math.max(1, y1 - y0), fill: node.color}),
        svg(
          "text",
          {
            x: toLeft ? x0 - 5 : isAbove ? (x0 + x1) / 2 : x1 + 5,
            y: isAbove ? y0 - 7 : (y0 + y1) / 2,
            dy: "0.35em",
            "text-anchor": isAbove ? "middle" : toLeft ? "end" : undefined,
            fill: color("ink"),
            stroke: color("paper"),
            "stroke-width": 3,
            "paint-order": "stroke",
            "stroke-linejoin": "round",
            "font-size": isNarrow ? 11 : 12,
          },
          fitted(isNarrow && !isRight ? node.label : words(node, value), space, isNarrow ? 11 : 12),
        ),
      );
    }
  };
  return {element, draw};
}
