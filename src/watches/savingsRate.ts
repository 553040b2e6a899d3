import {monthText} from "../lib/format.js";
import type {Watch} from "../lib/watches/watch.js";
import {againstText, comparedWith, valueText} from "../lib/watches/words.js";

const against = {months: 3};

/** Whether people put aside a smaller part of their income than in the months before. */
export const savingsRate: Watch = {
  title: "Savings rate",
  severity: "notice",
  measured: {measure: "savings_rate", months: 1},
  subtitle: "What all people put aside, share of their income",
  unit: "share",
  condition: {kind: "change", against, by: "amount", fall: 0.02},
  sentence: ({month, value, before}) => {
    const moved = comparedWith("share", value, before);
    const saved = value < 0 ? "people took from savings" : "people put aside";
    return `in ${monthText(month)}, ${saved} ${valueText("share", Math.abs(value))} of their income: ${moved} ${againstText(against)}.`;
  },
  silence: "there are not three months of income before to compare with",
};
