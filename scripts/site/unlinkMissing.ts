import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {isDeadLink} from "./links.js";

/**
 * Leaves of the links of a built site that lead to pages which it does not have only their words: what an edition is without
 * cannot be opened from it. `index.html` may be written later.
 */
export function unlinkMissing(folder: string, {base}: {base: string}): void {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"});
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const path = join(folder, file);
    const html = readFileSync(path, "utf8");
    const linked = html
      .split(script)
      .map((part, at) => (at % 2 === 1 ? part : withoutMissing(part, {folder, base, path})))
      .join("");
    if (linked !== html) writeFileSync(path, linked);
  }
}

const leadsHome = (href: string) => /^(\.\/|(\.\.\/)*)index\.html$/.test(href);

const script = /(<script\b[\s\S]*?<\/script>)/;

function withoutMissing(
  html: string,
  {folder, base, path}: {folder: string; base: string; path: string},
): string {
  return html.replace(
    /<a\b[^>]*?\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
    (link, href: string, words: string) =>
      leadsHome(href) || !isDeadLink({folder, base}, path, href) ? link : words,
  );
}
