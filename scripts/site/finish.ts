import {createHash} from "node:crypto";
import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const inlineScript = /<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Gives each page of a built site what Framework leaves out, and removes the files that no browser asks for:
 * the language, a zoom without lock, a skip link, and the content security policy.
 */
export function finishSite(folder: string): void {
  for (const file of readdirSync(folder, {recursive: true, encoding: "utf8"})) {
    const path = join(folder, file);
    if (file.endsWith(".html")) writeFileSync(path, finishPage(readFileSync(path, "utf8")));
    else if (/duckdb-(browser-)?mvp\b[^/\\]*\.(wasm|js)$/.test(file)) rmSync(path);
  }
}

/** The page with language, viewport, skip link and content security policy; throws where it has no place for one. */
export function finishPage(html: string): string {
  let page = html;
  page = replaceOnce(page, "<html>", '<html lang="en">');
  page = replaceOnce(page, ", maximum-scale=1", "");
  page = replaceOnce(
    page,
    /<body[^>]*>/,
    (body) => `${body}\n<a class="skip-link" href="#observablehq-main">Skip to the content</a>`,
  );
  page = replaceOnce(
    page,
    '<main id="observablehq-main"',
    '<main tabindex="-1" id="observablehq-main"',
  );
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page)}">`;
  return replaceOnce(page, '<meta charset="utf-8">', (charset) => `${charset}\n${policy}`);
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

function replaceOnce(
  html: string,
  pattern: string | RegExp,
  replacement: string | ((match: string) => string),
): string {
  const replaced = html.replace(pattern, (match) =>
    typeof replacement === "string" ? replacement : replacement(match),
  );
  if (replaced === html) throw new Error(`page without the expected ${pattern}`);
  return replaced;
}
