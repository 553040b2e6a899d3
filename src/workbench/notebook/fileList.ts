import {builder} from "../../components/dom.js";
import {count} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import {type DroppedFile, pathOf} from "./droppedFiles.js";
import type {FileColumn, FileTable} from "./fileTables.js";

export interface FileListOptions {
  readonly onName: (name: string) => void;
  /** The first rows of a table are asked for. */
  readonly onSample: (table: string) => void;
  readonly onRemove: (file: DroppedFile) => void;
  readonly document: Document;
}

export interface FileList {
  readonly element: HTMLElement;
  show(files: readonly DroppedFile[]): void;
}

/** The files of this browser in the list of what there is to ask: their tables, columns and rows. Hidden while none is there. */
export function fileList({onName, onSample, onRemove, document}: FileListOptions): FileList {
  const {html} = builder(document);
  const items = html("div", {});
  const element = html(
    "section",
    {class: "your-files", hidden: true},
    html("h3", {}, "Your files"),
    html("p", {class: "facts"}, "They stay on this machine, for as long as the page is open."),
    items,
  );
  const button = (text: string, label: string, click: () => void) =>
    html(
      "button",
      {type: "button", class: "schema-name", title: label, "aria-label": label, on: {click}},
      text,
    );
  const columnItem = ({name, type, nullCount}: FileColumn) =>
    html(
      "li",
      {},
      button(name, `Write ${name}`, () => onName(name)),
      html("span", {class: "type"}, type.toLowerCase()),
      nullCount > 0 && html("span", {class: "facts"}, `${count(nullCount)} null`),
    );
  const tableItem = (table: FileTable) => {
    const path = pathOf(table);
    return html(
      "details",
      {class: "schema-table"},
      html("summary", {}, path, " ", html("span", {class: "facts"}, plural(table.rowCount, "row"))),
      html(
        "p",
        {class: "schema-actions"},
        button(path, `Write ${path}`, () => onName(path)),
        button("First rows", `First rows of ${path}`, () => onSample(path)),
      ),
      html("ul", {}, ...table.columns.map(columnItem)),
    );
  };
  const fileItem = (file: DroppedFile) =>
    html(
      "div",
      {class: "dropped-file"},
      html(
        "p",
        {class: "schema-actions"},
        html("span", {class: "facts"}, file.file),
        button("Take away", `Take ${file.file} away`, () => onRemove(file)),
      ),
      ...file.tables.map(tableItem),
    );
  return {
    element,
    show(files) {
      element.hidden = files.length === 0;
      items.replaceChildren(...files.map(fileItem));
    },
  };
}
