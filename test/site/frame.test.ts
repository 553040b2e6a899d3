import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("what every page has around its text", () => {
  const site = builtSite({base: "/analytics/"});

  const phone = {viewport: {width: 375, height: 812}, hasTouch: true};
  const idOf = (page: Page) => new URL(page.url()).searchParams.get("id");
  const options = (page: Page) => page.locator(".site-search [role=option]");

  /** Chooses somebody else than the page begins with; returns the id. */
  async function chooseAnother(page: Page): Promise<string> {
    const field = page.locator(".profile-bar [role=combobox]");
    await field.waitFor();
    const before = await page.locator("h1", {hasText: /\S/}).innerText();
    await field.fill("a");
    await page
      .locator(".profile-bar [role=option]")
      .filter({hasNotText: before.trim()})
      .first()
      .click();
    await page.waitForURL(/[?&]id=/);
    return idOf(page)!;
  }

  it.each([
    ["person", "overview", "Portfolio"],
    ["company", "cash", "Payroll"],
  ])(
    "leads from the sidebar to the %s that was chosen, from any page, and remembers it",
    async (subject, tab, other) => {
      const page = await site.open(`${subject}/${tab}`);
      const id = await chooseAnother(page);
      const sidebar = page.locator("#observablehq-sidebar");
      await sidebar.getByRole("link", {name: "Sectors"}).click();
      await page.waitForURL("**/bank/sectors.html");
      const group = sidebar.locator("section", {hasText: `One ${subject}`});
      await group.getByRole("link", {name: other}).click();
      await page.waitForURL(/\/analytics\/(person|company)\//);
      expect(idOf(page)).toBe(id);
      // an address without anybody, as somebody types it
      await page.goto(`${site.url}${subject}/${tab}`);
      await page.waitForURL(`**${id}`);
    },
  );

  it("finds a person by / and the beginning of a name, without accents, and goes there", async () => {
    const page = await site.open("person/overview");
    const name = await page.locator("h1", {hasText: /\S/}).innerText();
    await page.goto(`${site.url}people/savings`);
    await page.keyboard.press("/");
    const field = page.locator(".site-search [role=combobox]");
    await field.waitFor();
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
    await page.keyboard.type(plain);
    // of what the first letters find it may be another one
    await expect.poll(() => options(page).first().innerText()).toContain(name);
    await options(page).first().filter({hasText: "Person"}).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/analytics\/person\/overview\.html\?id=ind-/);
    await expect.poll(() => page.locator("h1").innerText()).toBe(name);
  });

  it("finds companies, measures, figures and pages, each with its kind, and says when there is nothing", async () => {
    const page = await site.open("company/cash");
    const company = await page.locator("h1", {hasText: /\S/}).innerText();
    await page.keyboard.press("Control+k");
    const field = page.locator(".site-search [role=combobox]");
    await field.fill(company);
    await options(page).filter({hasText: company}).filter({hasText: "Company"}).first().waitFor();
    await field.fill("runway");
    for (const kind of ["Page", "Measure", "Figure"]) {
      await options(page).filter({hasText: kind}).first().waitFor();
    }
    await field.fill("xyzzy");
    await page.getByText("Nothing is called “xyzzy”").waitFor();
    await expect.poll(() => options(page).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.locator(".site-search").waitFor({state: "hidden"});
  });

  it("has a bar on a phone: a menu that closes behind a link, and by Escape, back to its button", async () => {
    const page = await site.open("people/savings", phone);
    const menu = page.getByRole("button", {name: "Menu"});
    for (const button of [menu, page.getByRole("button", {name: "On this page"})]) {
      const {width, height} = (await button.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await menu.tap();
    const link = page.locator("#observablehq-sidebar").getByRole("link", {name: "Sectors"});
    await link.waitFor();
    await page.keyboard.press("Escape");
    await link.waitFor({state: "hidden"});
    await expect
      .poll(() => menu.evaluate((button) => button === document.activeElement))
      .toBe(true);
    await menu.tap();
    await link.tap();
    await page.waitForURL("**/bank/sectors.html");
    await page.getByRole("button", {name: "Menu", expanded: false}).waitFor();
    await link.waitFor({state: "hidden"});
  });

  it.each([375, 1100])(
    "leads to the headings of the page, below the bar, at %d px",
    async (width) => {
      const page = await site.open("people/savings", {viewport: {width, height: 812}});
      await page.getByRole("button", {name: "On this page"}).click();
      const link = page.locator("#observablehq-toc a").last();
      const words = await link.innerText();
      await link.click();
      await link.waitFor({state: "hidden"});
      const top = async () => (await page.getByRole("heading", {name: words}).boundingBox())!.y;
      await expect.poll(top).toBeGreaterThanOrEqual(52);
      await expect.poll(top).toBeLessThan(300);
    },
  );

  it("shows the theme that was chosen, on the next page before anything is drawn, whatever the system's", async () => {
    const page = await site.open("people/savings", {colorScheme: "light"});
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByRole("radio", {name: "Dark"}).check();
    await expect.poll(paper).not.toBe(light);
    const dark = await paper();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        Object.assign(window, {firstTheme: document.documentElement.dataset.theme});
      }).observe(document, {childList: true, subtree: true});
    });
    await page.goto(`${site.url}bank/sectors`);
    expect(await page.evaluate("firstTheme")).toBe("dark");
    expect(await paper()).toBe(dark);
    await page.getByRole("radio", {name: "System"}).check();
    await expect.poll(paper).toBe(light);
    await page.emulateMedia({colorScheme: "dark"});
    await expect.poll(paper).toBe(dark);
  });

  it("prints a page with its choices as words, the day and the address, and without what only a screen can use", async () => {
    const page = await site.open("company/runway", {colorScheme: "dark"});
    const name = await page.locator("h1", {hasText: /\S/}).innerText();
    await page.locator("#runway-balance svg").first().waitFor();
    const pdf = await page.pdf({preferCSSPageSize: true}); // sends what printing sends
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    await page.emulateMedia({media: "print"});
    await expect
      .poll(() => page.locator(".print-line").innerText())
      .toMatch(/^Printed on \d+ [A-Z][a-z]+ \d{4} from http.*\/analytics\/company\/runway/);
    await expect.poll(() => page.locator(".profile-bar [role=combobox]").inputValue()).toBe(name);
    const hidden = [
      "#observablehq-header",
      "#observablehq-sidebar",
      "#observablehq-toc",
      ".profile-bar nav",
      ".figure .actions",
      "input[type=range]",
      '.scenario-names [aria-pressed="false"]',
    ];
    for (const selector of hidden) {
      const visible = page.locator(selector).filter({visible: true});
      await expect.poll(() => visible.count(), {message: selector}).toBe(0);
    }
    await page.locator(".slider output").first().waitFor();
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe("rgb(255, 255, 255)");
  });
});
