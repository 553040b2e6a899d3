import {describe, expect, it} from "vitest";
import {
  cashFinding,
  companyTimeline,
  lowText,
  outlookAsIs,
} from "../../../src/lib/companies/cashAhead.js";
import type {CompanyAccount} from "../../../src/lib/companies/company.js";
import {type Futures, oddsOf} from "../../../src/lib/companies/futures.js";
import type {OpenInvoice} from "../../../src/lib/companies/invoices.js";

const start = 2026 * 12 + 10; // November 2026

/** Ten futures, each of a year of like months of so much net. */
function futures(...net: number[]): Futures {
  const paths = net.map((eur) => new Float64Array(12).fill(100 * eur));
  const none = paths.map(() => new Float64Array(12));
  const odds = oddsOf({id: "a", start, paths: {inflow: paths, outflow: none, net: paths}}, 100_000);
  return {id: "a", start, inflow: paths, outflow: none, odds};
}

const nothing = {lumps: [], due: [], invoices: [], accounts: []};
const days = {last_day: "2026-10-31", day_eur: [800, 1000]};
const timelineOf = (of: Futures | undefined, day_eur = days.day_eur) =>
  companyTimeline({
    ...nothing,
    days: {...days, day_eur},
    ahead: outlookAsIs(of, day_eur.at(-1)),
  });

describe("companyTimeline(parts)", () => {
  it("has the days until today, month ends ahead, and what is due or expected after today", () => {
    const invoice = (expected_on: string | null) =>
      ({expected_on, customer: "Bo AB", amount_eur: 70}) as OpenInvoice;
    const timeline = companyTimeline({
      days,
      ahead: outlookAsIs(futures(100), 1000),
      lumps: [{month: "2026-10-01", category: "payroll", paid_on: "2026-10-23", amount_eur: 50}],
      due: [{category: "payroll", last_on: "2026-10-23", last_eur: 50, next_on: "2026-11-23"}],
      invoices: [invoice("2026-11-05"), invoice(null)],
      accounts: [{overdraft_limit_eur: 300} as CompanyAccount],
    });
    const iso = (day: Date) => day.toISOString().slice(0, 10);
    expect(timeline.past.map(({day, balance_eur}) => [iso(day), balance_eur])).toEqual([
      ["2026-10-30", 800],
      ["2026-10-31", 1000],
    ]);
    expect(timeline.fan).toHaveLength(12);
    expect(timeline.fan.slice(0, 2).map(({day, median_eur}) => [iso(day), median_eur])).toEqual([
      ["2026-11-30", 1100],
      ["2026-12-31", 1200],
    ]);
    const dues = timeline.dues.map(({day, label, amount_eur}) => [iso(day), label, amount_eur]);
    expect(dues).toHaveLength(13);
    expect(dues[0]).toEqual(["2026-11-23", "Payroll", -50]);
    expect(dues.at(-1)).toEqual(["2026-11-05", "Bo AB", 70]);
    expect(timeline.limit_eur).toBe(300);
  });

  it("is empty for no company", () =>
    expect(companyTimeline({...nothing, days: undefined, ahead: undefined}).past).toEqual([]));
});

describe("the words on cash ahead", () => {
  const finding = (of: Futures | undefined, ...day_eur: number[]) => {
    const shown = day_eur.length > 0 ? day_eur : undefined;
    return cashFinding(
      "Acme",
      timelineOf(of, shown),
      outlookAsIs(of, (shown ?? days.day_eur).at(-1)),
    );
  };

  it("cashFinding tells safe, at risk, probably dry, overdrawn and unknown apart", () => {
    const [safe, dry] = [futures(10, 20), futures(-300, -400)];
    expect(finding(safe)).toBe("Acme has cash for the next twelve months");
    expect(finding(dry)).toBe("Acme will probably run out of cash by winter 2027");
    const mixed = futures(...Array.from({length: 500}, (_, at) => (at < 100 ? -200 : 10)));
    expect(finding(mixed)).toBe("Acme has a 20% risk of running dry within a year");
    expect(finding(dry, -5)).toBe("Acme is overdrawn, and will probably still be in October 2027");
    expect(finding(futures(100), -5)).toBe("Acme is overdrawn, but probably not in October 2027");
    expect(finding(undefined)).toBe("Acme has too few months to forecast");
    expect(cashFinding("Acme", {past: [], fan: [], dues: []}, undefined)).toBe(
      "Acme has no balance to show",
    );
  });

  it("lowText holds the lowest point against the overdraft, where it is below zero", () => {
    const text = (net: number, limit_eur: number) =>
      lowText({...timelineOf(futures(net)), limit_eur});
    expect(text(-100, 300)).toBe("The overdraft of €300 would cover the lowest point.");
    expect(text(-100, 150)).toBe("Without new money the overdraft of €150 will not be enough.");
    expect(text(10, 300)).toBe("");
  });
});
