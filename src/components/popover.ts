import {placed} from "./tip.js";

/**
 * Makes a button open a panel and close it: by pointer, tap or key, with Escape, and by a press elsewhere, as the
 * browser's own popovers do. The panel is made when it is first asked for, stands below the button or above, and
 * always inside the window.
 */
export function opensPanel(button: HTMLButtonElement, make: () => HTMLElement): HTMLButtonElement {
  let panel: HTMLElement | undefined;
  button.setAttribute("aria-expanded", "false");
  // the browser opens what a pressed button is for, after those who listen
  button.addEventListener("click", () => {
    if (panel) return;
    panel = make();
    panel.setAttribute("popover", "auto");
    panel.classList.add("panel");
    button.after(panel);
    button.popoverTargetElement = panel;
    followState(button, panel);
  });
  return button;
}

function followState(button: HTMLButtonElement, panel: HTMLElement): void {
  const window = button.ownerDocument.defaultView;
  panel.addEventListener("toggle", (event) => {
    const isOpen = (event as ToggleEvent).newState === "open";
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) place(button, panel);
  });
  const isOpen = () => panel.isConnected && panel.matches(":popover-open");
  window?.addEventListener(
    "scroll",
    ({target}) => {
      if (!panel.contains(target as Node) && isOpen()) place(button, panel);
    },
    {passive: true, capture: true},
  );
  // what is in it may grow
  if (window?.ResizeObserver)
    new window.ResizeObserver(() => isOpen() && place(button, panel)).observe(panel);
}

function place(button: HTMLElement, panel: HTMLElement): void {
  const {x, y, width, height} = button.getBoundingClientRect();
  const {left, top} = placed(
    panel.getBoundingClientRect(),
    {x: x + width / 2, y: y + height / 2, gap: height / 2 + 4, side: "below"},
    button.ownerDocument.documentElement,
  );
  panel.style.translate = `${left}px ${top}px`;
}
