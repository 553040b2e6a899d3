import type {BalanceCheck} from "./balanceChecks.js";

/** In how many files all balances that they state follow from their rows; empty where none states one. */
export function statedText(checks: readonly BalanceCheck[]): string {
  const own = checks.filter(({what}) => / balances?$/.test(what));
  const all = new Set(own.map(({file}) => file)).size;
  const wrong = own.filter(({result}) => result !== "holds");
  const agreed = all - new Set(wrong.map(({file}) => file)).size;
  if (all === 0) return "";
  if (all === 1)
    return `The stated balances ${agreed === 1 ? "agree" : "do not agree"} with the rows.`;
  const share =
    agreed === all ? `all ${all}` : agreed === 0 ? `none of ${all}` : `${agreed} of ${all}`;
  return `The stated balances agree with the rows in ${share} files.`;
}
