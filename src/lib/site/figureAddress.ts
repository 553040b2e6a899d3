/** The name in the address of a page by which it shows one of its figures alone: `people/savings?figure=savings-shares`. */
export const figureParam = "figure";

/**
 * A script for the head of a page, which hides a page that is to show a figure alone until `figureAlone` has chosen what of
 * it is shown: the rest would be seen for a moment.
 */
export const figureScript = `if(new URLSearchParams(location.search).has("${figureParam}"))document.documentElement.style.visibility="hidden"`;

/** The address that shows a figure alone, with all else that the page's address says. */
export function figureAddress(page: string, id: string): string {
  const url = new URL(page);
  url.searchParams.set(figureParam, id);
  url.hash = "";
  return url.href;
}

/** The address of the whole page, with its anchor. */
export function pageAddress(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(figureParam);
  return url.href;
}
