/** The accounts of the files: which kind each is, what is on it, and rates of foreign currencies. */
import {builder} from "../../components/dom.js";
import {dayShort} from "../../lib/format.js";
import {agree, plural} from "../../lib/words.js";
import type {Analysis} from "./analysis.js";
import {exactAmount} from "./exactAmount.js";
import {type AccountKind, accountKinds, type Settings} from "./settings.js";

const kindNames: Record<AccountKind, string> = {
  checking: "Checking",
  savings: "Savings",
  card: "Card",
  broker: "Broker",
};

export interface AccountActions {
  readonly onKind: (account: string, kind: AccountKind) => void;
  readonly onRate: (currency: string, rate: number) => void;
  readonly rates: Settings["rates"];
  readonly document: Document;
}

/** A line an account, each kind a choice, and a field for each currency that has no rate. */
export function accountLines(
  {accounts, rateless}: Analysis,
  {onKind, onRate, rates, document}: AccountActions,
): HTMLElement {
  const {html} = builder(document);
  const lines = accounts.map(({account, kind, currency, balance, last}) => {
    const choice = html(
      "select",
      {
        "aria-label": `Kind of the account ${account}`,
        on: {change: () => onKind(account, choice.value as AccountKind)},
      },
      ...accountKinds.map((value) =>
        html("option", {value, selected: value === kind}, kindNames[value]),
      ),
    );
    const words =
      balance === null
        ? "no balance in its files"
        : `${exactAmount(balance, currency)} on ${dayShort(last)}`;
    return html("li", {}, choice, html("strong", {}, account), html("span", {}, words));
  });
  const known = Object.keys(rates).filter((code) => accounts.some((a) => a.currency === code));
  const currencies = [
    ...rateless.map(({currency, count}) => ({
      currency,
      words: `${plural(count, "payment")} ${agree(count, "is", "are")} not in the figures yet`,
    })),
    ...known
      .filter((code) => rateless.every(({currency}) => currency !== code))
      .map((currency) => ({currency, words: "counted at this rate in all figures"})),
  ];
  const fields = currencies.map(({currency, words}) => {
    const field = html("input", {
      type: "number",
      min: 0,
      step: "any",
      value: rates[currency],
      "aria-label": `${currency} for one euro`,
      on: {change: () => onRate(currency, Number(field.value))},
    });
    return html(
      "li",
      {},
      html("label", {}, "1 EUR = ", field, ` ${currency}`),
      html("span", {}, words),
    );
  });
  return html("ul", {class: "own-accounts", "aria-label": "Accounts"}, ...lines, ...fields);
}
