import {describe, expect, it} from "vitest";
import {formatMonth} from "../../../src/lib/day.js";
import type {Span} from "../../../src/people/statement/balanceChecks.js";
import {balancesFinding} from "../../../src/people/statement/balanceFigures.js";
import {wholeMonths} from "../../../src/people/statement/wholeMonths.js";
import {analysed, checking, file, unnamed} from "../../support/ownFiles.js";

const span = (first: string, last: string, changes: Partial<Span> = {}): Span => ({
  file: first,
  account: "checking",
  currency: "EUR",
  first,
  last,
  openingCents: undefined,
  closingCents: undefined,
  ...changes,
});
const months = (...spans: readonly Span[]) => wholeMonths(spans).map(formatMonth);

describe("wholeMonths(spans)", () => {
  it("leaves out the months in whose midst the files begin or end", () => {
    expect(months(span("2025-01-03", "2025-03-28"))).toEqual(["2025-01", "2025-02", "2025-03"]);
    expect(months(span("2025-01-15", "2025-03-15"))).toEqual(["2025-02"]);
    expect(months()).toEqual([]);
  });

  it("leaves out a month of which a gap between two files takes more than some days", () => {
    const [one, two] = [span("2025-01-01", "2025-02-10"), span("2025-03-02", "2025-04-30")];
    expect(months(one, two)).toEqual(["2025-01", "2025-03", "2025-04"]);
    const proven = [
      {...one, closingCents: 100},
      {...two, openingCents: 100},
    ];
    expect(months(...proven)).toEqual(["2025-01", "2025-02", "2025-03", "2025-04"]);
  });

  it("leaves out a month of which one of several accounts has less than half", () => {
    const main = span("2025-01-01", "2025-04-30");
    const card = {account: "card"};
    expect(months(main, span("2025-02-20", "2025-03-25", card))).toEqual([
      "2025-01",
      "2025-03",
      "2025-04",
    ]);
    expect(months(main, span("2025-02-09", "2025-03-20", card))).toHaveLength(4);
  });

  it("leaves out a month of which no account has more than some days", () => {
    const [one, two] = [span("2025-01-01", "2025-01-30"), {account: "other"}];
    expect(months(one, span("2025-05-01", "2025-06-30", two))).toEqual([
      "2025-01",
      "2025-05",
      "2025-06",
    ]);
    expect(months(one, span("2025-02-16", "2025-03-31", two))).toEqual(["2025-01", "2025-03"]);
    expect(months(one, span("2025-02-08", "2025-03-31", two))).toHaveLength(3);
  });

  it("counts a month that one account has where others have begun later or ended before", () => {
    const early = span("2025-01-01", "2025-01-30", {account: "early"});
    const late = span("2025-05-01", "2025-05-31", {account: "late"});
    expect(months(early, span("2025-01-02", "2025-05-30"), late)).toHaveLength(5);
    const proven = [
      span("2025-01-01", "2025-01-31", {closingCents: 100}),
      span("2025-04-01", "2025-05-31", {openingCents: 100}),
    ];
    expect(months(early, ...proven, late)).toHaveLength(5);
  });
});

describe("the averages of a page", () => {
  it("are of whole months, also where a month between two files is missing", async () => {
    const {months, spending} = await analysed([
      file("1.csv", checking(["2025-01"])),
      file("2.csv", checking(["2025-03", "2025-04"], {opening: 9000})),
    ]);
    expect(months.map(({month}) => month.toISOString().slice(0, 7))).toEqual([
      "2025-01",
      "2025-03",
      "2025-04",
    ]);
    expect(spending).toMatchObject({month_count: 3, income_eur: 2000});
  });

  it("are of whole months, also where each file passes for an account of its own", async () => {
    const files = [
      file("jan.csv", unnamed(["2026-01"])),
      file("may.csv", unnamed(["2026-05", "2026-06"])),
    ];
    const {accounts, months, spending, checks} = await analysed(files);
    expect(accounts.map(({account}) => account)).toEqual(["jan", "may"]);
    expect(months.map(({month}) => month.toISOString().slice(0, 7))).toEqual([
      "2026-01",
      "2026-05",
      "2026-06",
    ]);
    expect(spending).toMatchObject({month_count: 3, income_eur: 2500});
    expect(balancesFinding(checks)).toBe("No balance is stated, and there is 1 gap");
  });

  it("are of whole months, whatever savings have between the files of spending accounts", async () => {
    const files = [
      file("jan.csv", unnamed(["2026-01"])),
      file("may.csv", unnamed(["2026-05"])),
      file("savings.csv", unnamed(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"])),
    ];
    const {months, checks} = await analysed(files);
    expect(months).toHaveLength(2);
    expect(checks).toMatchObject([
      {account: "may", what: "2026-01-30 to 2026-05-01", result: "gap"},
    ]);
    const settled = await analysed(files, {kinds: {savings: "checking"}});
    expect(settled.months).toHaveLength(5);
    expect(settled.checks).toEqual([]);
  });
});
