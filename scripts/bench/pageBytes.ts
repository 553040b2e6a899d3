/** What the pages of a built site fetch. */
import type {Request} from "playwright-core";
import {environment} from "../../loaders/environment.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {newPage} from "../site/browser.js";
import {inTurn} from "../site/inTurn.js";
import {openSite} from "../site/openSite.js";
import {readThrough} from "../site/readThrough.js";
import {pagePaths} from "../site/visitSite.js";

/**
 * Bytes that each page fetches while it is read to its end, as they come compressed with their headers, by its path. Each is opened
 * with an empty cache. Throws where a page is not done within a minute.
 */
export async function pageBytes(folder: string): Promise<ReadonlyMap<string, number>> {
  const site = await openSite(folder, {env: environment});
  try {
    const weighed = await inTurn(pagePaths(folder), async (path): Promise<[string, number]> => {
      const page = await newPage(site.browser);
      const requests: Request[] = [];
      page.on("requestfinished", (request) => requests.push(request));
      try {
        await page.goto(site.url + pageFile(path));
        await page.waitForLoadState("networkidle");
        if (!(await readThrough(page))) throw new Error(`/${path} is still loading after a minute`);
        const sizes = await Promise.all(
          requests
            .filter((request) => /^http/.test(request.url()))
            .map((request) => request.sizes()),
        );
        const bytes = sizes.map((size) => size.responseBodySize + size.responseHeadersSize);
        return [path, bytes.reduce((sum, size) => sum + size, 0)];
      } finally {
        await page.close();
      }
    });
    return new Map(weighed);
  } finally {
    await site.close();
  }
}
