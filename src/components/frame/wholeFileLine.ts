import {wholeFileText} from "../../lib/site/wholeFile.js";
import {builder} from "../dom.js";

/** A line above a page whose engine had to load the published bank whole, so many bytes. */
export function wholeFileLine(document: Document, bytes: number): void {
  if (document.querySelector(".whole-file")) return;
  const {html} = builder(document);
  document
    .querySelector("#observablehq-main")
    ?.before(html("p", {class: "fallback whole-file", role: "status"}, wholeFileText(bytes)));
}
