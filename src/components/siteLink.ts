/** The address of a page by its path from the root of the site, from the place that this module is served from. */
export function siteLink(path: string): string {
  return new URL(`../../${path}`, import.meta.url).href;
}
