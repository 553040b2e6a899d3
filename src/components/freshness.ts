import {count, day, type Time} from "../lib/format.js";
import {builder} from "./dom.js";

/** The dataset `src/data/freshness.json`. */
export interface Freshness {
  source: {kind: string; label: string};
  as_of: Time;
  seed: number | null;
  /** Transactions in the snapshot. */
  rows: number;
  /** Why the site is not made from the database that was asked for, if it is not. */
  fallback: string | null;
}

/** Where a page's figures come from, and as of when; a fallback is a warning that cannot be overlooked. */
export function freshness(
  {source, as_of, seed, rows, fallback}: Freshness,
  {document = globalThis.document} = {},
): HTMLElement {
  const {html} = builder(document);
  const facts: [name: string, text: string][] = [
    ["Source", source.label],
    ["As of", day(as_of)],
    ["Transactions", count(rows)],
    ["Seed", seed === null ? "unknown" : String(seed)],
  ];
  return html(
    "aside",
    {class: "freshness", "aria-label": "Where these figures come from"},
    fallback !== null &&
      html(
        "p",
        {class: "fallback", role: "alert"},
        `Made from the CSV files, not from the database: ${fallback}`,
      ),
    html(
      "dl",
      {},
      ...facts.map(([name, text]) => html("div", {}, html("dt", {}, name), html("dd", {}, text))),
    ),
  );
}
