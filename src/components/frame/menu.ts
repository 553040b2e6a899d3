/** The button of the top bar that shows and hides the pages, which the sidebar's own checkbox does. */
export function menuButton(document: Document): void {
  const {button, toggle, sidebar} = partsOf(document);
  if (!button || !toggle || !sidebar) return;
  const isNarrow = () => button.getClientRects().length > 0;
  const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
  const close = () => {
    if (isNarrow() && toggle.checked) toggle.click();
  };
  toggle.addEventListener("change", show);
  button.addEventListener("click", () => {
    toggle.click();
    if (toggle.checked) sidebar.querySelector("a")?.focus();
  });
  sidebar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isNarrow()) return;
    event.stopPropagation(); // Framework would click once more
    close();
    button.focus();
  });
  // the next page begins with its text, not with the menu over it
  sidebar.addEventListener("click", ({target}) => {
    if ((target as Element).closest("a")) close();
  });
  show();
}

function partsOf(document: Document) {
  return {
    button: document.querySelector<HTMLButtonElement>(".top-bar-menu"),
    toggle: document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle"),
    sidebar: document.querySelector<HTMLElement>("#observablehq-sidebar"),
  };
}
