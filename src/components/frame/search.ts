/** The buttons and keys that open the search; what it is made of is loaded then. */
import {builder} from "../dom.js";
import {once} from "../once.js";

/** Brings the search buttons of the page to life and adds the sidebar's; `/` opens the search too, and so do ⌘K and Ctrl+K. */
export function searchButtons(document: Document): void {
  const {html} = builder(document);
  const dialog = once(async () => {
    const {searchDialog} = await import("./searchDialog.js");
    const element = searchDialog(document);
    document.body.append(element);
    return element;
  });
  const open = () => dialog().then((element) => element.showModal());
  const button = html(
    "button",
    {type: "button", "aria-haspopup": "dialog", "aria-keyshortcuts": "/"},
    html("span", {class: "search-glyph", "aria-hidden": "true"}),
    "Search",
    html("kbd", {"aria-hidden": "true"}, "/"),
  );
  const row = html("li", {class: "sidebar-search"}, button);
  document.querySelector("#observablehq-sidebar > ol:first-child")?.append(row);
  for (const opener of [button, document.querySelector(".top-bar-search")]) {
    opener?.addEventListener("click", open);
    opener?.addEventListener("pointerenter", dialog, {once: true});
  }
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
}

function isShortcut({key, metaKey, ctrlKey, altKey, target}: KeyboardEvent): boolean {
  if (key.toLowerCase() === "k" && (metaKey || ctrlKey) && !altKey) return true;
  const isTyping = (target as Element).closest?.("input, textarea, select, [contenteditable]");
  return key === "/" && !metaKey && !ctrlKey && !altKey && !isTyping;
}
