import {describe, expect, it} from "vitest";
import {formatMonth} from "../../../src/lib/day.js";
import type {Span} from "../../../src/people/statement/balanceChecks.js";
import {wholeMonths} from "../../../src/people/statement/wholeMonths.js";
import {analysed, checking, file} from "../../support/ownFiles.js";

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
});
