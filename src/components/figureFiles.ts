import type {Column} from "./columns.js";
import type {Builder} from "./dom.js";
import {embedPanel} from "./embedCode.js";
import {saveItems, tableFiles} from "./saveItems.js";

/** What is saved of a figure beside its picture. */
export interface Saved<Row extends object> {
  /** The name of its files. */
  id: string;
  rows: readonly Row[];
  /** What a CSV file has of a row; all that the first row has, unless told. */
  keys?: readonly string[];
  columns: readonly Column<Row>[];
  /** Whether the address of its page leads to it again. */
  hasLink: boolean;
}

/** What a figure can be saved as, a picture only where one is drawn, and the code that shows it in another page. */
export function figureFiles<Row extends object>(
  make: Builder,
  root: HTMLElement,
  picture: HTMLElement,
  {id, rows, keys, columns, hasLink}: Saved<Row>,
): HTMLElement[] {
  const svg = async () => (await import("./savedPicture.js")).svgFile(root);
  const png = async () => (await import("./savedPicture.js")).pngFile(root);
  const files = [
    ...tableFiles(() => rows, {name: id, keys, columns, document: root.ownerDocument}),
    ...(picture.querySelector("svg")
      ? [
          {label: "PNG (picture)", end: "png", file: png},
          {label: "SVG (picture)", end: "svg", file: svg},
        ]
      : []),
  ];
  return [...saveItems(make, id, files), ...(hasLink ? [embedded(make, root)] : [])];
}

/** Shows the code in its own place. */
function embedded(make: Builder, root: HTMLElement): HTMLElement {
  const button = make.html("button", {type: "button"}, "Embed (HTML)");
  button.addEventListener("click", () => {
    const panel = embedPanel(make, root);
    button.replaceWith(panel);
    panel.querySelector("textarea")?.focus();
  });
  return button;
}
