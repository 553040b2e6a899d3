import {describe, expect, it} from "vitest";
import {
  bankWaits,
  type CompanyWait,
  companyWaitFinding,
  companyWaitText,
  invoiceCount,
  waitShares,
} from "../../../src/lib/companies/waits.js";

const wait = (row: Partial<CompanyWait>): CompanyWait => ({
  on_time_count: 3,
  week_count: 1,
  fortnight_count: 0,
  month_count: 0,
  later_count: 0,
  open_count: 0,
  on_time_eur: 0,
  week_eur: 0,
  fortnight_eur: 0,
  month_eur: 0,
  later_eur: 0,
  open_eur: 0,
  late_share: 0.25,
  median_days: 30,
  median_term_days: 30,
  window_from: "2025-05-01",
  window_to: "2025-06-30",
  ...row,
});
const industry = (median_days: number | null) =>
  wait({on_time_count: 4, open_count: 3, median_days});

describe("waitShares(own, industry)", () => {
  it("gives each delay its share of a company's and of its industry's invoices", () => {
    const rows = waitShares(wait({}), industry(30));
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      delay: "on_time",
      invoice_count: 3,
      company_share: 0.75,
      industry_share: 0.5,
    });
    expect(rows.at(-1)).toMatchObject({delay: "open", company_share: 0, industry_share: 3 / 8});
    expect(rows.reduce((sum, row) => sum + row.company_share, 0)).toBe(1);
  });

  it("compares no company with an industry that is the company alone, and shows nothing without invoices", () => {
    const rows = waitShares(wait({}), wait({}));
    expect(rows.every(({industry_share}) => industry_share === undefined)).toBe(true);
    expect(waitShares(undefined, industry(30))).toEqual([]);
    expect(invoiceCount(industry(30))).toBe(8);
  });
});

describe("bankWaits(bank)", () => {
  it("takes the row of the bank apart into one row per class", () => {
    const rows = bankWaits(wait({open_count: 2, open_eur: 70}));
    expect(rows.map(({delay, invoice_count}) => `${delay} ${invoice_count}`)).toEqual([
      "on_time 3",
      "week 1",
      "fortnight 0",
      "month 0",
      "later 0",
      "open 2",
    ]);
    expect(rows.at(-1)).toMatchObject({amount_eur: 70, median_days: 30, window_to: "2025-06-30"});
    expect(bankWaits(undefined)).toEqual([]);
  });
});

describe("the words on a company's waits", () => {
  it("companyWaitFinding names both medians, or says why there are none", () => {
    const finding = (own: number | null, other: number | null) =>
      companyWaitFinding("Acme", wait({median_days: own}), industry(other));
    const late = wait({median_days: 35, on_time_count: 2, later_count: 20});
    const others = wait({median_days: 32, on_time_count: 62, later_count: 20});
    expect(companyWaitFinding("Acme", late, others)).toBe(
      "Customers pay Acme after 35 days, against 32 days in its industry",
    );
    expect(finding(1, 32)).toBe("Customers pay Acme after 1 day, about as in its industry");
    expect(finding(32, 32)).toBe("Customers pay Acme after 32 days, as they do in its industry");
    expect(finding(32, null)).toBe("Customers pay Acme after 32 days");
    expect(finding(null, 32)).toBe("Most invoices of Acme are still open");
    expect(companyWaitFinding("Acme", wait({}), wait({median_days: 9}))).toBe(
      "Customers pay Acme after 30 days",
    );
    expect(companyWaitFinding("Acme", undefined, industry(3))).toBe(
      "Acme has no invoice old enough to tell when its customers pay",
    );
  });

  it("companyWaitText says what is asked and what share comes in time, for many, one and none", () => {
    expect(companyWaitText(wait({}))).toBe(
      "The median of its 4 invoices is due in 30 days; 75% were paid on time.",
    );
    expect(companyWaitText(wait({on_time_count: 0}))).toBe(
      "Its one invoice was due in 30 days and not paid on time.",
    );
    expect(companyWaitText(wait({on_time_count: 1, week_count: 0}))).toMatch(
      / and paid on time\.$/,
    );
    expect(companyWaitText(undefined)).toBe("");
  });
});
