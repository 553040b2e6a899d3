import {join} from "node:path";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll} from "vitest";
import {environment} from "../../loaders/environment.js";
import {newPage} from "../../scripts/site/browser.js";
import {type OpenSite, openSite} from "../../scripts/site/openSite.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {builtProject} from "./site.js";

/** The built site in a browser, there as long as the tests of a `describe` run. */
export interface BuiltSite {
  readonly folder: string;
  /** The address of its first page. */
  readonly url: string;
  readonly browser: Browser;
  /** A page as somebody sees it who was never here, until the end of the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Serves the built site of a project below `base` to the tests of the `describe` that calls it. */
export function builtSite({base = "/", project = builtProject} = {}): BuiltSite {
  let folder: string;
  let site: OpenSite | undefined;
  beforeAll(async () => {
    folder = join(await project(), "dist");
    site = await openSite(folder, {base, env: environment});
  });
  afterEach(async () => {
    for (const context of site?.browser.contexts() ?? []) await context.close();
  });
  afterAll(() => site?.close());
  return {
    get folder() {
      return folder;
    },
    get url() {
      return site!.url;
    },
    get browser() {
      return site!.browser;
    },
    async open(path, options) {
      const page = await newPage(site!.browser, options);
      await page.goto(site!.url + pageFile(path));
      return page;
    },
  };
}
