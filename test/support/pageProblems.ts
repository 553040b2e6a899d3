import {newPage} from "../../scripts/site/browser.js";
import type {OpenSite} from "../../scripts/site/openSite.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {pageFile} from "../../src/lib/site/pageFile.js";

/** What a sentence must not hold where there is next to nothing to tell. */
const broken =
  /\bNaN\b|\bundefined\b|\bnull\b|Infinity|Invalid Date|€–|\[object|\b(in|on|of|from|to|since|by|after) –|[,;:] –(?![\w ]*\w)/;

/** What is wrong on a page, once it has been read through: its errors, and sentences with a hole in them. */
export async function problemsOf({browser, url}: OpenSite, path: string): Promise<string[]> {
  const problems: string[] = [];
  const page = await newPage(browser);
  page.on("pageerror", ({message}) => problems.push(message));
  await page.goto(url + pageFile(path), {waitUntil: "networkidle"});
  if (!(await readThrough(page))) problems.push("still loading");
  const main = page.locator("main");
  await main.evaluate((main) => {
    for (const code of main.querySelectorAll("pre, code, [data-check=off]")) code.remove();
  });
  const errors = await main.locator(".observablehq--error, .message.is-error").allInnerTexts();
  problems.push(...errors.map((error) => `error cell: ${error}`));
  problems.push(...(await main.innerText()).split("\n").filter((line) => broken.test(line)));
  await page.close();
  return problems.map((problem) => `/${path}: ${problem}`);
}
