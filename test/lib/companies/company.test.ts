import {describe, expect, it} from "vitest";
import {
  accountsFinding,
  type CompanyAccount,
  cashFinding,
  cashMonths,
  companyText,
  type DuePayment,
  dueFinding,
  dueLines,
  invoicesFinding,
  type OpenInvoice,
} from "../../../src/lib/companies/company.js";

const months = (...closing_eur: number[]) =>
  cashMonths({user_id: "a", first_month: "2025-05-01", opening_eur: 0, closing_eur});
const account = {account_id: "a-chk", kind: "checking"} as CompanyAccount;

describe("companyText(name, months, accounts)", () => {
  it("says what is held, for a rise, a fall, no change, an overdraft and one month", () => {
    const text = (...closing: number[]) => companyText("Acme", months(...closing), [account]);
    expect(text(100, 100, 100, 100, 100, 110)).toBe(
      "At the end of October 2025 Acme held €110, 10% more than in September 2025.",
    );
    expect(text(100, 100, 100, 100, 100, 50)).toMatch(/50% less than in September 2025\.$/);
    expect(text(100, 80, 110, 90, 100, 110)).toMatch(/€110, within chance of September 2025\.$/);
    expect(text(100, 100)).toMatch(/, as in May 2025\.$/);
    expect(text(100, -5)).toBe("At the end of June 2025 Acme was €5 overdrawn.");
    expect(text(-5, 100)).toMatch(/held €100, after −\u2060€5 in May 2025\.$/);
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

describe("cashFinding(name, months)", () => {
  it("names the lowest month, and counts those below zero", () => {
    expect(cashFinding("Acme", months(30, 10, 20))).toBe(
      "Acme's cash was lowest in June 2025, at €10",
    );
    expect(cashFinding("Acme", months(30, -10, -20))).toBe(
      "Acme ended 2 of 3 months below zero, lowest in July 2025",
    );
    expect(cashFinding("Acme", months(30))).toBe("Acme ended the month with €30");
    expect(cashFinding("Acme", [])).toBe("Acme has no balance to show");
  });
});

describe("invoicesFinding(name, rows)", () => {
  it("sums what is owed, and what of it is late", () => {
    const invoice = (amount_eur: number, late_days: number) =>
      ({amount_eur, late_days}) as OpenInvoice;
    const finding = (...rows: OpenInvoice[]) => invoicesFinding("Acme", rows);
    expect(finding(invoice(100, 3), invoice(200, -3))).toBe(
      "Customers owe Acme €300, €100 of it late",
    );
    expect(finding(invoice(100, 0))).toBe("Customers owe Acme €100, none of it late");
    expect(finding(invoice(100, 1))).toBe("Customers owe Acme €100, all of it late");
    expect(finding()).toBe("Acme waits for no invoice");
  });
});

describe("dueFinding(name, rows, cash)", () => {
  const due = (category: DuePayment["category"], last_eur: number): DuePayment => ({
    user_id: "a",
    category,
    last_on: "2025-05-05",
    last_eur,
    next_on: "2025-06-05",
  });

  it("holds what is due against the cash", () => {
    const rows = [due("premises", 40), due("payroll", 60)];
    const finding = (...closing: number[]) => dueFinding("Acme", rows, months(...closing));
    expect(finding(100)).toBe(
      "If they repeat, the next two regular payments take €100, and the cash covers them",
    );
    expect(finding(99)).toMatch(/, more than the cash of €99$/);
    expect(finding(-1)).toMatch(/, and there is no cash but the overdraft$/);
    expect(finding()).toMatch(/take €100$/);
    expect(dueFinding("Acme", rows.slice(1), months(60))).toBe(
      "If it repeats, the next payment takes €60, and the cash covers it",
    );
    expect(dueFinding("Acme", [], [])).toBe(
      "Acme has kept up no regular payment that would come next",
    );
  });

  it("dueLines gives each category its words", () => {
    expect(dueLines([due("vat", 1)])).toEqual([
      {payment: "VAT", last_eur: 1, last_on: "2025-05-05", next_on: "2025-06-05"},
    ]);
  });
});
