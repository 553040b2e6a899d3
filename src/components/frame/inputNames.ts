/**
 * What Observable’s own inputs leave to be said to those who do not see them, and to those who have no mouse: what a
 * slider moves, which row a box chooses, and that a heading sorts. Inputs come from a package; their elements are
 * completed here when they stand in the page.
 */
const inputs = 'form[class*="inputs-"]';
const tables = 'form[class*="inputs-"][class$="-table"]';

/** Names the parts of the inputs on a page, now and whenever some are drawn. */
export function nameInputs(main: Element): void {
  const nameAll = () => {
    for (const form of main.querySelectorAll<HTMLFormElement>(inputs)) nameParts(form);
    for (const form of main.querySelectorAll<HTMLFormElement>(tables)) nameTable(form);
  };
  nameAll();
  new (main.ownerDocument.defaultView ?? globalThis.window).MutationObserver(nameAll).observe(
    main,
    {childList: true, subtree: true},
  );
}

function nameParts(form: HTMLFormElement): void {
  const label = form.querySelector(":scope > label")?.textContent?.trim();
  const range = form.querySelector(':scope > [class$="-input"] > input[type="range"]');
  if (range && !range.hasAttribute("aria-label"))
    range.setAttribute("aria-label", label ?? "Value");
  const choices = form.querySelector(":scope > div:has(> label)");
  if (!choices || choices.hasAttribute("role")) return;
  const isRadio = choices.querySelector('input[type="radio"]') !== null;
  choices.setAttribute("role", isRadio ? "radiogroup" : "group");
  choices.setAttribute("aria-label", label ?? "Choices");
}

function nameTable(form: HTMLFormElement): void {
  const [corner, ...headings] = form.querySelectorAll<HTMLElement>("thead th");
  if (!corner) return;
  const boxes = form.querySelectorAll("input:not([aria-label])");
  for (const box of boxes) box.setAttribute("aria-label", rowName(box.closest("tr"), corner));
  if (corner.hasAttribute("role")) return;
  corner.setAttribute("role", "cell");
  for (const heading of headings) sortByKey(heading);
}

/** A row is called by its first value. */
function rowName(row: Element | null, corner: Element): string {
  const first = row?.querySelector("td:nth-child(2)")?.textContent?.trim();
  return row?.contains(corner) ? "Choose all rows" : `Choose ${first || "the row"}`;
}

function sortByKey(heading: HTMLElement): void {
  heading.tabIndex = 0;
  heading.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    heading.click();
  });
}
