/** The name in the address of a page by which it shows one of its figures alone: `people/savings?figure=savings-shares`. */
export const figureParam = "figure";

/**
 * The query of an address that shows a figure alone. The name is its beginning, which `figureAddress` sees to: a server, which
 * gives such pages other frames than whole ones, could else be told of a figure that the page does not show.
 */
export const embedQuery = /^\??figure=[^&]/;

/**
 * A script for the head of a page. Of a page that is to show a figure alone it puts the figure's name on the root, and hides
 * it until `figureAlone` has chosen what of it is shown: the rest would be seen for a moment.
 */
export const figureScript = `{const f=new URLSearchParams(location.search).get("${figureParam}"),e=document.documentElement;if(f){e.dataset.figure=f;e.style.visibility="hidden"}}`;

/** The address that shows a figure alone, with all else that the page's address says. */
export function figureAddress(page: string, id: string): string {
  const url = new URL(page);
  const others = [...url.searchParams].filter(([name]) => name !== figureParam);
  url.search = new URLSearchParams([[figureParam, id], ...others]).toString();
  url.hash = "";
  return url.href;
}

/** The address of the whole page, with its anchor. */
export function pageAddress(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(figureParam);
  return url.href;
}
