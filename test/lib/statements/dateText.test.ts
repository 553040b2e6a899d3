import {describe, expect, it} from "vitest";
import {dayIn, maybeDate, readings} from "../../../src/lib/statements/dateText.js";

const days = (cell: string) => {
  const date = maybeDate(cell);
  return date && readings(date).map((order) => `${order} ${dayIn(date, order)}`);
};

describe("maybeDate(cell)", () => {
  it.each([
    ["2024-01-31", ["ymd 2024-01-31"]],
    ["2024/01/31", ["ymd 2024-01-31"]],
    ["2024.01.31.", ["ymd 2024-01-31"]],
    ["2024-01-31T10:11:12.000Z", ["ymd 2024-01-31"]],
    ["2024-01-31 10:11", ["ymd 2024-01-31"]],
    ["2024-01-05, 09:30:00", ["ymd 2024-01-05"]],
    ["20240131", ["ymd 2024-01-31"]],
    ["20240131101112", ["ymd 2024-01-31"]],
    ["20240131;101112", ["ymd 2024-01-31"]],
    ["31012024", ["dmy 2024-01-31"]],
    ["31.01.2024", ["dmy 2024-01-31"]],
    ["31. 1. 2024", ["dmy 2024-01-31"]],
    ["31.1.24", ["dmy 2024-01-31", "ymd 2031-01-24"]],
    ["01/31/2024", ["mdy 2024-01-31"]],
    ["01/31/2024 as of 01/30/2024", ["mdy 2024-01-31"]],
    ["03/04/2024", ["dmy 2024-04-03", "mdy 2024-03-04"]],
    ["31 Jan 2024", ["dmy 2024-01-31"]],
    ["31-Jan-24", ["dmy 2024-01-31"]],
    ["Jan 31, 2024", ["mdy 2024-01-31"]],
    ["January 31st, 2024", ["mdy 2024-01-31"]],
    ["31. März 2024", ["dmy 2024-03-31"]],
    ["5 août 2024", ["dmy 2024-08-05"]],
    ["5 de enero de 2024", ["dmy 2024-01-05"]],
    ["5 gennaio 2024", ["dmy 2024-01-05"]],
    ["5 września 2024", ["dmy 2024-09-05"]],
    ["5. července 2024", ["dmy 2024-07-05"]],
    ["5. června 2024", ["dmy 2024-06-05"]],
    ["5. heinäkuuta 2024", ["dmy 2024-07-05"]],
    ["Mon 05 Feb 2024", ["dmy 2024-02-05"]],
    ["29/02/2023", []],
  ])("reads %s", (cell, expected) => expect(days(cell)).toEqual(expected));

  it.each([
    "",
    "12.50",
    "1.234,56",
    "12345",
    "DE12500105",
    "99999999",
    "10:11:12",
    "5 apples 24",
    "1234567890",
  ])("does not read %j", (cell) => expect(days(cell)).toBeUndefined());
});
