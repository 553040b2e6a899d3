import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {newPage} from "../../scripts/site/browser.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("a figure in a page of somebody else's", () => {
  const site = builtSite({base: "/analytics/"});
  let body = "";
  let other: Server;

  beforeAll(async () => {
    other = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(`<!DOCTYPE html><html lang="en"><title>Other</title><p>Words.</p>${body}`);
    });
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => other.close());

  /** The code that a reader copies from a figure of a page. */
  const copied = async (path: string, id: string) => {
    const page = await site.open(`${path}#${id}`);
    const figure = page.locator(`#${id}`);
    // the code says how high the figure is
    await figure.locator(".picture svg").first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await figure.getByRole("button", {name: "Save", exact: true}).click();
    await figure.getByRole("button", {name: "Embed"}).click();
    return figure.locator(".embed textarea").inputValue();
  };
  /** The other page with this code, at another name and port than the site, and what its console said. */
  const embedded = async (code: string) => {
    body = code;
    const page = await newPage(site.browser);
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", ({message}) => said.push(message));
    await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
    return {page, frame: page.frameLocator("iframe"), said};
  };
  const visibleTexts = (page: Page) =>
    page
      .frames()
      .at(-1)!
      .evaluate(() => document.body.innerText);

  it("is drawn alone, in a frame of its height, with nothing in the console", async () => {
    const {page, frame, said} = await embedded(await copied("people/savings", "savings-shares"));
    const figure = frame.locator("#savings-shares");
    await figure.locator(".picture svg").first().waitFor();
    const finding = await figure.locator(".finding").innerText();
    const text = () => visibleTexts(page);
    await expect.poll(text).toContain(finding);
    await expect.poll(text).toMatch(/From .*\| Countinghouse$/);
    const rest = frame.locator("h1, #observablehq-sidebar, main > p, figure:not(#savings-shares)");
    await expect.poll(() => rest.count()).toBeGreaterThan(5);
    await expect.poll(() => rest.filter({visible: true}).count()).toBe(0);
    const size = () =>
      frame.locator("html").evaluate((root) => ({
        higher: root.scrollHeight - root.clientHeight,
        wider: root.scrollWidth - root.clientWidth,
      }));
    await expect.poll(size).toEqual({higher: 0, wider: 0});
    expect(said).toEqual([]);
  });

  it.each([
    ["person/portfolio", "portfolio-drawdown"],
    ["people/budgets", "balance-backtest"],
    ["bank/sectors", "sector-seasons"],
  ])("is drawn where its page loads it late or folds it away: %s, %s", async (path, id) => {
    const code = `<iframe src="${site.url}${path}?figure=${id}" width="600" height="300"></iframe>`;
    const {frame, said} = await embedded(code);
    await frame.locator(`#${id} .picture > *`).first().waitFor();
    await frame.locator(`#${id} .actions`).waitFor();
    expect(said).toEqual([]);
  });

  it("leads out of the frame, to the whole page at its place", async () => {
    const {page, frame} = await embedded(await copied("people/savings", "savings-shares"));
    await frame.locator("#savings-shares .actions").waitFor();
    const opened = page.waitForEvent("popup");
    await frame.locator("#savings-shares").getByRole("link", {name: "link to this figure"}).click();
    await (await opened).waitForURL(`${site.url}people/savings.html#savings-shares`);
    expect(page.frames().at(-1)!.url()).toContain("?figure=savings-shares");
  });

  it("does not move the page that it stands in", async () => {
    const code = await copied("people/savings", "savings-shares");
    const room = (height: number) => `<div style="height:${height}px"></div>`;
    const {page, frame} = await embedded(room(600) + code + room(3000));
    await frame.locator("#savings-shares .picture svg").first().waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it("says what it waits for, and from where, as long as there is no such figure", async () => {
    const code = `<iframe src="${site.url}people/savings?figure=no-such" width="600" height="300"></iframe>`;
    const {page} = await embedded(code);
    await expect
      .poll(() => visibleTexts(page))
      .toMatch(/^Waiting for the figure “no-such” … From .*\| Countinghouse$/);
  });
});
