import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {cashCards} from "../../src/company/cash/cards.js";
import {pnlCards} from "../../src/components/pnlCards.js";
import {statementTable} from "../../src/components/statementTable.js";
import {cashMonths} from "../../src/lib/companies/company.js";
import type {OpenInvoice} from "../../src/lib/companies/invoices.js";
import {comparedStatement} from "../../src/lib/companies/oneCompany.js";
import {pnlResults} from "../../src/lib/companies/profitAndLoss.js";
import type {RunwayPace} from "../../src/lib/companies/runways.js";
import {statement} from "../../src/lib/companies/statement.js";

const {document} = new JSDOM("").window;

const amounts = [
  {category: "invoice", amount_eur: 1000},
  {category: "vendor", amount_eur: -600.5},
];
const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((cell) => cell.textContent);

describe("statementTable(lines, …)", () => {
  it("keeps the order of the statement and marks its totals", () => {
    const table = statementTable(statement(amounts), {caption: "Acme", width: 800, document});
    expect(texts(table, "tbody th").slice(0, 4)).toEqual([
      "Invoices paid by customers",
      "Revenue",
      "Vendors and materials",
      "Running costs",
    ]);
    expect(texts(table, "tbody tr:nth-child(3) td")).toEqual(["−\u2060€601", "−60.1%"]);
    expect(texts(table, ".is-total td").slice(0, 2)).toEqual(["€1,000", "100.0%"]);
    expect(table.querySelector("caption")?.textContent).toBe("Acme");
  });

  it("has a column more beside an industry", () => {
    const lines = comparedStatement(amounts, [{category: "invoice", amount_eur: 10}]);
    const table = statementTable(lines, {caption: "Acme", width: 800, document});
    expect(texts(table, "thead th")).toEqual(["Line", "EUR", "Of revenue", "Industry"]);
    const large = comparedStatement([{category: "invoice", amount_eur: 1_234_567}], []);
    const amount = (width: number) =>
      statementTable(large, {caption: "Acme", width, document}).querySelector("td")?.textContent;
    expect([amount(800), amount(335)]).toEqual(["€1,234,567", "€1.2m"]);
  });
});

describe("cashCards({pace, balances, invoices})", () => {
  const pace = {
    user_id: "a",
    name: "Acme",
    last_month: "2025-06-01",
    month_count: [2, 2, 2],
    net_burn_eur: [10, 10, 10],
    runway_months: [0, 0, 0],
    gross_burn_eur: [10, 10, 10],
    closing_balance_eur: -60,
  } as unknown as RunwayPace;
  const balances = cashMonths({
    first_month: "2025-05-01",
    opening_eur: 0,
    closing_eur: [-100, -60],
    last_day: null,
    day_eur: [],
  });
  const owed = (late_days: number) => ({amount_eur: 70, late_days}) as OpenInvoice;

  it("says by how much a negative balance moved, not by what share, and names no end where there is no cash", () => {
    const cards = cashCards({pace, balances, invoices: []}, {document});
    expect(cards.textContent).toContain("↑ €40 from May 2025");
    expect(cards.textContent).toContain("runs on its overdraft");
    expect(cards.textContent).not.toContain("until");
  });

  it("says what customers owe, and what of it is late", () => {
    const last = (...invoices: OpenInvoice[]) =>
      cashCards({pace, balances, invoices}, {document}).lastElementChild?.textContent;
    expect(last(owed(3), owed(-3))).toMatch(/€140.*€70 of it late/);
    expect(last(owed(-3))).toMatch(/€70.*nothing late/);
    expect(last()).toMatch(/nothing.*nothing late/);
    expect(cashCards({pace: undefined, balances, invoices: []}, {document}).childElementCount).toBe(
      0,
    );
  });
});

describe("pnlCards(results)", () => {
  it("compares with the month before, and with nothing where there is none", () => {
    const month = (at: string) => amounts.map((row) => ({...row, month: new Date(at)}));
    const one = pnlCards(pnlResults(month("2025-05-01")), "all companies", {document});
    expect(texts(one, ".card-value")).toEqual(["€1,000", "€601", "€400", "40.0%"]);
    expect(texts(one, ".card-change")).toEqual([]);
    const two = pnlCards(
      pnlResults([...month("2025-05-01"), ...month("2025-06-01")]),
      "all companies",
      {document},
    );
    expect(texts(two, ".card-change")[0]).toBe("unchanged from May 2025");
    expect(pnlCards([], "all companies", {document}).childElementCount).toBe(0);
  });
});
