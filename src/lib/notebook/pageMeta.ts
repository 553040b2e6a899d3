/** What pages, notebook and scripts call the same. */

/** What the address of a notebook has before its letters. */
export const linkPrefix = "#notebook=";
/** In the head of a kept page: the letters of its notebook's link. */
export const notebookMeta = "notebook";
/** In the head of the preview's pages: the address that takes the files of a page. */
export const keepMeta = "keep";
/** In the data of a page's root where somebody works: a new sidebar is no reason to load it again. */
export const workMark = "work";
