/** The `<meta>` of an edition's pages that names them all; the site of the whole bank is without it. */
export const pagesMeta = "pages";
