import {builder} from "../../components/dom.js";
import {asOfText, type Freshness} from "../../components/freshness.js";
import {siteLink} from "../../components/siteLink.js";
import {count, instant, type Time} from "../../lib/format.js";
import {checksText, type RuleResult} from "./words.js";

/**
 * The state of the bank in one line: `14 of 14 checks passed · data to 31 October 2026 · 754,940 postings · checked …`. What
 * fails comes first and in the colour of a loss; `checkedAt` is when the checks were last run, in UTC.
 */
export function statusLine(
  rules: readonly RuleResult[],
  {as_of, transaction_count, fallback_cause}: Freshness,
  checkedAt: Time,
  {document = globalThis.document} = {},
): HTMLElement {
  const {html} = builder(document);
  const broken = rules.filter(({broken_count}) => broken_count > 0).length;
  const isFine = broken === 0 && fallback_cause === null;
  const facts = [
    asOfText({as_of}),
    `${count(transaction_count)} rows`,
    `built ${instant(checkedAt)} UTC`,
  ];
  return html(
    "p",
    {class: `status-line ${isFine ? "is-fine" : "is-broken"}`, role: "status"},
    html("span", {class: "status-mark", "aria-hidden": "true"}, isFine ? "✓" : "!"),
    html("a", {href: siteLink("bank/records")}, checksText(rules)),
    ...(fallback_cause === null ? [] : [html("strong", {}, "database not used")]),
    ...facts.filter(Boolean).map((fact) => html("span", {}, fact)),
  );
}
