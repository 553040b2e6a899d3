import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {unlinkMissing} from "../../scripts/site/unlinkMissing.js";
import {temporaryFolder} from "../support/tinyBank.js";

it("leaves of links to pages that a site is without their words, and all else as it is", () => {
  const folder = temporaryFolder("unlinked");
  mkdirSync(join(folder, "company"));
  writeFileSync(join(folder, "company/runway.html"), "");
  const page = (links: readonly string[]) =>
    `<a class="name" href="../index.html">Home</a>${links.join("")}<script>html\`<a href="gone.html">x</a>\`</script>` +
    '<a href="./runway.html#b">stays</a><a href="https://example.com/">far</a><a href="#here">here</a>';
  const file = join(folder, "company/cash.html");
  writeFileSync(
    file,
    page([
      '<a href="../companies/runway.html">all <b>runways</b></a>',
      '<a rel="x" href="../guide/method.html#a" target="_blank">method</a>',
    ]),
  );
  unlinkMissing(folder, {base: "/"});
  expect(readFileSync(file, "utf8")).toBe(page(["all <b>runways</b>", "method"]));
});
