import {count, dayText, type Time, type Value} from "../lib/format.js";
import {builder} from "./dom.js";

/** The dataset `src/data/freshness.json`, as far as a page shows it. */
export interface Freshness {
  /** `mariadb` or `csv`, and its name for readers. */
  source: string;
  label: string;
  /** The last day of the data; nothing where there are none. */
  as_of: Time;
  seed: number | null;
  /** Whether all of it came out of the generator, so that no person in it is real. */
  is_simulated?: boolean;
  transaction_count: Value;
  /** Why the database, though configured, was not used. */
  fallback_cause: string | null;
  /** What else a reader should know: files that were edited, and the like. */
  notes?: readonly string[];
}

/** `data to 31 October 2026`; nothing where there are none. */
export function asOfText({as_of}: Pick<Freshness, "as_of">): string {
  return as_of ? `data to ${dayText(as_of)}` : "";
}

/** Where a page's figures come from, and as of when; a fallback is a warning that cannot be overlooked. */
export function freshness(
  {label, as_of, seed, transaction_count, fallback_cause, notes = []}: Freshness,
  {document = globalThis.document} = {},
): HTMLElement {
  const {html} = builder(document);
  const facts: [name: string, text: string][] = [
    ["Source", label],
    ["As of", dayText(as_of)],
    ["Transactions", count(transaction_count)],
    ["Seed", seed === null ? "unknown" : String(seed)],
  ];
  const warnings = [
    ...(fallback_cause === null
      ? []
      : [`Made from the CSV files, not from the database: ${fallback_cause}`]),
    ...notes,
  ];
  return html(
    "aside",
    {class: "freshness", "aria-label": "Where these figures come from"},
    ...warnings.map((warning) => html("p", {class: "fallback", role: "alert"}, warning)),
    html(
      "dl",
      {},
      ...facts.map(([name, text]) => html("div", {}, html("dt", {}, name), html("dd", {}, text))),
    ),
  );
}
