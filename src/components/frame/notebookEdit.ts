import {linkPrefix, notebookMeta} from "../../lib/notebook/pageMeta.js";
import {builder} from "../dom.js";
import {siteLink} from "../siteLink.js";

/** A line at the end of a page that was kept from a notebook: it opens the page as one again. */
export function notebookEdit(document: Document): void {
  const letters = document.querySelector<HTMLMetaElement>(`meta[name=${notebookMeta}]`)?.content;
  if (!letters) return;
  const {html} = builder(document);
  document
    .querySelector("#observablehq-main")
    ?.append(
      html(
        "p",
        {class: "notebook-edit"},
        html(
          "a",
          {href: siteLink(`workbench/notebook${linkPrefix}${letters}`)},
          "Edit as a notebook",
        ),
      ),
    );
}
