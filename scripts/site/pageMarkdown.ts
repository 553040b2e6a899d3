import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/**
 * The markdown of the page at `path`, which begins with a slash; undefined where no file stands: for a page of many, and
 * for one that a plugin makes.
 */
export function pageMarkdown(sourceRoot: string, path: string): string | undefined {
  const file = join(sourceRoot, `${path.replace(/\/$/, "/index")}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
