/**
 * The address of the site, below whose `_import/` its modules are served: this one by itself in the preview, and in a chunk
 * with others in a built site.
 */
export const siteRoot = new URL(import.meta.url.replace(/(.*\/)_import\/.*/, "$1"));
