/**
 * The bar above a page that is too narrow for the sidebar: menu, name, search, and the headings of the page; these alone
 * where there is room for the sidebar, but not for a list of headings on the other side. It is a
 * part of the page as it comes, so that nothing moves when its buttons are brought to life (`src/components/frame/`).
 */
export const topBar = (
  home: string,
): string => `<button type="button" class="top-bar-menu" aria-label="Menu" aria-expanded="false" aria-controls="observablehq-sidebar"><span class="glyph" aria-hidden="true"></span><span class="word">Menu</span></button>
<a class="top-bar-name" href="/">${home}</a>
<button type="button" class="top-bar-contents" aria-expanded="false" aria-controls="observablehq-toc">On this page</button>
<button type="button" class="top-bar-search" aria-label="Search" aria-haspopup="dialog"><span class="search-glyph" aria-hidden="true"></span><span class="word">Search</span></button>`;
