/**
 * Where the file of a page is, from the root of the site, given the page's path with or without what follows it:
 * `people/budgets.html?id=1` for `people/budgets?id=1`, `index.html` for the first page. Links name files, so that they lead
 * to a page on a server that does nothing but hand out files.
 */
export function pageFile(path: string): string {
  const end = path.search(/[?#]|$/);
  const page = path.slice(0, end);
  return `${page}${page === "" || page.endsWith("/") ? "index" : ""}.html${path.slice(end)}`;
}
