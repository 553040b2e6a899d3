import {builder} from "../../components/dom.js";
import {moneyExact, monthShort, year} from "../../lib/format.js";
import {plural, sentence} from "../../lib/words.js";
import {paymentsOf, totalOf} from "./cubes.js";
import type {Spend} from "./spend.js";
import {focusText} from "./words.js";

/**
 * What the page is showing, in sight while one reads: the period, whose payments, how many and how much, to the cent. It
 * chooses months and owners for those who do not drag, and takes the choice back.
 */
export function spendBar(spend: Spend, {document = globalThis.document} = {}): HTMLElement {
  const {html} = builder(document);
  const {data} = spend;
  const last = data.months.length - 1;
  const months = (label: string) =>
    html(
      "label",
      {},
      html("span", {}, label),
      html(
        "select",
        {},
        ...data.months.map((month, at) =>
          html("option", {value: at}, `${monthShort(month)} ${year(month)}`),
        ),
      ),
    );
  const [from, to] = [months("From"), months("to")];
  const owner = html(
    "label",
    {},
    html("span", {}, "Paid by"),
    html(
      "select",
      {},
      html("option", {value: ""}, "Everybody"),
      html("option", {value: "individual"}, "People"),
      html("option", {value: "company"}, "Companies"),
    ),
  );
  const selects = [from, to, owner].map((label) => label.querySelector("select")!);
  const [first, final, payer] = selects as [
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const clear = html("button", {type: "button"}, "Show everything");
  const status = html("p", {class: "spend-total", role: "status"});
  const bar = html(
    "form",
    {class: "page-bar spend-bar", "aria-label": "What this page shows"},
    html("div", {}, from, to, owner, clear),
    status,
  );
  first.addEventListener("change", () => {
    const at = Number(first.value);
    spend.select({from: at, to: Math.max(at, spend.selection.to)});
  });
  final.addEventListener("change", () => {
    const at = Number(final.value);
    spend.select({from: Math.min(at, spend.selection.from), to: at});
  });
  payer.addEventListener("change", () => {
    spend.select({focus: payer.value === "" ? undefined : {axis: "owner", value: payer.value}});
  });
  clear.addEventListener("click", () => spend.select({from: 0, to: last, focus: undefined}));
  const show = () => {
    const {selection} = spend;
    const {focus} = selection;
    first.value = String(selection.from);
    final.value = String(selection.to);
    payer.value = focus?.axis === "owner" ? focus.value : "";
    clear.disabled = focus === undefined && selection.from === 0 && selection.to === last;
    status.replaceChildren(
      html("strong", {}, sentence(focusText(focus))),
      html("span", {}, moneyExact(totalOf(data, selection))),
      html("span", {}, plural(paymentsOf(data, selection), "payment")),
    );
  };
  spend.onChange(show);
  show();
  return bar;
}
