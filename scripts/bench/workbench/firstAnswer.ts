import {linkLetters} from "../../../src/lib/notebook/notebookLink.js";
import {linkPrefix} from "../../../src/lib/notebook/pageMeta.js";
import {newPage} from "../../site/browser.js";
import {type CountedSite, isEngine} from "./countedSite.js";

export interface FirstAnswer {
  /** From the click on Run to the rows, with nothing of the engine there. */
  readonly seconds: number;
  readonly engineBytes: number;
  /** All that was sent beside the engine, from the page's address on. */
  readonly otherBytes: number;
}

/** The question that the notebook opens with. */
export const firstQuestion =
  "select city, count(*) as customer_count from bank.users group by city";
/** Reads two whole columns of the bank's largest table. */
export const wholeQuestion =
  "select date_trunc('month', booked_on) as month, sum(amount_eur) as sum_eur\n" +
  "from bank.transactions group by month order by month";

/** Opens the notebook in a browser that was never here, and runs one query. */
export async function firstAnswer(
  {url, browser, sent}: CountedSite,
  sql: string,
): Promise<FirstAnswer> {
  const letters = await linkLetters({
    title: "First",
    cells: [{name: "answer", kind: "sql", source: sql}],
  });
  sent.length = 0;
  const page = await newPage(browser);
  try {
    await page.goto(`${url}workbench/notebook${linkPrefix}${letters}`);
    await page.locator(".cm-content").waitFor();
    await page.waitForLoadState("networkidle");
    const start = performance.now();
    await page.getByRole("button", {name: "Run", exact: true}).click();
    await page.locator(".result-table tbody td").first().waitFor({timeout: 60_000});
    const seconds = (performance.now() - start) / 1000;
    await page.waitForTimeout(200);
    const bytes = (isCounted: (path: string) => boolean) =>
      sent.reduce((sum, {path, byteCount}) => sum + (isCounted(path) ? byteCount : 0), 0);
    return {
      seconds,
      engineBytes: bytes(isEngine),
      otherBytes: bytes((path) => !isEngine(path)),
    };
  } finally {
    await page.context().close();
  }
}
