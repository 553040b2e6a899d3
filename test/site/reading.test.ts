import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("a reader of a page", () => {
  const site = builtSite();

  /** Where the figure stands on the screen once the page has been still for a while. */
  async function topOf(page: Page, id: string): Promise<number> {
    const figure = page.locator(`#${id}`);
    await figure.waitFor();
    let top = Number.NaN;
    for (let still = 0; still < 5; ) {
      await page.waitForTimeout(150);
      const now = (await figure.boundingBox())!.y;
      still = now === top ? still + 1 : 0;
      top = now;
    }
    return top;
  }

  it.each([
    ["people/savings", "savings-goal-counts"],
    ["people/budgets", "balance-backtest"],
    ["guide/segments", "lifestyle-count"],
    ["person/savings", "savings-fund-standing"],
    ["person/budget", "person-contracts"],
  ])("is led to a figure far down: /%s#%s", async (path, id) => {
    const page = await site.open(`${path}#${id}`);
    const top = await topOf(page, id);
    const bar = await page.locator(".profile-bar").all();
    const {y, height} = (await bar[0]?.boundingBox()) ?? {y: 0, height: 0};
    expect(top).toBeGreaterThanOrEqual(y + height);
    expect(top).toBeLessThan(y + height + 80);
  });

  it("is led there by a link on the page, and is let go by a turn of the wheel", async () => {
    const page = await site.open("people/savings");
    await page.locator("#savings-shares a[href='#savings-shares']").click();
    expect(await topOf(page, "savings-shares")).toBeLessThan(120);
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(300);
    const top = await topOf(page, "savings-shares");
    expect(top).toBeLessThan(-200);
  });

  it("goes back to the person chosen before, and the page follows", async () => {
    const page = await site.open("person/overview?id=ind-000007");
    const input = page.getByRole("combobox", {name: "Person"});
    const state = async () => ({
      name: await input.inputValue(),
      balance: await page.locator("#person-homes h3").innerText(),
      id: new URL(page.url()).searchParams.get("id"),
      tabs: await page
        .locator(".profile-bar nav a")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).search)),
    });
    await page.locator("#person-homes svg").first().waitFor();
    const before = await state();
    await input.fill("ma");
    await page.getByRole("option").first().waitFor();
    await input.press("Enter");
    await expect.poll(async () => (await state()).balance).not.toBe(before.balance);
    const {id, tabs} = await state();
    expect(id).not.toBe(before.id);
    expect(tabs).toEqual(Array(5).fill(`?id=${id}`));
    await page.goBack();
    await expect.poll(state).toEqual(before);
    await page.goForward();
    await expect.poll(async () => (await state()).id).toBe(id);
  });
});
