import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";

describe.runIf(browserTest)("the notebook", () => {
  const site = builtSite();

  const open = async (path = "workbench/notebook") => {
    const page = await site.open(path);
    await page.locator(".cm-content").first().waitFor();
    return page;
  };
  const cell = (page: Page, name: string) => page.locator(`section.cell[aria-label$=" ${name}"]`);
  const write = async (page: Page, name: string, sql: string) => {
    await cell(page, name).locator(".cm-content").fill(sql);
  };
  const answerOf = async (page: Page, name: string) => {
    await cell(page, name).locator("tbody td").first().waitFor();
    return cell(page, name).locator("tbody tr:not(.space)").allInnerTexts();
  };
  const run = async (page: Page, name: string) => {
    await cell(page, name).locator(".cm-content").focus();
    await page.keyboard.press("Control+Enter");
  };
  const addQuery = (page: Page) => page.getByRole("button", {name: "Add a query"}).click();

  it("answers a query, and another that selects from the first one's answer", async () => {
    const page = await open("workbench/notebook#empty");
    await addQuery(page);
    await write(page, "answer", "select 1 as n union all select 2 order by n");
    await addQuery(page);
    await write(page, "answer_2", "select sum(n) as both from answer");
    await run(page, "answer_2");
    expect(await answerOf(page, "answer_2")).toEqual(["3"]);
    expect(await answerOf(page, "answer")).toEqual(["1", "2"]);
  });
});
