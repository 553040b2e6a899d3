import {figureAddress} from "../lib/site/figureAddress.js";
import type {Builder} from "./dom.js";

/** Pixels that the page of a figure alone takes beside the figure: its margin, and the line that says where it is from. */
const around = 60;

/** The HTML that shows a figure in another page, as it is now: the choices in the address and the height are kept. */
export function embedCode({html}: Builder, figure: HTMLElement): string {
  const {location} = figure.ownerDocument.defaultView!;
  const frame = html("iframe", {
    src: figureAddress(location.href, figure.id),
    title: figure.querySelector(".finding")?.textContent ?? figure.id,
    width: "100%",
    height: Math.ceil(figure.getBoundingClientRect().height) + around,
    loading: "lazy",
    allow: "fullscreen; clipboard-write",
    style: "border: 0",
  });
  return frame.outerHTML;
}

/** The code to copy: the whole of it is chosen, and a button copies it. */
export function embedPanel(make: Builder, figure: HTMLElement): HTMLElement {
  const {html} = make;
  const code = embedCode(make, figure);
  const text = html("textarea", {readonly: true, rows: 8, spellcheck: "false"}, code);
  const copy = html("button", {type: "button"}, "Copy");
  const choose = () => text.select();
  text.addEventListener("focus", choose);
  copy.addEventListener("click", async () => {
    try {
      await figure.ownerDocument.defaultView!.navigator.clipboard.writeText(code);
      copy.textContent = "Copied";
    } catch {
      text.focus(); // not allowed here: the reader copies what is chosen
    }
  });
  return html(
    "div",
    {class: "embed"},
    html("label", {}, html("span", {}, "HTML for a page of your own"), text),
    html("span", {"aria-live": "polite"}, copy),
  );
}
