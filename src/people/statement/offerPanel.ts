/** The rule that a correction offers, with what else it would change, before anything changes. */
import {builder} from "../../components/dom.js";
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {dayShort, moneyExact} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import {exactAmount} from "./exactAmount.js";
import type {Offer, OfferedChange} from "./offer.js";

export interface OfferActions {
  readonly onApply: () => void;
  readonly onLeave: () => void;
  readonly document: Document;
}

/** So many changes are listed. */
const mostChanges = 100;

/** The panel; `done` says what was corrected. */
export function offerPanel(
  done: string,
  {rule, changes}: Offer,
  {onApply, onLeave, document}: OfferActions,
): HTMLElement {
  const {html} = builder(document);
  const leave = html("button", {type: "button", on: {click: onLeave}}, "Only this payment");
  const apply = html(
    "button",
    {type: "button", class: "is-main", on: {click: onApply}},
    "Apply the rule",
  );
  const shown = changes.slice(0, mostChanges);
  return html(
    "div",
    {class: "own-offer", role: "region", "aria-label": "A rule for its like", tabindex: -1},
    html("p", {}, done),
    rule === ""
      ? html("p", {}, "No rule would decide this one without deciding against another of yours.")
      : html("p", {}, "A rule for its like: ", html("code", {}, rule)),
    rule !== "" && html("p", {}, effectText(changes)),
    shown.length > 0 &&
      html(
        "details",
        {open: changes.length <= 8},
        html("summary", {}, "Before and after"),
        html("ul", {}, ...shown.map((change) => html("li", {}, changeText(change)))),
        changes.length > shown.length &&
          html("p", {}, `and ${plural(changes.length - shown.length, "other")}`),
      ),
    html("p", {class: "own-buttons"}, rule !== "" && apply, leave),
  );
}

/** `It would change 12 other payments, €340.12 in all.` */
export function effectText(changes: readonly OfferedChange[]): string {
  if (changes.length === 0)
    return "It would change no other payment that is here, and decide those to come.";
  const known = changes.filter(({amount_eur}) => amount_eur !== null);
  const euros = known.reduce((sum, {amount_eur}) => sum + Math.abs(amount_eur!), 0);
  return `It would change ${plural(changes.length, "other payment")}, ${moneyExact(Math.round(100 * euros) / 100)} in all.`;
}

function changeText({date, payee, before, after, amount, currency}: OfferedChange): string {
  const money = exactAmount(amount, currency);
  return `${dayShort(date)} ${payee}, ${money}: ${nameOf(before)} → ${nameOf(after)}`;
}

const nameOf = (category: CategoryName | null) =>
  category === null ? "no category" : categories[category].label;
