import {describe, expect, it} from "vitest";
import {type RunMonth, runTie, tieFinding, tieText} from "../../../src/companies/payroll/runs.js";
import {
  type CompanyPayroll,
  companyHeadFinding,
  companyPayroll,
  companyShareFinding,
  missedText,
} from "../../../src/lib/companies/companyPayroll.js";
import {type CompanyYear, industryDifferences} from "../../../src/lib/companies/companyYears.js";
import {
  byShare,
  headFinding,
  type IndustryPayroll,
  movesFinding,
  type PayrollMonth,
  payrollText,
  raiseFinding,
  shareFinding,
  staffBridge,
} from "../../../src/lib/companies/payroll.js";

const may: PayrollMonth = {
  month: "2025-05-01",
  company_count: 2,
  employee_count: 10,
  paid_eur: 20_000,
  contributions_eur: 10_000,
  revenue_eur: 100_000,
  joiner_count: 0,
  leaver_count: 0,
  raise_count: 0,
  median_raise_share: null,
};
const june = {...may, month: "2025-06-01"};

describe("the words over the payroll", () => {
  it("payrollText says who was paid and what a head costs, for a rise, a fall, no change and one month", () => {
    const movedTo = (employee_count: number) =>
      payrollText([may, may, may, may, may, {...june, employee_count}]);
    expect(movedTo(11)).toBe(
      "In June 2025, 2 companies paid 11 people, one more than in May 2025. That cost €30k, 30.0% of what customers paid: €2,727 per employee, of which €1,818 reached the employee.",
    );
    expect(movedTo(9)).toMatch(/one fewer than in May 2025/);
    expect(payrollText([may, june])).toMatch(/10 people, unchanged from May 2025\./);
    expect(payrollText([{...may, employee_count: 1, company_count: 1}])).toMatch(
      /^In May 2025, 1 company paid 1 person\. /,
    );
    expect(payrollText([{...may, revenue_eur: 0}])).toMatch(/That cost €30k: €3,000 per employee/);
    expect(payrollText([{...may, employee_count: 0}])).toBe("In May 2025 no company paid anybody.");
    expect(payrollText([])).toMatch(/^No company has a complete month/);
  });

  it("movesFinding leads from the first headcount to the last, and its parts add up as read", () => {
    const finding = (employee_count: number, joiner_count: number, leaver_count: number) =>
      movesFinding([may, {...june, employee_count, joiner_count, leaver_count}]);
    expect(finding(12, 3, 1)).toBe("From 10 people to 12: 3 joined, 1 left");
    expect(finding(9, 3, 1)).toBe(
      "From 10 people to 9: 3 joined, 1 left, 3 in skipped or ended runs",
    );
    expect(finding(15, 0, 2)).toBe(
      "From 10 people to 15: 0 joined, 2 left, 7 in new or resumed runs",
    );
    expect(finding(10, 0, 0)).toBe("Nobody joined and nobody left");
    expect(movesFinding([])).toBe("Nobody joined and nobody left");
  });

  it("staffBridge leads from the first headcount to the last, step by step", () => {
    const bridge = (employee_count: number) =>
      staffBridge([may, {...june, employee_count, joiner_count: 3, leaver_count: 1}]).map(
        ({step, person_count, isTotal}) => `${step} ${person_count}${isTotal ? "" : "?"}`,
      );
    expect(bridge(12)).toEqual(["May 2025 10", "Joined 3?", "Left -1?", "June 2025 12"]);
    expect(bridge(9)).toContain("Runs skipped or ended -3?");
    expect(bridge(14)).toContain("Runs begun or taken up again 2?");
    expect(staffBridge([])).toEqual([]);
  });

  it("raiseFinding names the month with most raises, unless others have as many within chance", () => {
    const raised = (raise_count: number) => ({...june, raise_count, median_raise_share: 0.025});
    expect(raiseFinding([raised(3), raised(40)])).toBe(
      "40 people got a raise in June 2025, 2.5% at the median",
    );
    expect(raiseFinding([raised(33), raised(40)])).toBe(
      "73 raises in 2 months; no month had clearly the most",
    );
    expect(raiseFinding([may])).toBe("Nobody got a raise");
    expect(raiseFinding([])).toBe("Nobody got a raise");
  });
});

describe("cost per head and payroll share", () => {
  const industry = (name: string, cost: number, share: number | null): IndustryPayroll => ({
    industry: name,
    company_count: 1,
    employee_months: 12,
    payroll_eur: 1,
    revenue_eur: 1,
    cost_per_head_eur: cost,
    payroll_share: share,
    month_count: 12,
  });
  const rows = [industry("it_services", 3000, 0.2), industry("retail", 2000, 0.4)];

  /** Ten companies an industry, whose costs and shares lie so far about those of the industry. */
  const companies = (noise: number): CompanyYear[] =>
    [
      {industry: "it_services", cost: 3000, share: 0.2},
      {industry: "retail", cost: 2000, share: 0.4},
    ].flatMap(({industry, cost, share}) =>
      Array.from({length: 10}, (_, at) => {
        const factor = 1 + noise * (at - 4.5);
        return {
          user_id: `${industry} ${at}`,
          industry,
          employee_months: 12,
          payroll_eur: 12 * cost * factor,
          revenue_eur: (12 * cost) / share,
          result_eur: 0,
        };
      }),
    );

  const differences = (noise: number) => industryDifferences(companies(noise), [], rows);
  const none = industryDifferences([], [], []);

  it("headFinding compares the dearest head with the cheapest", () => {
    expect(headFinding(rows, differences(0.01))).toBe(
      "An employee costs 50% more in IT services than in retail",
    );
    expect(headFinding(rows.slice(1), none)).toBe("An employee costs €2,000 a month in retail");
    expect(headFinding([], none)).toBe("No industry pays anybody here");
  });

  it("shareFinding names both ends, and leaves out who has no revenue", () => {
    const all = [...rows, industry("media", 1000, null)];
    expect(byShare(all).map((row) => row.industry)).toEqual(["retail", "it_services"]);
    expect(shareFinding(all, differences(0.01))).toBe(
      "Payroll takes 40% of revenue in retail, 20% in IT services",
    );
    expect(shareFinding(rows.slice(1), none)).toBe("Payroll takes 40% of revenue in retail");
    expect(shareFinding([], none)).toBe("No industry has both payroll and revenue");
  });

  it("rank no industries whose companies lie further apart than they do", () => {
    const mixed = companies(0.2).map((row, at) => ({
      ...row,
      industry: at % 2 ? "it_services" : "retail",
    }));
    const wide = industryDifferences(mixed, [], rows);
    expect(headFinding(rows, wide)).toBe(
      "What an employee costs differs between industries by no more than chance",
    );
    expect(shareFinding(rows, wide)).toBe(
      "Payroll’s share of revenue differs between industries by no more than chance",
    );
  });
});

describe("payroll runs", () => {
  const run: RunMonth = {
    month: "2025-05-01",
    run_count: 2,
    payment_count: 3,
    paid_eur: 0.1,
    received_eur: 0.1,
    difference_eur: 0,
    untied_run_count: 0,
    unpaid_salary_count: 0,
  };
  const broken = {...run, received_eur: 0.2, difference_eur: -0.1, untied_run_count: 1};

  it("runTie sums in cents, so that nothing is left over", () => {
    expect(runTie([run, run, run])).toMatchObject({runCount: 6, paidEur: 0.3, differenceEur: 0});
  });

  it("tieFinding says whether they tie", () => {
    expect(tieFinding([run, run])).toBe("All 4 payroll runs tie to the salaries received");
    expect(tieFinding([{...run, run_count: 1}])).toBe(
      "The one payroll run ties to the salaries received",
    );
    expect(tieFinding([run, broken])).toBe(
      "1 of 4 payroll runs does not tie to the salaries received",
    );
    expect(tieFinding([{...run, unpaid_salary_count: 1}])).toBe(
      "Both payroll runs tie to the salaries received, but 1 salary had no run",
    );
    expect(tieFinding([])).toBe("No payroll run to check");
  });

  it("tieText says what was paid and received, the same or not", () => {
    expect(tieText([run, run])).toBe(
      "All 4 payroll runs tie to the salaries received. Companies paid €0.20 in 6 payments, and employees received the same, to the cent.",
    );
    expect(tieText([run, broken])).toMatch(
      /^1 of 4 .* and employees received €0\.30, a difference of −\u2060€0\.10\.$/,
    );
    expect(tieText([])).toBe("No payroll run to check.");
  });
});

describe("one company's payroll", () => {
  const acme: CompanyPayroll = {
    first_month: "2025-12-01",
    employee_count: [2, 0],
    paid_eur: [200, 0],
    payroll_eur: [300, 0],
    revenue_eur: [500, 500],
    joiner_count: [0, 0],
    leaver_count: [0, 0],
    raise_count: [0, 0],
  };
  const rows = companyPayroll(acme);

  it("companyPayroll lays the lists out by month", () => {
    expect(rows[1]?.month.toISOString()).toMatch(/^2026-01-01/);
    expect(rows.map((row) => row.cost_per_head_eur)).toEqual([150, undefined]);
    expect(companyPayroll(undefined)).toEqual([]);
  });

  it("companyShareFinding sets it beside its industry", () => {
    const industry = {payroll_share: 0.2} as IndustryPayroll;
    const year = (...payrolls: number[]) =>
      payrolls.map((payroll_eur) => ({...rows[0]!, payroll_eur, revenue_eur: 1000}));
    expect(companyShareFinding("Acme", year(300, 310, 290, 300, 305, 295), industry)).toBe(
      "Acme spends 30% of revenue on staff; its industry spends 20%",
    );
    expect(companyShareFinding("Acme", year(100, 500, 50, 550, 100, 500), industry)).toBe(
      "Acme spends 30% of revenue on staff, much like its industry (20%)",
    );
    expect(companyShareFinding("Acme", rows, {...industry, payroll_share: 0.3})).toMatch(
      /as does its industry$/,
    );
    expect(companyShareFinding("Acme", rows, undefined)).toMatch(/on staff$/);
    expect(companyShareFinding("Acme", year(0, 0), industry)).toBe(
      "Acme pays nobody who banks here",
    );
    expect(companyShareFinding("Acme", [], undefined)).toBe("Acme has no complete month here yet");
    expect(companyShareFinding("Acme", [{...rows[0]!, revenue_eur: 0}], undefined)).toMatch(
      /no revenue to compare/,
    );
  });

  it("missedText tells of runs that did not happen", () => {
    expect(missedText("Acme", rows)).toBe("Acme missed payroll in January 2026.");
    expect(missedText("Acme", [...rows, rows[1]!])).toBe(
      "Acme missed payroll in two months, last in January 2026.",
    );
    expect(missedText("Acme", rows.slice(0, 1))).toBe("Acme has paid its staff every month.");
    expect(missedText("Acme", rows.slice(1))).toBe("Acme pays nobody who banks here.");
    expect(missedText("Acme", [])).toBe("");
  });

  it("companyHeadFinding counts whom it pays, against the first month", () => {
    const finding = (...counts: number[]) =>
      companyHeadFinding(
        "Acme",
        counts.map((employee_count) => ({...rows[0]!, employee_count})),
      );
    expect(finding(2, 5)).toBe("Acme pays 5 people, three more than in December 2025");
    expect(finding(2, 1)).toBe("Acme pays 1 person, one fewer than in December 2025");
    expect(finding(2, 0)).toBe("Acme pays nobody, two fewer than in December 2025");
    expect(finding(2, 2)).toBe("Acme pays 2 people, unchanged from December 2025");
    expect(finding(0, 0)).toBe("Acme pays nobody who banks here");
    expect(finding(2)).toBe("Acme pays 2 people");
    expect(finding()).toBe("Acme has no complete month here yet");
  });
});
