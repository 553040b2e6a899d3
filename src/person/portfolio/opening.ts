/** The opening of a portfolio page; where there is nothing to follow, it says so and the page ends with it. */
import {builder} from "../../components/dom.js";
import {money} from "../../lib/format.js";
import type {Account} from "../../lib/investing/account.js";
import {type Summary, summaryText} from "./summary.js";

/** The summary of an account that has traded; of another, one sentence in a mark that hides what would follow. */
export function portfolioOpening(
  name: string,
  {accountId, trades}: Account,
  summary: Summary,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (trades.length > 0) return html("span", {}, summaryText(summary));
  return html(
    "span",
    {class: "no-portfolio"},
    nothingText(name, accountId !== "", summary.value_eur),
  );
}

function nothingText(name: string, hasAccount: boolean, cash_eur: number): string {
  if (!hasAccount)
    return `${name} has no brokerage account at this bank, so there is no portfolio to show.`;
  const holds = cash_eur === 0 ? "it is empty" : `it holds ${money(cash_eur)} in cash`;
  return `${name} has opened a brokerage account but has not bought anything yet: ${holds}.`;
}
