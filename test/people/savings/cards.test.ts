import {expect, it} from "vitest";
import {savingsCards} from "../../../src/people/savings/cards.js";
import {page, texts} from "../../support/page.js";

const {document} = page();
const values = (root: Element) => texts(root, ".card-value");

it("savingsCards(months, funds, goals) give the last month of the median person, and the goals", () => {
  const months = [0.13, 0.12].map((median_share, at) => ({
    month: new Date(Date.UTC(2026, at)),
    low_share: 0.1,
    median_share,
    high_share: 0.2,
    all_share: 0.12,
    savings_rate: 0.1,
    person_count: 9,
  }));
  const funds = months.flatMap(({month}, at) =>
    [0, 3].map((band_from) => ({
      month,
      band_from,
      person_count: band_from === 3 ? 6 + at : 4 - at,
      person_total: 10,
      median_months: 4 + at,
    })),
  );
  const goals = [
    {name: "Car", state: "reached", goal_count: 3, month: months[1]!.month},
    {name: "Car", state: "behind", goal_count: 1, month: months[1]!.month},
  ] as const;
  const cards = savingsCards(months, funds, goals, {document});
  expect(values(cards)).toEqual(["12.0%", "5", "70.0%", "3"]);
  expect(cards.textContent).toContain("of 4");
  expect(values(savingsCards([], [], [], {document}))).toEqual([]);
});
