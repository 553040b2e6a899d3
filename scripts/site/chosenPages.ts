import {suggestion} from "../../src/lib/nearest.js";

/**
 * The pages that somebody names, with commas between: `people/budgets`, with or without a slash in front or an ending;
 * `index` is the first. Throws on a name that no page of the site has, with the nearest.
 */
export function chosenPages(names: string, pages: readonly string[]): string[] {
  const shown = pages.map((page) => (page === "" ? "index" : page.replace(/\/$/, "/index")));
  const chosen = names.split(",").map((written) => {
    const name = written
      .trim()
      .replace(/^\//, "")
      .replace(/\.(html|md)$/, "");
    const at = shown.indexOf(name === "" ? "index" : name);
    if (at < 0) throw new Error(`no page ${name}${suggestion(name, shown)}`);
    return pages[at]!;
  });
  return [...new Set(chosen)];
}
