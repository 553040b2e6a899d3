/** The button of the top bar that shows and hides the headings of the page, which stand at its side where there is room. */
export function contentsButton(document: Document): void {
  const button = document.querySelector<HTMLButtonElement>(".top-bar-contents");
  const contents = document.querySelector<HTMLElement>("#observablehq-toc");
  if (!button || !contents?.querySelector("a")) return;
  const show = (isOpen: boolean) => {
    contents.classList.toggle("is-open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => {
    const isOpen = !contents.classList.contains("is-open");
    show(isOpen);
    if (isOpen) contents.querySelector("a")?.focus();
  });
  contents.addEventListener("click", ({target}) => {
    if ((target as Element).closest("a")) show(false);
  });
  contents.addEventListener("keydown", ({key}) => {
    if (key !== "Escape") return;
    show(false);
    button.focus();
  });
  document.addEventListener("pointerdown", ({target}) => {
    const isInside = contents.contains(target as Node) || button.contains(target as Node);
    if (!isInside) show(false);
  });
}
