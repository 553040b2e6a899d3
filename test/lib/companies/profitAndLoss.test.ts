import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type CategoryPath,
  cashTie,
  lastMonths,
  monthAmounts,
} from "../../../src/lib/companies/companyMonths.js";
import {
  type CompanyMargin,
  customersOfAllText,
  marginFinding,
  marginsOf,
  waitFinding,
  waitText,
} from "../../../src/lib/companies/margins.js";
import {
  companyFinding,
  comparedFinding,
  customersText,
  seasonFinding,
  seasonPoints,
} from "../../../src/lib/companies/oneCompany.js";
import {
  type PnlMonth,
  pnlFinding,
  pnlPoints,
  pnlResults,
  pnlText,
  statementFinding,
  tieText,
} from "../../../src/lib/companies/profitAndLoss.js";
import {amountOf, marginOf, statement} from "../../../src/lib/companies/statement.js";

const amounts = [
  {category: "invoice", amount_eur: 900.1},
  {category: "card_sales", amount_eur: 99.9},
  {category: "vendor", amount_eur: -500.05},
  {category: "payroll", amount_eur: -200},
  {category: "social_contributions", amount_eur: -100},
  {category: "vat", amount_eur: -49.95},
  {category: "fee", amount_eur: -10},
  {category: "financing", amount_eur: 60},
];

const may = "2025-05-01";
const june = "2025-06-01";
const july = "2025-07-01";

/** A month of revenue, and of vendors and tax, which are given as positive. */
const month = (at: string, revenue: number, vendor = 0, vat = 0): PnlMonth[] => {
  const day = new Date(at);
  return [
    {month: day, category: "invoice", amount_eur: revenue},
    {month: day, category: "vendor", amount_eur: -vendor},
    {month: day, category: "vat", amount_eur: -vat},
  ];
};

describe("statement(amounts)", () => {
  it("adds up line by line, from revenue to the change in cash", () => {
    const lines = statement(amounts);
    const totals = lines.filter(({isTotal}) => isTotal);
    expect(Object.fromEntries(totals.map(({key, amount_eur}) => [key, amount_eur]))).toEqual({
      revenue: 1000,
      operating: -500.05,
      payroll_total: -300,
      operating_result: 199.95,
      tax: -49.95,
      banking: -10,
      result: 140,
      cash_change: 200,
    });
    expect(marginOf(lines)).toBeCloseTo(0.14, 12);
  });

  it("gives what no line knows a line of its own, so that nothing is lost", () => {
    const lines = statement([...amounts, {category: "lottery", amount_eur: 7.77}]);
    expect(amountOf(lines, "other")).toBe(7.77);
    expect(amountOf(lines, "result")).toBe(140);
    expect(amountOf(lines, "cash_change")).toBe(207.77);
  });

  it("ends with the sum of all amounts, to the cent, whatever they are", () => {
    const category = fc.constantFrom("invoice", "vendor", "payroll", "vat", "fee", "unknown");
    const row = fc.record({category, cents: fc.integer({min: -1e9, max: 1e9})});
    fc.assert(
      fc.property(fc.array(row, {minLength: 1}), (rows) => {
        const lines = statement(
          rows.map(({category, cents}) => ({category, amount_eur: cents / 100})),
        );
        const sum = rows.reduce((total, {cents}) => total + cents, 0);
        const parts = lines.filter(({isTotal}) => !isTotal);
        const cents = (eur: number) => Math.round(eur * 100);
        expect(cents(amountOf(lines, "cash_change"))).toBe(sum);
        expect(parts.reduce((total, line) => total + cents(line.amount_eur), 0)).toBe(sum);
      }),
    );
  });

  it("has no shares without revenue, and no lines without amounts", () => {
    const lines = statement([{category: "vendor", amount_eur: -5}]);
    expect(lines.every(({share}) => share === undefined)).toBe(true);
    expect(statement([])).toEqual([]);
  });
});

describe("the words of all companies", () => {
  it("pnlText says what came in, what was paid and what is left", () => {
    const before = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", may];
    const grown = (revenue: number, vendor: number) => [
      ...before.flatMap((at) => month(at, 1000, vendor)),
      ...month(june, revenue, vendor),
    ];
    expect(pnlText(grown(1100, 700))).toBe(
      "In June 2025 the companies took in €1,100, 10% more than in May 2025, and paid €700, a profit of €400. The last six months brought a profit of €1,900, 31% of revenue.",
    );
    expect(pnlText(grown(500, 1200))).toMatch(
      /50% less than in May 2025, and paid €1,200, a loss of €700\. .* a loss of €1,700, 31% of revenue/,
    );
    expect(pnlText([...month(may, 1000, 700), ...month(june, 1100, 700)])).toMatch(
      /took in €1,100, within chance of May 2025, and paid €700/,
    );
    expect(pnlText([...month(may, 100), ...month(june, 100, 100)])).toMatch(
      /unchanged from May 2025, and paid €100, neither a profit nor a loss/,
    );
    expect(pnlText(month(may, 100, 40))).toBe(
      "In May 2025 the companies took in €100 and paid €40, a profit of €60.",
    );
    expect(pnlText([])).toMatch(/^No company has a complete month/);
  });

  it("pnlFinding counts the months that lost money, and those of them with tax", () => {
    const finding = (...rows: PnlMonth[][]) => pnlFinding(pnlPoints(rows.flat()));
    const lost = month(june, 100, 60, 50);
    expect(finding(month(may, 100), lost)).toBe(
      "Companies lost money in 1 of 2 months, when quarterly tax was due",
    );
    expect(finding(month(may, 100, 101), lost)).toBe(
      "Companies lost money in both months; quarterly tax fell in 1 of them",
    );
    expect(finding(month(may, 100, 101), month(june, 100))).toBe(
      "Companies lost money in 1 of 2 months",
    );
    expect(finding(month(may, 100), month(june, 100))).toBe(
      "Companies lost money in neither month",
    );
    expect(finding(month(may, 1, 2))).toBe("Companies lost money");
    expect(finding()).toBe("No revenue and no expenses to show");
  });

  it("statementFinding says what remains of €100", () => {
    expect(statementFinding(amounts)).toBe("Of €100 of revenue, €14 remained");
    expect(statementFinding(month(may, 100, 110))).toBe("For €100 of revenue, €110 was spent");
    expect(statementFinding(month(may, 100, 100))).toBe("Of €100 of revenue, nothing remained");
    expect(statementFinding(month(may, 0, 100))).toBe("Money went out, and no revenue came in");
    expect(statementFinding([])).toBe("No statement to show");
  });
});

describe("monthAmounts(paths)", () => {
  const path = (first_month: string, category: string, ...amount_eur: number[]): CategoryPath => ({
    first_month,
    category,
    amount_eur,
  });

  it("has one row a month and category, in order of months", () => {
    const rows = monthAmounts([path(may, "invoice", 0.1, 5), path(may, "vendor", -2, -7)]);
    expect(
      rows.map(({month, category, amount_eur}) => [
        month.toISOString().slice(0, 10),
        category,
        amount_eur,
      ]),
    ).toEqual([
      ["2025-05-01", "invoice", 0.1],
      ["2025-05-01", "vendor", -2],
      ["2025-06-01", "invoice", 5],
      ["2025-06-01", "vendor", -7],
    ]);
    expect(monthAmounts([])).toEqual([]);
  });

  it("counts months over the end of a year", () => {
    const rows = monthAmounts([path("2025-12-01", "vendor", -1, -2)]);
    expect(rows.at(-1)?.month.toISOString()).toMatch(/^2026-01-01/);
    expect(lastMonths(rows, 1)).toEqual(rows.slice(1));
  });
});

describe("cashTie(cash, …)", () => {
  const cash = {
    first_month: may,
    opening_eur: 10,
    closing_eur: [30, 25.5, 40],
    last_day: null,
    day_eur: [],
  };

  it("holds the statement against the balances before and after", () => {
    expect(cashTie(cash, {monthCount: 2, changeEur: 10})).toMatchObject({
      openingEur: 30,
      closingEur: 40,
      differenceEur: 0,
    });
    expect(cashTie(cash, {monthCount: 3, changeEur: 29.99})?.differenceEur).toBe(0.01);
    expect(cashTie(undefined, {monthCount: 1, changeEur: 0})).toBeUndefined();
  });

  it("says so where it does not tie", () => {
    const text = (changeEur: number) => tieText(cashTie(cash, {monthCount: 1, changeEur}));
    expect(text(14.5)).toBe(
      "Cash went from €25.50 to €40.00 over this month, exactly as the statement says.",
    );
    expect(text(14)).toMatch(/the statement misses €0\.50 of that/);
    expect(tieText(undefined)).toBe("");
  });
});

describe("margins, waits and customers", () => {
  const margin = (margin_share: number | null): CompanyMargin => ({
    user_id: "a",
    name: "A",
    industry: "retail",
    city: "Lyon",
    revenue_eur: 1,
    result_eur: 0,
    margin_share,
    month_count: 12,
  });

  it("marginsOf(rows) counts each company once, a lower end in its own band", () => {
    const {bands} = marginsOf([-2, -0.2, -0.0001, 0, 0.05, 0.15, 9, null].map(margin));
    expect(bands.map(({band, company_count}) => `${band}: ${company_count}`)).toEqual([
      "below −20%: 1",
      "−20 to −15%: 1",
      "−15 to −10%: 0",
      "−10 to −5%: 0",
      "−5 to 0%: 1",
      "0 to 5%: 1",
      "5 to 10%: 1",
      "10 to 15%: 0",
      "15% or more: 2",
    ]);
  });

  it("marginFinding has words for all, some, none, one and no company", () => {
    const finding = (...shares: (number | null)[]) => marginFinding(marginsOf(shares.map(margin)));
    expect(finding(0.1, -0.1, 0.2)).toBe("2 of 3 companies made a profit");
    expect(finding(0.1, 0.2)).toBe("Both companies made a profit");
    expect(finding(0, -1)).toBe("Neither company made a profit");
    expect(finding(0.1, null)).toBe("The one company made a profit");
    expect(finding(null)).toBe("No company had revenue");
  });

  it("waitFinding and waitText speak of late, open and no invoices", () => {
    const row = {
      late_share: 0.25,
      median_term_days: 30,
      median_days: 32,
      window_from: may,
      window_to: june,
    };
    const rows = [
      {...row, delay: "on_time" as const, invoice_count: 3, amount_eur: 30},
      {...row, delay: "open" as const, invoice_count: 1, amount_eur: 10},
    ];
    expect(waitFinding(rows)).toBe("25% of invoices are paid late or not at all");
    const late = (late_share: number | null) => rows.map((row) => ({...row, late_share}));
    expect(waitFinding(late(0))).toBe("Every invoice was paid on time");
    expect(waitFinding(late(1))).toBe("No invoice was paid on time");
    expect(waitFinding(late(null))).toMatch(/^No invoices are old enough/);
    expect(waitFinding([])).toMatch(/^No invoices are old enough/);
    expect(waitText(rows)).toBe(
      "The median invoice is due in 30 days and paid in 32 days. 1 invoice, worth €10, is still unpaid 120 days or more after being issued.",
    );
    expect(waitText(rows.map((row) => ({...row, median_days: null})))).toMatch(
      /^More than half of all invoices are still unpaid/,
    );
    expect(waitText([])).toBe("");
  });

  it("customersOfAllText counts who depends on one customer: some, none, all, one, and nobody", () => {
    const text = (company_count: number, concentrated_count: number, top_share: number | null) =>
      customersOfAllText({
        company_count,
        concentrated_count,
        customer_count: 9,
        top_share,
        top_five_share: null,
      });
    expect(text(3, 2, 0.4)).toBe(
      "Two of 3 companies get a tenth or more of their invoiced revenue from one customer; the largest share is 40%.",
    );
    expect(text(3, 0, 0.02)).toBe(
      "No company gets a tenth of its invoiced revenue from one customer; the largest share is 2%.",
    );
    expect(text(3, 3, 0.4)).toMatch(/^All 3 companies that write invoices get a tenth or more/);
    expect(text(1, 1, 0.4)).toMatch(/^The one company that writes invoices gets 40%/);
    expect(text(0, 0, null)).toBe("No company was paid an invoice.");
  });

  it("customersText says what the largest customers of one company bring", () => {
    const row = {company_count: 1, concentrated_count: 1, top_share: 0.4, top_five_share: 0.5};
    expect(customersText("A", {...row, customer_count: 9})).toBe(
      "A was paid by 9 customers: the largest brought 40% of the money, the five largest 50%.",
    );
    expect(customersText("A", {...row, customer_count: 1})).toBe(
      "One customer pays all invoices of A.",
    );
    expect(customersText("A", undefined)).toMatch(/pay at the till/);
  });

  it("marginsOf(rows) has the median of the companies with revenue", () => {
    expect(marginsOf([0.3, -0.1, 0.1, null].map(margin)).median_share).toBe(0.1);
    expect(marginsOf([margin(null)]).median_share).toBeNull();
  });
});

describe("one company beside its industry", () => {
  const [good, bad] = [month(may, 100, 90), month(may, 100, 130)];

  it("comparedFinding keeps its grammar for gains, losses and no revenue", () => {
    const finding = (own: PnlMonth[], all: PnlMonth[]) => comparedFinding("Acme", own, all);
    const year = (vendors: readonly number[]) =>
      vendors.flatMap((vendor, at) =>
        month(`2025-${String(at + 1).padStart(2, "0")}-01`, 100, vendor),
      );
    const steady = [90, 91, 89, 90, 90, 90, 89, 91];
    expect(finding(year(steady), year(steady.map((vendor) => vendor + 40)))).toBe(
      "Acme kept 10.0% of revenue; its industry lost 30.0% of revenue",
    );
    const uneven = [60, 110, 70, 120, 65, 115, 60, 110];
    expect(finding(year(steady), year(uneven))).toBe(
      "Acme kept 10.0% of revenue, no clear difference from its industry",
    );
    expect(finding(good, good)).toBe("Acme kept 10.0% of revenue, as did its industry");
    expect(finding(month(may, 0, 5), good)).toBe("Acme has no revenue to compare");
    expect(finding([], [])).toBe("Acme has no revenue to compare");
  });

  it("companyFinding counts the months that lost money", () => {
    const finding = (...rows: PnlMonth[][]) => companyFinding("Acme", pnlResults(rows.flat()));
    expect(finding(good, month(june, 10, 20), month(july, 20, 20))).toBe(
      "Acme lost money in 1 of 3 months",
    );
    expect(finding(good)).toBe("Acme did not lose money");
    expect(finding(bad)).toBe("Acme lost money");
    expect(finding()).toBe("Acme has no complete month here yet");
  });

  it("seasonFinding compares the swings, each against its own mean month", () => {
    const path = (...revenue: number[]) =>
      pnlResults(
        revenue.flatMap((amount, at) =>
          month(`2025-${String(at + 1).padStart(2, "0")}-01`, amount),
        ),
      );
    const calm = [990, 1000, 1010, 1000, 995, 1005, 1000, 990, 1010, 1000];
    const wild = [30, 170, 40, 160, 50, 150, 30, 170, 40, 160];
    const finding = (own: number[], all: number[]) =>
      seasonFinding("Acme", seasonPoints(path(...own), path(...all)));
    expect(finding(wild, calm)).toBe(
      "The revenue of Acme swings 70 times as much as its industry’s",
    );
    expect(finding(calm, wild)).toMatch(/swings less than half as much as its industry’s$/);
    expect(finding([50, 150], [900, 1100])).toMatch(/swings about as much as its industry’s$/);
    expect(finding([90, 110], [900, 1100])).toMatch(/swings about as much/);
    expect(finding([0, 0], [900, 1100])).toBe("Acme has no revenue to compare");
    expect(finding([], [])).toBe("Acme has no revenue to compare");
    expect(finding([9], [9])).toBe("Acme has one month here, and one month shows no season");
  });
});
