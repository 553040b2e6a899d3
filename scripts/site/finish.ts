import {createHash} from "node:crypto";
import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";

const inlineScript = /<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Gives each page of a built site what Framework leaves out, and removes the files that no browser asks for:
 * a title, the language, a zoom without lock, a skip link, and the content security policy. `base` is the path below which
 * the site will stand.
 */
export function finishSite(folder: string, {base = "/"}: {base?: string} = {}): void {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"});
  const pages = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"));
  const dotted = pages.filter((file) => basename(file, ".html").includes("."));
  for (const file of files) {
    const path = join(folder, file);
    if (file.endsWith(".html")) {
      const html = withEndings(withTitle(readFileSync(path, "utf8"), file), dotted);
      writeFileSync(path, finishPage(file === "404.html" ? fromAnywhere(html, base) : html));
    } else if (/duckdb-(browser-)?mvp\b[^/\\]*\.(wasm|js)$/.test(file)) rmSync(path);
  }
}

/** Framework takes what follows a dot in the name of a page for an ending, and leaves `.html` out of links to it. */
export function withEndings(html: string, dotted: readonly string[]): string {
  const names = new Set(dotted.map((file) => basename(file, ".html")));
  if (names.size === 0) return html;
  return html.replace(/(?<=<a\b[^>]*?\shref=")([^"?#]*)(?=[?#"])/g, (href) =>
    names.has(decodeURIComponent(href.split("/").at(-1)!)) ? `${href}.html` : href,
  );
}

/** The page for what is not found is shown at any address: what it names is named from the root of the host. */
function fromAnywhere(html: string, base: string): string {
  return html.replace(/\n<base href="[^"]*">/, "").replaceAll('"./', `"${base}`);
}

/** A heading that is computed gives no title, as that of a page of many: it is called by its address. */
export function withTitle(html: string, file: string): string {
  const name = basename(file.replaceAll("\\", "/"), ".html");
  if (file === "index.html") return html;
  return html.replace(/<title>(?=[^<|]*<\/title>)/, () => `<title>${escaped(name)} | `);
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * What Framework's pages lack, in its own markup: pattern and replacement. Each must be found, so that a later
 * version of Framework that reads otherwise stops the build.
 */
const amendments: readonly (readonly [RegExp, string])[] = [
  [/<html>/, '<html lang="en">'],
  [/, maximum-scale=1(?=">)/, ""],
  [/<body[^>]*>/, '$&\n<a class="skip-link" href="#observablehq-main">Skip to the content</a>'],
  [/<main id="observablehq-main"/, '$& tabindex="-1"'],
];

/** The same for parts that a page may do without. */
const amendmentsOfParts: readonly (readonly [RegExp, string])[] = [
  [
    /<input id="observablehq-sidebar-toggle"[^>]* title="Toggle sidebar"/,
    '$& aria-label="Sidebar"',
  ],
  // it reads the session, which a browser may refuse to a page in a frame
  [
    /(?<=<script>)(\{const \w+=document\.querySelector\("#observablehq-sidebar"\)[\s\S]*?)(?=<\/script>)/,
    "try$1catch{}",
  ],
  [/<nav id="observablehq-sidebar"/, '$& aria-label="Pages"'],
  [/(<label id="observablehq-sidebar-close"[^>]*><\/label>)/, "<li>$1</li>"],
  [/<pre(?=[\s>])/g, '$& tabindex="0"'],
  [/(?<=<div id="observablehq-search"><input type="search")/, ' aria-label="Search the pages"'],
  [/(?<=<aside id="observablehq-toc"[^>]*>\s*<nav)/, ' aria-label="Contents of this page"'],
  [/(?<=<footer id="observablehq-footer">\s*<nav)/, ' aria-label="Previous and next page"'],
];

/** The page with language, zoom, skip link, names for its parts, and the content security policy. */
export function finishPage(html: string): string {
  let page = html;
  for (const [pattern, replacement] of amendmentsOfParts) page = page.replace(pattern, replacement);
  for (const [pattern, replacement] of amendments) page = replaceKnown(page, pattern, replacement);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page)}">`;
  return replaceKnown(page, /<meta charset="utf-8">/, `$&\n${policy}`);
}

/**
 * A policy under which the page loads from its own host only and runs no script but those that stand in it
 * now. DuckDB needs WebAssembly and a worker from a blob; Plot and the inspector set styles on elements.
 */
export function contentSecurityPolicy(html: string): string {
  const hashes = Array.from(html.matchAll(inlineScript), ([, script]) => {
    const hash = createHash("sha256")
      .update(script ?? "")
      .digest("base64");
    return `'sha256-${hash}'`;
  });
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...new Set(hashes)].join(" ")}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}

function replaceKnown(html: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(html)) throw new Error(`page without the expected ${pattern}`);
  return html.replace(pattern, replacement);
}
