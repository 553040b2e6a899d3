import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("a reader of a page", () => {
  const site = builtSite();

  /** How far below the top of the screen a figure stands, or below the bar that a profile has there. */
  async function placeOf(page: Page, id: string): Promise<number> {
    const top = (await page.locator(`#${id}`).boundingBox())!.y;
    const [bar] = await page.locator(".profile-bar").all();
    const {y, height} = (await bar?.boundingBox()) ?? {y: 0, height: 0};
    return top - y - height;
  }

  /** Waits until a figure has stood still for a while at a place that is right. */
  async function comesToRest(
    page: Page,
    id: string,
    isRight: (place: number) => boolean,
  ): Promise<void> {
    const places: number[] = [];
    const rest = async () => {
      places.push(await placeOf(page, id));
      const last = places.slice(-5);
      return last.length === 5 && new Set(last).size === 1 && isRight(last[0]!) ? "right" : places;
    };
    await expect.poll(rest, {interval: 150}).toBe("right");
  }

  it.each([
    ["people/savings", "savings-goal-counts"],
    ["people/budgets", "balance-backtest"],
    ["guide/segments", "lifestyle-count"],
    ["person/savings", "savings-fund-standing"],
    ["person/budget", "person-contracts"],
  ])("is led to a figure far down: /%s#%s", async (path, id) => {
    const page = await site.open(`${path}#${id}`);
    await comesToRest(page, id, (place) => place >= 0 && place < 80);
  });

  it("is led there by a link on the page, and is let go by a turn of the wheel", async () => {
    const page = await site.open("people/savings");
    await page.locator("#savings-shares a[href='#savings-shares']").click();
    await comesToRest(page, "savings-shares", (place) => place < 120);
    await page.mouse.wheel(0, 500);
    await comesToRest(page, "savings-shares", (place) => place < -200);
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
    await expect.poll(() => input.inputValue()).toMatch(/\S/);
    const before = await state();
    await input.fill("ma");
    await page.getByRole("option", {name: /ma/i}).first().waitFor();
    await input.press("Enter");
    await expect.poll(async () => (await state()).balance).not.toBe(before.balance);
    const {id} = await state();
    expect(id).not.toBe(before.id);
    await expect.poll(async () => (await state()).tabs).toEqual(Array(5).fill(`?id=${id}`));
    await page.goBack();
    await expect.poll(state).toEqual(before);
    await page.goForward();
    await expect.poll(async () => (await state()).id).toBe(id);
  });
});
