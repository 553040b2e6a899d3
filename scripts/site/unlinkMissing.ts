import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {isDeadLink} from "./links.js";

/**
 * Leaves of the links of a built site that lead to pages which it does not have only their words: what an edition is without
 * cannot be opened from it.
 */
export function unlinkMissing(folder: string, {base}: {base: string}): void {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"});
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const path = join(folder, file);
    const html = readFileSync(path, "utf8");
    const linked = html.replace(
      /<a\b[^>]*?\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
      (link, href: string, words: string) =>
        isDeadLink({folder, base}, path, href) ? words : link,
    );
    if (linked !== html) writeFileSync(path, linked);
  }
}
