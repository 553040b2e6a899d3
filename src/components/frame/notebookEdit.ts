import {linkPrefix, notebookMeta} from "../../lib/notebook/pageMeta.js";
import {builder} from "../dom.js";

/** A line at the end of a page that was kept from a notebook: it opens the page as one again. */
export function notebookEdit(document: Document): void {
  const letters = document.querySelector<HTMLMetaElement>(`meta[name=${notebookMeta}]`)?.content;
  if (!letters) return;
  const {html} = builder(document);
  const {href} = new URL("../../../workbench/notebook", import.meta.url);
  document
    .querySelector("#observablehq-main")
    ?.append(
      html(
        "p",
        {class: "notebook-edit"},
        html("a", {href: `${href}${linkPrefix}${letters}`}, "Edit as a notebook"),
      ),
    );
}
