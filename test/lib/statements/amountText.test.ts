import {describe, expect, it} from "vitest";
import {maybeAmount} from "../../../src/lib/statements/amountText.js";

const shown = (cell: string) => {
  const amount = maybeAmount(cell);
  return amount && `${amount.isNegative ? "-" : ""}${amount.number} ${amount.currency}`.trim();
};

describe("maybeAmount(cell)", () => {
  it.each([
    ["12", "12"],
    ["-12.50", "-12.50"],
    ["+12,50", "12,50"],
    ["1.234,56", "1.234,56"],
    ["1 234,56", "1234,56"],
    ["1\u00a0234,56", "1234,56"],
    ["1\u202f234,56-", "-1234,56"],
    ["1'234.50", "1234.50"],
    ["1’234.50", "1234.50"],
    ["(1,234.56)", "-1,234.56"],
    ["$(12.00)", "-12.00 USD"],
    ["-$1,234.56", "-1,234.56 USD"],
    ["€ 12,50", "12,50 EUR"],
    ["− 12,50 €", "-12,50 EUR"],
    ["CHF 1'234.50", "1234.50 CHF"],
    ["-45,10 PLN", "-45,10 PLN"],
    ["12.50 DR", "-12.50"],
    ["12.50CR", "12.50"],
    ["12,50 S", "-12,50"],
    ["12,50 EUR H", "12,50 EUR"],
    [".50", ".50"],
    ["1 200 Ft", "1200 HUF"],
    ["250 kr", "250"],
    ["0,53600 STK", "0,53600"],
  ])("reads %s", (cell, amount) => expect(shown(cell)).toBe(amount));

  it.each([
    "",
    "12 34",
    "12.34.56",
    "A12",
    "12 apples",
    "--5",
    "(5",
    "DE12 5001 0517",
    "2024-01-31",
    "12/24",
    "1,2,3",
  ])("does not read %j", (cell) => expect(shown(cell)).toBeUndefined());
});
