/** One payment as a row of the table: what it was, why, and the choice of another category. */
import type {Builder} from "../../components/dom.js";
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {dayShort, moneyExact, percent} from "../../lib/format.js";
import {list, sentence} from "../../lib/words.js";
import {exactAmount} from "./exactAmount.js";
import type {LedgerRow} from "./ledger.js";

/** What people have payments for. */
export const personCategories = (Object.keys(categories) as CategoryName[]).filter(
  (name) => categories[name].owner !== "company",
);

/** The row; `onChoice` hears of another category. */
export function paymentRow(
  {html}: Builder,
  row: LedgerRow,
  onChoice: (row: LedgerRow, category: CategoryName) => void,
): HTMLElement {
  const {date, payee, description, amount, currency, category, account} = row;
  const choice = html(
    "select",
    {
      "aria-label": `Category of ${payee}, ${dayShort(date)}`,
      on: {change: () => onChoice(row, choice.value as CategoryName)},
    },
    category === null &&
      html("option", {value: "", selected: true}, row.parts.length > 0 ? "Split" : "No category"),
    ...personCategories.map((name) =>
      html("option", {value: name, selected: name === category}, categories[name].label),
    ),
  );
  return html(
    "tr",
    {"data-id": row.id, class: category === null && row.parts.length === 0 ? "is-open" : undefined},
    html("td", {class: "is-day"}, dayShort(date)),
    html(
      "td",
      {},
      html("span", {class: "own-payee"}, payee),
      html("span", {class: "detail"}, [description, account].filter(Boolean).join(" · ")),
    ),
    html("td", {class: `is-number${amount > 0 ? " is-gain" : ""}`}, exactAmount(amount, currency)),
    html("td", {}, choice, html("span", {class: "detail own-why"}, whyText(row))),
  );
}

/** Why this category, with its certainty where it is no rule. */
export function whyText({by, why, certainty, parts, tied, tags}: LedgerRow): string {
  const split = parts.map(
    (part) => `${moneyExact(part.amount_eur)} ${categories[part.category].label}`,
  );
  const sure = by === "guess" || by === "transfer" ? `, ${percent(certainty, 0)} certain` : "";
  const reason =
    by === "guess" ? `Guessed: ${why}` : by === "nothing" ? sentence(why) : `Because ${why}`;
  return [
    `${reason}${sure}`,
    ...(split.length > 0 ? [`split: ${list(split)}`] : []),
    ...(tied && by !== "transfer" && by !== "refund" ? [`tied to ${tied}`] : []),
    ...(tags ? [`tagged ${tags}`] : []),
  ].join("; ");
}
