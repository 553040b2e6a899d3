import {pageFile} from "../../lib/site/pageFile.js";
import {findEntries, type SearchEntry} from "../../lib/site/searchEntries.js";
import {type FoundName, findNames, type NameRows, nameDetail} from "../../lib/site/searchNames.js";
import {companyHref, personHref} from "../profileLinks.js";

/** Something that was found, of which kind, and where it is. */
export interface Hit {
  readonly kind: "Person" | "Company" | "Page" | "Figure" | "Measure";
  readonly title: string;
  readonly text: string;
  /** Relative to the root of the site, or whole. */
  readonly href: string;
}

const kinds = {page: "Page", figure: "Figure", measure: "Measure"} as const;

/** How many of each kind are shown. */
const limit = 6;

/** What the site has on a query: people, companies, pages, measures and figures; for none, the pages. */
export async function searchHits(
  query: string,
  entries: readonly SearchEntry[],
  rowsOf: NameRows,
): Promise<Hit[]> {
  if (query.trim() === "") return entries.filter(({kind}) => kind === "page").map(entryHit);
  const [people, companies] = await Promise.all([
    findNames("person", query, rowsOf),
    findNames("company", query, rowsOf),
  ]);
  const found = findEntries(entries, query, {limit}).map(entryHit);
  const of = (wanted: Hit["kind"]) => found.filter(({kind}) => kind === wanted);
  return [
    ...people.slice(0, limit).map(nameHit),
    ...companies.slice(0, limit).map(nameHit),
    ...of("Page"),
    ...of("Measure"),
    ...of("Figure"),
  ];
}

function entryHit({kind, title, text, path}: SearchEntry): Hit {
  return {kind: kinds[kind], title, text, href: pageFile(path)};
}

function nameHit(found: FoundName): Hit {
  const hit = {title: found.name, text: nameDetail(found)};
  return found.industry === null
    ? {kind: "Person", ...hit, href: personHref(found)}
    : {kind: "Company", ...hit, href: companyHref(found)};
}
