import {industryName} from "../../lib/bank/industries.js";
import {findEntries, type SearchEntry} from "../../lib/site/searchEntries.js";
import {type FoundName, findNames, type NameRows} from "../../lib/site/searchNames.js";
import {profilePath} from "../../lib/site/stories.js";

/** Something that was found, of which kind, and where it is. */
export interface Hit {
  readonly kind: "Person" | "Company" | "Page" | "Figure" | "Measure";
  readonly title: string;
  readonly text: string;
  /** From the root of the site. */
  readonly path: string;
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
    findNames("individual", query, rowsOf),
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

function entryHit({kind, ...entry}: SearchEntry): Hit {
  return {...entry, kind: kinds[kind]};
}

function nameHit({user_id, name, city, industry}: FoundName): Hit {
  return industry === null
    ? {kind: "Person", title: name, text: city, path: profilePath("person", user_id)}
    : {
        kind: "Company",
        title: name,
        text: `${industryName(industry)}, ${city}`,
        path: profilePath("company", user_id),
      };
}
