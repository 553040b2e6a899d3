import {errors, type Page} from "playwright-core";
import {patienceMs} from "./browser.js";
import {isSettled, scrollThrough} from "./pageProbe.js";

/**
 * Reads a page to its end, again and again while something on it is still to come: a part that was not there yet
 * when its place came by waits until it is seen. Comes back with whether all came within a minute.
 */
export async function readThrough(page: Page): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  do {
    await page.evaluate(scrollThrough);
    await page.waitForLoadState("networkidle");
    const settled = page.waitForFunction(isSettled, undefined, {timeout: 3_000});
    if (await settled.then(() => true, ignoreTimeout)) return true;
  } while (performance.now() < deadline);
  return false;
}

function ignoreTimeout(error: unknown): false {
  if (error instanceof errors.TimeoutError) return false;
  throw error;
}
