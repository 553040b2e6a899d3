import {wholeFileEvent, wholeFileText} from "../../lib/site/wholeFile.js";
import {builder} from "../dom.js";

/** A line above a page whose engine had to load the published bank whole. */
export function wholeFileLine(document: Document): void {
  const window = document.defaultView!;
  window.addEventListener(
    wholeFileEvent,
    (event) => {
      const text = wholeFileText((event as CustomEvent<number>).detail);
      const line = builder(document).html("p", {class: "fallback", role: "status"}, text);
      document.querySelector("#observablehq-main")?.before(line);
    },
    {once: true},
  );
}
