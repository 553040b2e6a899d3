import {dayText} from "../../lib/format.js";
import {builder} from "../dom.js";

/**
 * A line above the page that only paper shows: when it was printed, and the address, which holds what the reader has
 * chosen.
 */
export function printLine(document: Document, now: () => Date): void {
  const {html} = builder(document);
  const line = html("p", {class: "print-line"});
  const window = document.defaultView!;
  document.querySelector("#observablehq-main")?.before(line);
  window.addEventListener("beforeprint", () => {
    line.textContent = `Printed on ${ownDayText(now())} from ${decodeURI(window.location.href)}`;
  });
}

/** The day of an instant where the reader is. */
function ownDayText(now: Date): string {
  return dayText(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}
