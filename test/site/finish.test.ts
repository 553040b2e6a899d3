import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {
  contentSecurityPolicy,
  finishPage,
  finishSite,
  withEndings,
  withTitle,
} from "../../scripts/site/finish.js";
import {temporaryFolder} from "../support/tinyBank.js";

const page = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<script type="module" src="./other.js"></script>
<script type="module">import "./a.js";</script>
</head>
<body>
<nav id="observablehq-sidebar"><ol>
<label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
</ol></nav>
<main id="observablehq-main" class="observablehq">
</main>
</body>
</html>`;

describe("withTitle(html, file)", () => {
  const titled = (file: string, title: string) => withTitle(`<title>${title}</title>`, file);

  it("calls a page without a title by its address, and leaves the first page and all others", () => {
    expect(titled("places/São João & Co.html", "House")).toBe(
      "<title>São João &amp; Co | House</title>",
    );
    expect(titled("index.html", "House")).toBe("<title>House</title>");
    expect(titled("people/savings.html", "Savings | House")).toBe("<title>Savings | House</title>");
  });
});

describe("withEndings(html, dotted)", () => {
  it("gives a page with a dot in its name the ending that Framework takes the dot for, and no other", () => {
    const html = (ending: string) =>
      `<a href="./places/St.%20Gallen${ending}?x#y">a</a> <a href="./places/Porto.html">b</a> <link href="./St.%20Gallen">`;
    expect(withEndings(html(""), ["places/St. Gallen.html"])).toBe(html(".html"));
    expect(withEndings(html(""), [])).toBe(html(""));
  });
});

describe("finishSite(folder, {base})", () => {
  it("names in the page for what is not found all from the root of the host: it is shown at any address", () => {
    const folder = temporaryFolder("finished");
    const body = page
      .replace('<meta charset="utf-8">', '$&\n<base href="/bank/">')
      .replace("</main>", '<a href="./people/budgets.html">a</a> <a href="#part">b</a></main>');
    for (const file of ["404.html", "index.html"]) writeFileSync(join(folder, file), body);
    finishSite(folder, {base: "/bank/"});
    const finished = readFileSync(join(folder, "404.html"), "utf8");
    expect(finished).not.toContain("<base");
    expect(finished).toContain('<a href="/bank/people/budgets.html">a</a> <a href="#part">');
    expect(finished).toContain('import "/bank/a.js"');
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain('"./people/budgets.html"');
  });
});

describe("finishPage(html)", () => {
  const finished = finishPage(page);

  it("names the language and lets readers zoom", () => {
    expect(finished).toContain('<html lang="en">');
    expect(finished).toContain('content="width=device-width, initial-scale=1"');
  });

  it("puts a skip link first in the body, to a main that takes the focus", () => {
    expect(finished).toMatch(/<body>\s*<a class="skip-link" href="#observablehq-main">/);
    expect(finished).toContain('<main id="observablehq-main" tabindex="-1"');
  });

  it("leaves only list items in the sidebar's list, and names the sidebar", () => {
    expect(finished).toContain('<li><label id="observablehq-sidebar-close"');
    expect(finished).toContain('<nav id="observablehq-sidebar" aria-label="Pages"');
  });

  it("lets the sidebar do without a session, which a browser may refuse to a page in a frame", () => {
    const script = `{const e=document.querySelector("#observablehq-sidebar"),r=sessionStorage.getItem("x");}`;
    const finished = finishPage(page.replace("</nav>", `</nav><script>${script}</script>`));
    expect(finished).toContain(`<script>try${script}catch{}</script>`);
  });

  it("refuses a page that reads otherwise than Framework's pages do", () => {
    expect(() => finishPage(page.replace("<html>", "<html class>"))).toThrow(
      "page without the expected /<html>/",
    );
  });
});

describe("contentSecurityPolicy(html)", () => {
  it("allows the inline scripts of the page, by hash, and no others", () => {
    const hash = createHash("sha256").update('import "./a.js";').digest("base64");
    const policy = contentSecurityPolicy(page);
    expect(policy.match(/'sha256-[^']+'/g)).toEqual([`'sha256-${hash}'`]);
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  });

  it("allows no other host", () => {
    expect(contentSecurityPolicy(page)).not.toMatch(/https?:|\*/);
  });
});
