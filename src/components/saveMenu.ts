import {type Column, columnsOf} from "./columns.js";
import type {Builder} from "./dom.js";
import {opensPanel} from "./popover.js";
import {saveFile} from "./saveFile.js";

/** A file that can be taken away: what it is called in the menu, how its name ends, and how it is made. */
export interface SavedAs {
  readonly label: string;
  readonly end: string;
  file(): Promise<Blob>;
}

/** A button with the files that `choices` tells when it is pressed, and what `more` makes below them. */
export function saveMenu(
  make: Builder,
  name: string,
  choices: () => readonly SavedAs[],
  more: () => readonly HTMLElement[] = () => [],
): HTMLButtonElement {
  const {html} = make;
  return opensPanel(html("button", {type: "button"}, "Save"), () =>
    html(
      "div",
      {class: "menu", role: "group", "aria-label": "Save as"},
      ...choices().map((choice) => item(make, name, choice)),
      ...more(),
    ),
  );
}

function item({html}: Builder, name: string, {label, end, file}: SavedAs): HTMLButtonElement {
  const button = html("button", {type: "button"}, label);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      saveFile(await file(), `${name}.${end}`, button.ownerDocument);
      button.closest<HTMLElement>("[popover]")?.hidePopover?.();
    } catch (error) {
      button.textContent = `${label}: ${error instanceof Error ? error.message : String(error)}`;
    }
    button.disabled = false;
  });
  return button;
}

/**
 * Rows as CSV, with all that they have unless `keys` says it, and as a workbook of these columns: as they are when somebody
 * asks, which is when their writers are loaded.
 */
export function tableFiles<Row extends object>(
  rows: () => readonly Row[],
  {
    name,
    keys,
    columns,
    document,
  }: {
    name: string;
    keys?: readonly string[] | undefined;
    columns?: readonly Column<Row>[] | undefined;
    document: Document;
  },
): SavedAs[] {
  const {Blob} = document.defaultView ?? globalThis;
  return [
    {
      label: "CSV (data)",
      end: "csv",
      async file() {
        const {csvText} = await import("../lib/csvText.js");
        const text = csvText(rows(), keys ?? Object.keys(rows()[0] ?? {}));
        return new Blob([text], {type: "text/csv;charset=utf-8"});
      },
    },
    {
      label: "Excel (data)",
      end: "xlsx",
      file: async () =>
        (await import("./workbook.js")).workbook(rows(), columns ?? columnsOf(rows()), name),
    },
  ];
}
