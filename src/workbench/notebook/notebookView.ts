/** The notebook on its page: its cells, what there is to ask, and what keeps it all. */
import {builder} from "../../components/dom.js";
import type {CellKind} from "../../lib/notebook/notebook.js";
import {workMark} from "../../lib/notebook/pageMeta.js";
import type {NotebookSources} from "./notebookSources.js";
import {notebookWork} from "./notebookWork.js";
import {schemaColumns} from "./schema.js";
import {schemaBrowser} from "./schemaBrowser.js";

interface NotebookView {
  readonly element: HTMLElement;
  /** Goes on over other files. */
  take(sources: NotebookSources): void;
}

const views = new WeakMap<Document, NotebookView>();

/**
 * Shows the notebook in the page's element `#notebook-place`, over these files from now on. The preview runs the cell of a page
 * again when a file of it is another, and takes out and puts in what the cell displays: in an element of the page, what
 * somebody works on stays, with the focus and an open panel. Throws where the page has no such element.
 */
export function showNotebook({
  document = globalThis.document,
  ...sources
}: NotebookSources & {document?: Document}): void {
  const shown = views.get(document);
  if (shown) {
    shown.take(sources);
    return;
  }
  const place = document.querySelector("#notebook-place");
  if (!place) throw new Error('the page has no <div id="notebook-place"></div>');
  const view = newView(sources, document);
  views.set(document, view);
  place.replaceChildren(view.element);
}

function newView(sources: NotebookSources, document: Document): NotebookView {
  const {html} = builder(document);
  document.documentElement.dataset[workMark] = "";
  const element = html("div", {class: "notebook"});
  const {bar, list, files, add, write, sample, take} = notebookWork(element, sources, document);
  const button = (text: string, kind: CellKind) =>
    html("button", {type: "button", on: {click: () => add(kind).focus()}}, text);
  const browserOf = ({schema, lineage}: NotebookSources) =>
    schemaBrowser(schemaColumns(schema), {
      onName: write,
      onSample: sample,
      files: files.list,
      lineage,
      document,
    });
  let browser = browserOf(sources);
  element.append(
    bar.element,
    html(
      "div",
      {class: "notebook-body"},
      html(
        "div",
        {class: "notebook-cells"},
        html("h2", {class: "visually-hidden"}, "Cells"),
        list.element,
        html(
          "div",
          {class: "notebook-add"},
          button("Add a query", "sql"),
          button("Add a text", "text"),
          button("Add an input", "input"),
          files.button,
        ),
        files.words,
      ),
      browser,
    ),
    files.target,
  );
  return {
    element,
    take(next) {
      take(next);
      const earlier = browser;
      browser = browserOf(next);
      earlier.replaceWith(browser);
    },
  };
}
