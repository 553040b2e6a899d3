import {describe, expect, it} from "vitest";
import {
  accountsFinding,
  type CompanyAccount,
  cashMonths,
  companyText,
  dueFinding,
  dueLines,
  type RegularPayment,
} from "../../../src/lib/companies/company.js";

const months = (...closing_eur: number[]) =>
  cashMonths({first_month: "2025-05-01", opening_eur: 0, closing_eur, last_day: null, day_eur: []});
const account = {kind: "checking"} as CompanyAccount;

describe("companyText(name, months, accounts)", () => {
  it("says what is held, for a rise, a fall, no change, an overdraft and one month", () => {
    const text = (...closing: number[]) => companyText("Acme", months(...closing), [account]);
    expect(text(100, 110)).toBe(
      "At the end of June 2025 Acme held €110, €10 more than in May 2025.",
    );
    expect(text(100, 50)).toMatch(/, €50 less than in May 2025\.$/);
    expect(text(100, 100)).toMatch(/, unchanged from May 2025\.$/);
    expect(text(100, -5)).toBe("At the end of June 2025 Acme was €5 overdrawn.");
    expect(text(-5, 100)).toMatch(/held €100, €105 more than in May 2025\.$/);
    expect(text(100)).toBe("At the end of May 2025 Acme held €100.");
    expect(text()).toBe("Acme has no complete month here yet.");
    expect(cashMonths(undefined)).toEqual([]);
  });

  it("names every part of the total, the overdraft too, if they are of the same day", () => {
    const parts = [
      {...account, balance_eur: -40},
      {...account, kind: "savings", balance_eur: 140},
    ];
    expect(companyText("Acme", months(100), parts)).toBe(
      "At the end of May 2025 Acme held €100: an overdraft of €40 in checking and €140 in savings.",
    );
    expect(companyText("Acme", months(90), parts)).toBe("At the end of May 2025 Acme held €90.");
  });
});

describe("accountsFinding(name, accounts)", () => {
  it("adds up what each account still allows, with its overdraft where there is one", () => {
    const finding = (...accounts: [balance_eur: number, overdraft_limit_eur: number][]) =>
      accountsFinding(
        "Acme",
        accounts.map(([balance_eur, overdraft_limit_eur]) => ({
          ...account,
          balance_eur,
          overdraft_limit_eur,
        })),
      );
    expect(finding([-300, 500], [40, 0])).toBe("Acme can still pay €240, its overdraft included");
    expect(finding([100, 0])).toBe("Acme can still pay €100");
    expect(finding([-510, 500])).toBe("Acme can pay nothing more: its overdraft is used up");
    expect(finding([0, 0])).toBe("Acme can pay nothing more");
    expect(finding([-510, 500], [40, 0])).toBe("Acme can still pay €40, its overdraft included");
    expect(finding()).toBe("Acme has no open account");
  });
});

describe("dueFinding(name, rows, cash)", () => {
  const due = (category: RegularPayment["category"], last_eur: number): RegularPayment => ({
    category,
    last_on: "2025-05-05",
    last_eur,
    next_on: "2025-06-05",
  });

  it("holds what is due against the cash", () => {
    const rows = [due("premises", 40), due("payroll", 60)];
    const finding = (...closing: number[]) => dueFinding("Acme", rows, months(...closing));
    expect(finding(100)).toBe("€100 is due by 5 June 2025, and the cash covers it");
    expect(finding(99)).toBe("€100 is due by 5 June 2025, more than the cash of €99");
    expect(finding(-1)).toBe("€100 is due by 5 June 2025, and only the overdraft can pay it");
    expect(finding()).toBe("€100 is due by 5 June 2025");
    expect(dueFinding("Acme", [], [])).toBe("Acme has no regular payments to expect");
  });

  it("dueLines gives each category its words", () => {
    expect(dueLines([due("vat", 1)])).toEqual([
      {payment: "VAT", last_eur: 1, last_on: "2025-05-05", next_on: "2025-06-05"},
    ]);
  });
});
