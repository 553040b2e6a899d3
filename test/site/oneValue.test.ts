import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {type SiteServer, serveSite} from "../../scripts/site/serve.js";
import {browserTest} from "../support/browser.js";
import {builtProject} from "../support/site.js";

interface Card {
  readonly measure: string;
  readonly value: string;
  /** What is written on the card, and its note, which says of which period it speaks. */
  readonly text: string;
  readonly note: string;
}

/** The cards of measures that a page shows of the customer it was asked for, below a heading or on the whole page. */
function readCards(heading: string | null): Card[] {
  const text = (card: Element, selector: string) =>
    card.querySelector(selector)?.textContent?.trim() ?? "";
  const start = heading === null ? null : document.getElementById(heading);
  return [...document.querySelectorAll<HTMLElement>("main [data-measure]")]
    .filter(
      (card) => !start || start.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    .map((card) => ({
      measure: card.dataset.measure ?? "",
      value: card.dataset.value ?? "",
      text: text(card, ".card-value"),
      note: text(card, ".card-note"),
    }));
}

describe.runIf(browserTest)("one customer on several pages", () => {
  let browser: Browser;
  let server: SiteServer;

  beforeAll(async () => {
    server = await serveSite(join(await builtProject(), "dist"));
    browser = await openBrowser(environment);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function cardsOf(path: string, id: string, heading: string | null): Promise<Card[]> {
    const page = await browser.newPage();
    await page.addInitScript("globalThis.__name = (value) => value");
    await page.goto(`${server.url}${path}?id=${id}`);
    for (let y = 0; y < 40; y++) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(60);
    }
    await page.waitForFunction(
      () => !document.querySelector("observablehq-loading, main [aria-busy=true]"),
    );
    const cards = await page.evaluate(readCards, heading);
    await page.close();
    return cards;
  }

  /** The measures that both pages have of the same period; each must have one value and one text. */
  function agreement(ours: readonly Card[], theirs: readonly Card[]) {
    const pairs = ours.flatMap((card) =>
      theirs
        .filter(({measure, note}) => measure === card.measure && note === card.note)
        .map((other) => ({measure: card.measure, ours: card, theirs: other})),
    );
    return {
      measures: [...new Set(pairs.map(({measure}) => measure))].sort(),
      differing: pairs.filter(
        ({ours, theirs}) => ours.value !== theirs.value || ours.text !== theirs.text,
      ),
    };
  }

  it.each(["ind-000007", "ind-000031"])(
    "shows the same figures of person %s",
    async (id) => {
      const home = await cardsOf("people/person", id, null);
      const budgets = agreement(home, await cardsOf("people/budgets", id, "one-person"));
      expect(budgets.differing).toEqual([]);
      expect(budgets.measures).toEqual(
        expect.arrayContaining(["discretionary_spending", "fixed_spending", "income"]),
      );
      const savings = agreement(home, await cardsOf("people/savings", id, "one-person"));
      expect(savings.differing).toEqual([]);
      expect(savings.measures).toEqual(["months_covered", "saved_of_salary", "savings_rate"]);
    },
    60_000,
  );

  it("shows the same figures of a company", async () => {
    const id = "com-00003";
    const home = await cardsOf("companies/company", id, null);
    const others = [
      [
        "companies/profit-and-loss",
        "one-company-beside-its-industry",
        ["margin", "result", "revenue"],
      ],
      [
        "companies/payroll",
        "one-company",
        ["cost_per_head", "headcount", "payroll", "payroll_share"],
      ],
      ["companies/runway", "one-company", ["net_burn", "runway"]],
    ] as const;
    for (const [path, heading, measures] of others) {
      const found = agreement(home, await cardsOf(path, id, heading));
      expect(found.differing, path).toEqual([]);
      expect(found.measures, path).toEqual(measures);
    }
  }, 90_000);
});
