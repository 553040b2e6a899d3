/**
 * A figure as a drawing that stands alone: its words, its picture, its note and its source, with colours, styles and fonts
 * written out, so that it opens elsewhere as it looks here. It is read off the page: each drawing is copied with the
 * styles that the browser computed, and each text beside it is written where it stands.
 */
import {fontFaces} from "./fontFaces.js";
import {plainColor} from "./plainColor.js";

/** What a copied mark keeps of its computed style. */
const properties = [
  ..."fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linejoin".split(
    " ",
  ),
  ..."stroke-linecap paint-order opacity text-anchor font-family font-size font-weight".split(" "),
  ..."font-variant-numeric letter-spacing visibility".split(" "),
];

/** The margin around the figure in pixels. */
const margin = 24;

export interface Drawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing of a figure that is on the page, in pixels. */
export async function pictureSvg(figure: HTMLElement): Promise<Drawing> {
  const {document, window} = viewOf(figure);
  const origin = figure.getBoundingClientRect();
  const putBack = showPicture(figure);
  const parts = figure.querySelectorAll(
    ":scope > header, :scope > .picture, :scope > .note-line, :scope > footer .source",
  );
  const body: string[] = [];
  let bottom = 0;
  for (const part of parts) {
    bottom = Math.max(bottom, part.getBoundingClientRect().bottom - origin.top);
    body.push(...drawingsOf(part, origin), ...boxesOf(part, origin), ...textsOf(part, origin));
  }
  putBack();
  const width = Math.ceil(origin.width) + 2 * margin;
  const height = Math.ceil(bottom) + 2 * margin;
  const paper = plainColor(document, window.getComputedStyle(document.body).backgroundColor);
  const families = /font-family:\s*&quot;?([^;,&"]+)/g;
  const used = new Set(Array.from(body.join("").matchAll(families), ([, name]) => name!));
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${await fontFaces(document, used)}</style>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    ...body,
    "</g></svg>",
  ].join("\n");
  return {text, width, height};
}

/** Shows the picture, which may be behind its table, without what is unfolded below it; returns how to go back. */
function showPicture(figure: HTMLElement): () => void {
  const picture = figure.querySelector<HTMLElement>(":scope > .picture")!;
  const folds = figure.querySelector<HTMLElement>(":scope > .folds")!;
  const wasHidden = picture.hidden;
  picture.hidden = false;
  folds.hidden = true;
  return () => {
    picture.hidden = wasHidden;
    folds.hidden = false;
  };
}

function viewOf(element: Element): {document: Document; window: Window & typeof globalThis} {
  const document = element.ownerDocument;
  return {document, window: document.defaultView!};
}

function drawingsOf(part: Element, origin: DOMRect): string[] {
  const {document, window} = viewOf(part);
  return [...part.querySelectorAll<SVGSVGElement>("svg:not(svg svg)")].map((svg) => {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll("*")]);
    from!.forEach((mark, at) => {
      const style = window.getComputedStyle(mark);
      const written = properties.map((name) => {
        const value = style.getPropertyValue(name);
        return `${name}:${name === "fill" || name === "stroke" ? plainColor(document, value) : value}`;
      });
      for (const name of ["class", "fill", "stroke", "style"]) to![at]!.removeAttribute(name);
      to![at]!.setAttribute("style", written.join(";"));
    });
    for (const left of copy.querySelectorAll("style, .stops")) left.remove();
    const box = svg.getBoundingClientRect();
    const place = {x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height};
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
    copy.setAttribute("overflow", "visible");
    return new window.XMLSerializer().serializeToString(copy);
  });
}

/** The grounds of elements beside the drawings: the steps of a scale, swatches. */
function boxesOf(part: Element, origin: DOMRect): string[] {
  const {document, window} = viewOf(part);
  return [...part.querySelectorAll("*:not(svg, svg *)")].flatMap((element) => {
    const color = plainColor(document, window.getComputedStyle(element).backgroundColor);
    if (color === "none") return [];
    const {x, y, width, height} = element.getBoundingClientRect();
    return [
      `<rect x="${x - origin.x}" y="${y - origin.y}" width="${width}" height="${height}" fill="${color}"/>`,
    ];
  });
}

/** The texts beside the drawings, a piece for each line of each. */
function textsOf(part: Element, origin: DOMRect): string[] {
  const {document, window} = viewOf(part);
  const walker = document.createTreeWalker(part, window.NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest("svg, style, [hidden], [popover]")) continue;
    const style = window.getComputedStyle(parent);
    const look = `font-family:${style.fontFamily};font-size:${style.fontSize};font-weight:${style.fontWeight}`;
    const fill = plainColor(document, style.color);
    for (const {text, x, y} of linesOf(node as Text))
      pieces.push(
        `<text x="${x - origin.x}" y="${y - origin.y}" dominant-baseline="central" fill="${fill}" ` +
          `style="${escaped(look)}">${escaped(text)}</text>`,
      );
  }
  return pieces;
}

/** A text word by word, put together to the lines that it stands on; `y` is their middle. */
function linesOf(node: Text): {text: string; x: number; y: number}[] {
  const range = node.ownerDocument.createRange();
  const lines: {text: string; x: number; y: number}[] = [];
  for (const {0: word, index} of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const {x, y, width, height} = range.getBoundingClientRect();
    if (width === 0) continue;
    const middle = y + height / 2;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - middle) < height / 2) last.text += word;
    else lines.push({text: word, x, y: middle});
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
