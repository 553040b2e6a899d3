import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";

const folder = join(projectRoot, "test/site/pictures");

/** Where the picture of a figure is kept, `people/savings/savings-shares.html`. */
export function pictureFile(page: string, figure: string): string {
  return join(folder, page || "index", `${figure}.html`);
}

/** All pictures that are kept, in order. */
export function keptPictures(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html"))
    .map((file) => join(folder, file))
    .sort();
}

/** The line that a picture begins with: the finding of its figure. */
export function pictureTitle(finding: string): string {
  return `<h3>${finding}</h3>`;
}

/** The finding that a kept picture begins with. */
export function titleOf(picture: string): string | undefined {
  return /^<h3>(.*)<\/h3>/.exec(picture)?.[1];
}

/**
 * A drawing as text to compare: one element a line and its label on the next, numbers to a tenth, and the ids that tell one drawing on a page from
 * another, the styles of Plot and the addresses that a site is served from, left out.
 */
export function normalizedPicture(svg: string): string {
  const ids = new Map<string, string>();
  return svg
    .replace(/<style>[^<]*<\/style>/g, "")
    .replace(/></g, ">\n<")
    .replace(/ (aria-label=)/g, "\n  $1")
    .replace(/\bplot-[\w-]+/g, (id) => {
      if (!ids.has(id)) ids.set(id, `plot-${ids.size + 1}`);
      return ids.get(id)!;
    })
    .replace(/-?\d*\.\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/(?<![\w.])-0(?![\w.])/g, "0")
    .replace(/(href=")[^"]*\/analytics\//g, "$1./");
}
