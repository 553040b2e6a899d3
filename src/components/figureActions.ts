import type {Column} from "./columns.js";
import type {Builder} from "./dom.js";
import {type SavedAs, saveMenu, tableFiles} from "./saveMenu.js";

/** A text that is read when somebody looks: what `FileAttachment("../data/x.csv.sql")` gives. */
export interface Query {
  readonly name?: string;
  text(): Promise<string>;
}

/** What a figure can hand over: its rows as files and as a table, and the SQL that made them. */
export interface Handover<Row extends object> {
  id: string;
  rows: readonly Row[];
  /** What a CSV file has of a row; all that the first row has, unless told. */
  keys?: readonly string[];
  columns: readonly Column<Row>[];
  table: () => Promise<HTMLElement>;
  sql: string | Query | undefined;
  code?: Query | undefined;
  /** Whether the address of its page leads to it again. */
  hasLink: boolean;
}

/**
 * The one quiet row of actions below a figure: its data as a table, the SQL (or code) in a fold, files to save, the
 * whole screen, and its link, which is copied. `picture` and the table take each other's place.
 */
export function figureActions<Row extends object>(
  make: Builder,
  root: HTMLElement,
  picture: HTMLElement,
  handover: Handover<Row>,
): {row: HTMLElement; folds: HTMLElement} {
  const {html} = make;
  const {id, table, sql, code} = handover;
  const folds = html("div", {class: "folds"});
  const dataFold = html("div", {class: "fold", id: `${id}-data`, hidden: true});
  const sqlFold = html("div", {class: "fold", id: `${id}-sql`, hidden: true});
  folds.append(dataFold, sqlFold);

  const data = toggle(make, "Table", dataFold, (isOpen) => {
    // the page below stays where it is, unless the table is longer than the picture
    if (isOpen) dataFold.style.minHeight = `${picture.offsetHeight}px`;
    picture.hidden = isOpen;
    if (isOpen && dataFold.childElementCount === 0)
      void table().then((rows) => dataFold.replaceChildren(rows));
  });
  const source = code ?? sql;
  const query =
    source !== undefined &&
    toggle(make, code ? "Code" : "SQL", sqlFold, async (isOpen) => {
      if (!isOpen || sqlFold.childElementCount > 0) return;
      const asked = typeof source === "string" ? source : source.text();
      const text = await Promise.resolve(asked).catch((error) => `-- ${String(error)}`);
      const {highlighted} = await import("./sqlText.js");
      sqlFold.append(highlighted(make, text));
      if (code || typeof source === "string") return;
      const {notebookLink} = await import("./notebookLink.js");
      const title = root.querySelector(".finding")?.textContent ?? id;
      const link = await notebookLink(
        {title, name: id.replaceAll("-", "_"), sql: text},
        {document: root.ownerDocument},
      );
      if (link) sqlFold.append(html("p", {class: "fold-action"}, link));
    });
  const screen =
    root.ownerDocument.fullscreenEnabled && html("button", {type: "button"}, "Full screen");
  if (screen)
    screen.addEventListener("click", () =>
      root.ownerDocument.fullscreenElement
        ? root.ownerDocument.exitFullscreen()
        : root.requestFullscreen(),
    );
  const embed = () => (handover.hasLink ? [embedded(make, root)] : []);
  const files = saveMenu(make, id, () => filesOf(root, picture, handover), embed);
  const link = handover.hasLink && copiedLink(make, id);
  const row = html("div", {class: "actions"}, data, query, files, screen, link);
  return {row, folds};
}

/** What a figure can be saved as; a picture only where one is drawn. */
function filesOf<Row extends object>(
  root: HTMLElement,
  picture: HTMLElement,
  {id, rows, keys, columns}: Handover<Row>,
): SavedAs[] {
  const document = root.ownerDocument;
  const svg = async () => (await import("./savedPicture.js")).svgFile(root);
  const png = async () => (await import("./savedPicture.js")).pngFile(root);
  return [
    ...tableFiles(() => rows, {name: id, keys, columns, document}),
    ...(picture.querySelector("svg")
      ? [
          {label: "PNG (picture)", end: "png", file: png},
          {label: "SVG (picture)", end: "svg", file: svg},
        ]
      : []),
  ];
}

/** Shows the code that shows the figure elsewhere. */
function embedded(make: Builder, root: HTMLElement): HTMLElement {
  const button = make.html("button", {type: "button"}, "Embed (HTML)");
  button.addEventListener("click", async () => {
    const {embedPanel} = await import("./embedCode.js");
    const panel = embedPanel(make, root);
    button.replaceWith(panel);
    panel.querySelector("textarea")?.focus();
  });
  return button;
}

/** A link to the figure: followed as any link, it copies its address as well, and says so. */
function copiedLink({html}: Builder, id: string): HTMLElement {
  const link = html("a", {href: `#${id}`, "aria-label": "Copy the link to this figure"}, "Link");
  link.addEventListener("click", async () => {
    const {navigator, setTimeout} = link.ownerDocument.defaultView!;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // not allowed here: the address bar has it
    }
    link.textContent = "Copied";
    link.setAttribute("aria-label", "Link copied");
    setTimeout(() => {
      link.textContent = "Link";
      link.setAttribute("aria-label", "Copy the link to this figure");
    }, 2000);
  });
  return html("span", {"aria-live": "polite"}, link);
}

/** A button that shows and hides a part, and stays under the pointer while it does. */
function toggle(
  {html}: Builder,
  text: string,
  fold: HTMLElement,
  onToggle: (isOpen: boolean) => void,
): HTMLButtonElement {
  const button = html(
    "button",
    {type: "button", "aria-expanded": "false", "aria-controls": fold.id},
    text,
  );
  button.addEventListener("click", () => {
    const before = button.getBoundingClientRect().top;
    fold.hidden = !fold.hidden;
    button.setAttribute("aria-expanded", String(!fold.hidden));
    onToggle(!fold.hidden);
    const moved = button.getBoundingClientRect().top - before;
    if (moved !== 0) button.ownerDocument.defaultView?.scrollBy({top: moved, behavior: "instant"});
  });
  return button;
}
