import type {Builder} from "./dom.js";
import type {Saved} from "./figureFiles.js";
import {saveButton} from "./saveButton.js";

/** A text that is read when somebody looks: what `FileAttachment("../data/x.csv.sql")` gives. */
export interface Query {
  readonly name?: string;
  text(): Promise<string>;
}

/** What a figure can hand over: what it can be saved as, a table of its rows, and the SQL that made them. */
export interface Handover<Row extends object> extends Saved<Row> {
  table: () => Promise<HTMLElement>;
  sql: string | Query | undefined;
  code?: Query | undefined;
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
  const files = saveButton(make, async () =>
    (await import("./figureFiles.js")).figureFiles(make, root, picture, handover),
  );
  const link = handover.hasLink && copiedLink(make, id);
  const row = html("div", {class: "actions"}, data, query, files, screen, link);
  return {row, folds};
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
