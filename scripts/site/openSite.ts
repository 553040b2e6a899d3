import type {Browser} from "playwright-core";
import type {Environment} from "../../loaders/environment.js";
import {openBrowser} from "./browser.js";
import {serveSite} from "./serve/serveSite.js";

/** A built site that is served, and the browser to look at it with. */
export interface OpenSite {
  /** The address of its first page. */
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Serves the site in `folder` below `base` and opens the machine's browser. Throws where there is none. */
export async function openSite(
  folder: string,
  {base = "/", env}: {base?: string; env: Environment},
): Promise<OpenSite> {
  const browser = await openBrowser(env);
  const server = await serveSite(folder, {base});
  return {
    url: server.url,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
