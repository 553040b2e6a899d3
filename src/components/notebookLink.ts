import {linkLetters} from "../lib/notebook/notebookLink.js";
import {linkPrefix} from "../lib/notebook/pageMeta.js";
import {siteHas} from "../lib/site/siteMeta.js";
import {builder} from "./dom.js";
import {siteLink} from "./siteLink.js";

/** A link that opens a query in the notebook; undefined where the query is too long for one, or the site is without it. */
export async function notebookLink(
  query: {readonly title: string; readonly name: string; readonly sql: string},
  {document = globalThis.document}: {readonly document?: Document} = {},
): Promise<HTMLAnchorElement | undefined> {
  if (!siteHas("workbench/notebook", {document})) return undefined;
  const {title, name, sql} = query;
  const letters = await linkLetters({title, cells: [{name, kind: "sql", source: sql.trimEnd()}]});
  const href = siteLink(`workbench/notebook${linkPrefix}${letters}`);
  return letters === undefined
    ? undefined
    : builder(document).html("a", {href}, "Open in the notebook");
}
