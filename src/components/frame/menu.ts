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
    if (toggle.checked) firstLink(sidebar)?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isNarrow() || !toggle.checked) return;
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

/** The link to this page, or else the first one that is shown. */
function firstLink(sidebar: HTMLElement): HTMLElement | undefined {
  const links = [".observablehq-link-active a", "a"].flatMap((selector) => [
    ...sidebar.querySelectorAll<HTMLElement>(selector),
  ]);
  return links.find((link) => link.getClientRects().length > 0);
}

function partsOf(document: Document) {
  return {
    button: document.querySelector<HTMLButtonElement>(".top-bar-menu"),
    toggle: document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle"),
    sidebar: document.querySelector<HTMLElement>("#observablehq-sidebar"),
  };
}
