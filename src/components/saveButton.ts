import type {Builder} from "./dom.js";
import {opensPanel} from "./popover.js";

/** A button with a menu of what can be saved, whose items are loaded when somebody presses it. */
export function saveButton(
  {html}: Builder,
  items: () => Promise<readonly HTMLElement[]>,
): HTMLButtonElement {
  return opensPanel(html("button", {type: "button"}, "Save"), () => {
    const menu = html("div", {class: "menu", role: "group", "aria-label": "Save as"});
    items().then(
      (all) => menu.append(...all),
      (error) => menu.append(String(error)),
    );
    return menu;
  });
}
