/** All payments with their categories and reasons, to search, to correct and to take away as files. */
import type {Column} from "../../components/columns.js";
import {builder} from "../../components/dom.js";
import {saveButton} from "../../components/saveButton.js";
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {foldedText} from "../../lib/foldedText.js";
import {dayShort} from "../../lib/format.js";
import {plural} from "../../lib/words.js";
import type {DeskElement} from "./desk.js";
import type {LedgerRow} from "./ledger.js";
import {offerPanel} from "./offerPanel.js";
import {paymentRow} from "./paymentRows.js";

/** So many rows are there before somebody asks for more. */
const batch = 50;

/** What files that are saved have of a payment. */
const columns: Column<LedgerRow>[] = [
  {key: "date", label: "Date", kind: "day"},
  {key: "account", label: "Account"},
  {key: "payee", label: "Payee"},
  {key: "counterparty", label: "As written"},
  {key: "description", label: "Text"},
  {key: "amount", label: "Amount", kind: "number"},
  {key: "currency", label: "Currency"},
  {key: "amount_eur", label: "In euro", kind: "money"},
  {key: "category", label: "Category", format: (name) => (name ? categories[name].label : "")},
  {key: "why", label: "Why"},
  {key: "tags", label: "Tags"},
  {key: "tied", label: "Tied to"},
];

/** The table of a desk, which follows its files and decisions and keeps what is typed and asked for. */
export function ownPayments(
  desk: DeskElement,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const make = builder(document);
  const {html} = make;
  const {state} = desk;
  let shown = batch;
  const query = html("input", {
    type: "search",
    placeholder: "Search payees, texts, categories",
    "aria-label": "Search payments",
  });
  const open = html("input", {type: "checkbox"});
  const status = html("p", {class: "row-count", role: "status"});
  const body = html("tbody");
  const offer = html("div", {"aria-live": "polite"});
  const more = html("button", {type: "button"}, "Show more");
  const save = saveButton(make, async () => {
    const {saveItems, tableFiles} = await import("../../components/saveItems.js");
    const {Blob} = document.defaultView!;
    const rows = () => desk.value?.rows ?? [];
    const rules = {
      label: "Your rules (text)",
      end: "rules.txt",
      file: async () =>
        new Blob([rulesText(state.brought.settings.rules)], {type: "text/plain;charset=utf-8"}),
    };
    const keys = columns.map(({key}) => key);
    const files = tableFiles(rows, {name: "payments", keys, columns, document});
    return saveItems(make, "payments", [...files, rules]);
  });
  const promise = html(
    "p",
    {class: "own-promise"},
    "Every payment with its category and the reason for it, to correct by a choice.",
  );
  const table = html(
    "div",
    {class: "own-payments"},
    html(
      "div",
      {class: "own-filter"},
      query,
      html("label", {}, open, " Without a category"),
      html("span", {class: "actions"}, save),
    ),
    offer,
    html(
      "div",
      {class: "data-table"},
      html(
        "table",
        {},
        html("caption", {class: "visually-hidden"}, "Payments"),
        html(
          "thead",
          {},
          html(
            "tr",
            {},
            ...["Date", "Payee", "Amount", "Category, and why"].map((head) =>
              html("th", {scope: "col", class: head === "Amount" ? "is-number" : undefined}, head),
            ),
          ),
        ),
        body,
      ),
    ),
    status,
    more,
  );
  const root = html("div", {}, promise, table);

  const found = (): LedgerRow[] => {
    const words = foldedText(query.value).split(/\s+/).filter(Boolean);
    return (desk.value?.rows ?? []).toReversed().filter((row) => {
      if (open.checked && (row.category !== null || row.parts.length > 0)) return false;
      const {payee, description, counterparty, category, account} = row;
      const label = category ? categories[category].label : "";
      const text = foldedText([payee, description, counterparty, label, account].join(" "));
      return words.every((word) => text.includes(word));
    });
  };
  const draw = () => {
    const rows = desk.value?.rows ?? [];
    promise.hidden = rows.length > 0;
    table.hidden = rows.length === 0;
    const focused = (document.activeElement?.closest("tr[data-id]") as HTMLElement | null)?.dataset
      .id;
    const all = found();
    body.replaceChildren(...all.slice(0, shown).map((row) => paymentRow(make, row, correct)));
    status.textContent = `${plural(Math.min(shown, all.length), "payment")} of ${all.length}, the newest first`;
    more.hidden = all.length <= shown;
    if (focused !== undefined)
      [...body.querySelectorAll<HTMLElement>("tr")]
        .find(({dataset}) => dataset.id === focused)
        ?.querySelector("select")
        ?.focus();
  };
  const correct = async (row: LedgerRow, category: CategoryName) => {
    if (!(category in categories)) return;
    const found = await state.offer(row.id, category);
    const done = `${row.payee}, ${dayShort(row.date)}: now ${categories[category].label}.`;
    const close = () => {
      offer.replaceChildren();
      query.focus();
    };
    const panel = offerPanel(done, found, {
      onApply: () => {
        close();
        void state.decide({rules: found.rules});
      },
      onLeave: close,
      document,
    });
    offer.replaceChildren(panel);
    await state.correct(row.id, category);
    panel.focus();
  };
  const restart = () => {
    shown = batch;
    draw();
  };
  query.addEventListener("input", restart);
  open.addEventListener("change", restart);
  more.addEventListener("click", () => {
    shown += batch;
    draw();
  });
  // what is typed here is no input of the page's
  root.addEventListener("input", (event) => event.stopPropagation());
  desk.addEventListener("input", draw);
  draw();
  return root;
}

/** The rules as a file that can be dropped again. */
function rulesText(rules: string): string {
  return rules === ""
    ? "# Your rules: none yet.\n"
    : `# Your rules, to be dropped on the page again.\n${rules}`;
}
