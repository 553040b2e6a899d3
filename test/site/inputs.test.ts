import {describe, expect, it} from "vitest";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

/** What is wrong with the page itself, `browser.test.ts` tells of every page: axe, policy, other hosts, 375 px. */
describe.runIf(browserTest)("Observable’s inputs on a page", () => {
  const site = builtSite();
  const open = async () => {
    const page = await site.open("guide/inputs");
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") refused.push(message.text());
    });
    const shown = page.locator("#chosen");
    await shown.waitFor();
    const chosen = async () => JSON.parse((await shown.textContent()) ?? "null");
    return {page, chosen, refused};
  };

  it("hand their values to the cells that name them", async () => {
    const {page, chosen, refused} = await open();
    const total = (await chosen()).found;
    await page.getByLabel("Months").first().fill("9");
    await page.getByRole("radio", {name: "company"}).check();
    await page.getByRole("checkbox", {name: "old"}).check();
    await page.getByRole("button", {name: "Clicks"}).click();
    await page.getByLabel("Find").fill("Ber");
    await expect
      .poll(chosen)
      .toMatchObject({months: 9, kind: "company", tags: ["old"], clicks: 1, found: 1});
    expect(total).toBeGreaterThan(1);
    await page.getByRole("checkbox", {name: "Choose Berlin"}).check();
    await expect.poll(chosen).toMatchObject({chosen: [{city: "Berlin"}]});
    expect(refused).toEqual([]);
  });

  it("have a name for each part, and sort by the keyboard", async () => {
    const {page} = await open();
    await expect.poll(() => page.getByRole("slider", {name: "Months"}).count()).toBe(1);
    await expect.poll(() => page.getByRole("radiogroup", {name: "Kind"}).count()).toBe(1);
    await expect.poll(() => page.getByRole("group", {name: "Tags"}).count()).toBe(1);
    const table = page.locator("form table").first();
    await table.locator("th", {hasText: "city"}).press("Enter");
    const city = table.locator("td:nth-child(2)");
    await city.first().waitFor();
    const cities = () => city.allTextContents();
    const sorted = (await cities()).sort();
    await expect.poll(cities).toEqual(sorted);
  });

  it("stand in the house’s colours in light and dark, one below the other on a phone", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await site.open("guide/inputs", {
        colorScheme,
        viewport: {width: 375, height: 812},
      });
      const select = page.getByLabel("Colour");
      await select.waitFor();
      const look = await select.evaluate((element) => {
        const probe = document.createElement("i");
        probe.style.background = "var(--paper-raised)";
        document.querySelector("#observablehq-main")!.append(probe);
        const [own, house] = [element, probe].map((each) => getComputedStyle(each).backgroundColor);
        return {own, house, right: element.getBoundingClientRect().right};
      });
      expect(look.own).toBe(look.house);
      expect(look.right).toBeLessThanOrEqual(375);
    }
  });
});
