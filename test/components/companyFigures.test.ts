import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {homeCards} from "../../src/companies/company/homeCards.js";
import {statementTable} from "../../src/companies/profit-and-loss/statementTable.js";
import {companyLinks} from "../../src/components/companyLinks.js";
import {pnlCards} from "../../src/components/pnlCards.js";
import {cashMonths} from "../../src/lib/companies/company.js";
import {comparedStatement} from "../../src/lib/companies/oneCompany.js";
import {pnlResults} from "../../src/lib/companies/profitAndLoss.js";
import type {Runway} from "../../src/lib/companies/runways.js";
import {statement} from "../../src/lib/companies/statement.js";

const {document} = new JSDOM("").window;

const amounts = [
  {category: "invoice", amount_eur: 1000},
  {category: "vendor", amount_eur: -600.5},
];
const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((cell) => cell.textContent);

describe("statementTable(lines, …)", () => {
  it("keeps the order of the statement and sets its totals in bold", () => {
    const table = statementTable(statement(amounts), {caption: "Acme", document});
    expect(texts(table, "tbody th").slice(0, 4)).toEqual([
      "Invoices paid by customers",
      "Revenue",
      "Vendors and materials",
      "Running costs",
    ]);
    expect(texts(table, "tbody tr:nth-child(3) td")).toEqual(["−\u2060€600.50", "−60.1%"]);
    expect(texts(table, "td strong").slice(0, 2)).toEqual(["€1,000.00", "100.0%"]);
    expect(table.querySelector("caption")?.textContent).toBe("Acme");
  });

  it("has a column more beside an industry", () => {
    const lines = comparedStatement(amounts, [{category: "invoice", amount_eur: 10}]);
    const table = statementTable(lines, {caption: "Acme", document});
    expect(texts(table, "thead th")).toEqual(["Line", "EUR", "Of revenue", "Industry"]);
  });
});

describe("companyLinks(id, here)", () => {
  it("leads to the other pages of the same company, and nowhere without one", () => {
    const links = companyLinks("com 1", "payroll", {document});
    expect(links.textContent).toBe("See also: accounts and cash, profit and loss, runway.");
    const targets = [...links.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(targets).toEqual([
      "./company?id=com%201",
      "./profit-and-loss?id=com%201#one-company-beside-its-industry",
      "./runway?id=com%201#one-company",
    ]);
    expect(companyLinks("", "payroll", {document}).textContent).toBe("");
  });
});

describe("homeCards(runway, balances)", () => {
  it("says by how much a negative balance moved, not by what share, and names no end where there is no cash", () => {
    const runway = {net_burn_eur: 10, runway_months: 0, zero_month: "2025-07-01", month_count: 3};
    const closing_eur = [-100, -60];
    const balances = cashMonths({
      user_id: "a",
      first_month: "2025-05-01",
      opening_eur: 0,
      closing_eur,
    });
    const cards = homeCards(runway as unknown as Runway, balances, {document});
    expect(cards.textContent).toContain("↑ €40 more than in May 2025");
    expect(cards.textContent).toContain("burns money that it does not have");
    expect(cards.textContent).not.toContain("until");
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
    expect(texts(two, ".card-change")[0]).toBe("as in May 2025");
    expect(pnlCards([], "all companies", {document}).childElementCount).toBe(0);
  });
});
