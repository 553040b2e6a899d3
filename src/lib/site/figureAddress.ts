/** The name in the address of a page by which it shows one of its figures alone: `people/savings?figure=savings-shares`. */
export const figureParam = "figure";

/**
 * A script for the head of a page. Of a page that is to show a figure alone it puts the figure's name on the root, and hides
 * it until `figureAlone` has chosen what of it is shown: the rest would be seen for a moment.
 */
export const figureScript = `{const f=new URLSearchParams(location.search).get("${figureParam}"),e=document.documentElement;if(f){e.dataset.figure=f;e.style.visibility="hidden"}}`;

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
