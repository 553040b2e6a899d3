import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {transformSync} from "esbuild";

/**
 * The style that one page alone has, `src/guide/lineage/style.css` of `/guide/lineage`, for its head: no other page loads
 * it. Empty for a page without.
 */
export function pageStyle(sourceRoot: string, path: string): string {
  const file = join(sourceRoot, path, "style.css");
  if (!existsSync(file)) return "";
  const {code} = transformSync(readFileSync(file, "utf8"), {loader: "css", minify: true});
  return `<style>${code.trim()}</style>`;
}
