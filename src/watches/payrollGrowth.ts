import {money, monthText} from "../lib/format.js";
import type {Watch} from "../lib/watches/watch.js";
import {againstText, comparedWith} from "../lib/watches/words.js";

const against = "year before";

/** Whether companies pay more for people than a year ago, in the same month: holiday pay comes in some months only. */
export const payrollGrowth: Watch = {
  title: "Payroll",
  severity: "notice",
  measured: {measure: "payroll", months: 1},
  subtitle: "Payroll of all companies, EUR a month",
  unit: "EUR",
  condition: {kind: "change", against, by: "share", rise: 0.05},
  sentence: ({month, value, before}) =>
    `in ${monthText(month)}, companies paid ${money(value)} for the people they employ: ${comparedWith("EUR", value, before)} ${againstText(against)}.`,
  silence: "there is no payroll of the year before to compare with",
};
