import {existsSync} from "node:fs";
import {join} from "node:path";
import {buildSync} from "esbuild";

/**
 * The style that one page alone has, `src/guide/lineage/style.css` of `/guide/lineage` with what it imports, for its head:
 * no other page loads it. Empty for a page without.
 */
export function pageStyle(sourceRoot: string, path: string): string {
  const file = join(sourceRoot, path, "style.css");
  if (!existsSync(file)) return "";
  const {outputFiles} = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
  });
  return `<style>${outputFiles[0]!.text.trim()}</style>`;
}
