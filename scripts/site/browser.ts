import {existsSync} from "node:fs";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import type {Environment} from "../../loaders/environment.js";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What a person can do where `maybeBrowser` finds none. */
export const noBrowser =
  "no Chromium found (install it, on Debian: apt-get install chromium; or set CHROMIUM_PATH)";

/** The file of Chromium or Chrome on this machine: `CHROMIUM_PATH`, or where it usually is. */
export function maybeBrowser(env: Environment): string | undefined {
  return env.CHROMIUM_PATH ?? usualPlaces.find(existsSync);
}

/** Opens the machine's browser, without a window. Throws where there is none. */
export async function openBrowser(env: Environment): Promise<Browser> {
  const executablePath = maybeBrowser(env);
  if (executablePath === undefined) throw new Error(noBrowser);
  return chromium.launch({executablePath, args: flags});
}

/** So long may what is waited for on a page take, in milliseconds: on a busy machine all comes late. */
export const patienceMs = 60_000;

/** An empty page of somebody who was never here, on a wide screen unless told; its context closes with it. */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}, ...options});
  page.setDefaultTimeout(patienceMs);
  // tsx names functions with a helper that a page does not have
  await page.addInitScript("globalThis.__name = (value) => value");
  return page;
}
