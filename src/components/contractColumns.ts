/** How the contracts of somebody are told in a table. */
import {categories} from "../lib/bank/categories.js";
import {dayShort} from "../lib/format.js";
import {intervalText} from "../lib/recurring/costs.js";
import {lastRiseText} from "../lib/recurring/priceRises.js";
import type {ContractRow} from "../lib/recurring/rows.js";
import {sentence} from "../lib/words.js";
import type {Column} from "./columns.js";

export const contractColumns: Column<ContractRow>[] = [
  {
    key: "next_on",
    label: "Next due",
    kind: "day",
    format: (day) => (day ? dayShort(day) : "ended"),
  },
  {
    key: "party",
    label: "Payee or payer",
    detail: (row) => sentence(intervalText(row.every_months)),
  },
  {key: "amount_eur", label: "Amount"},
  {key: "category", label: "For", format: (category) => categories[category].label, minor: true},
  {key: "every_months", label: "Frequency", kind: "text", format: intervalText, minor: true},
  {key: "seen_count", label: "Payments seen", minor: true},
  {key: "since", label: "Since", kind: "month", minor: true},
  {
    key: "rises",
    label: "Last rise",
    kind: "text",
    format: (_, row) => lastRiseText(row),
    minor: true,
  },
];
