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

/**
 * Has each figure drawn as wide as it will be on paper, and again as on the screen: a browser that prints makes a drawing
 * smaller with its words and all, and tells nobody that its width is another. For a moment the page is laid out as wide as
 * a sheet (`src/style/print.css`), and what each picture has then is what it is told.
 */
export function paperWidth(document: Document): void {
  const window = document.defaultView!;
  const {dataset} = document.documentElement;
  const draw = () => {
    const pictures = [...document.querySelectorAll<HTMLElement>(".figure > .picture")];
    const widths = pictures.map(({clientWidth}) => clientWidth);
    delete dataset.sheet;
    for (const [at, picture] of pictures.entries())
      picture.dispatchEvent(new window.CustomEvent("widthchange", {detail: widths[at]!}));
  };
  window.addEventListener("beforeprint", () => {
    dataset.sheet = "";
    draw();
  });
  window.addEventListener("afterprint", draw);
}
