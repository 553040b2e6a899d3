import {builder} from "../../components/dom.js";
import {once} from "../../components/once.js";
import {highlighted} from "../../components/sqlText.js";
import {plural, sentence} from "../../lib/words.js";
import {failuresFirst, type RuleRow} from "./words.js";

/** The dataset `check-queries.json`: SQL by name of a check. */
export type CheckQueries = Readonly<Record<string, string>>;

/**
 * The checks as a plain list: a tick or the rows that fail, the rule in words, and the query behind it, which is fetched when
 * somebody looks. Those that fail come first.
 */
export function checkList(
  rules: readonly RuleRow[],
  load: () => Promise<CheckQueries>,
  {document = globalThis.document} = {},
): HTMLElement {
  const make = builder(document);
  const {html} = make;
  const queries = once(load);
  const rows = failuresFirst(rules).map(
    ({rule, rule_number, check_name, broken_count, first_broken}) => {
      const isBroken = broken_count > 0;
      const text = html("div", {class: "fold"});
      const query = html("details", {}, html("summary", {}, `SQL of check ${rule_number}`), text);
      query.addEventListener("toggle", async () => {
        if (!query.open || text.childElementCount > 0) return;
        const all = await queries().catch((error) => ({[check_name]: `-- ${String(error)}`}));
        text.replaceChildren(highlighted(make, all[check_name] ?? ""));
      });
      return html(
        "tr",
        {class: isBroken ? "is-broken" : undefined},
        html("td", {class: "check-mark"}, isBroken ? "✗" : "✓"),
        html(
          "td",
          {},
          html("p", {}, sentence(rule)),
          isBroken && html("p", {class: "check-broken"}, `First: ${first_broken ?? "unknown"}`),
          query,
        ),
        html("td", {class: "is-number"}, isBroken ? plural(broken_count, "row") : "passes"),
      );
    },
  );
  const head = ["", "What is checked", "Result"].map((text, at) =>
    html("th", {scope: "col", class: at === 2 && "is-number"}, text),
  );
  head[0]!.append(html("span", {class: "visually-hidden"}, "Passed"));
  return html(
    "div",
    {class: "entry-list check-list", role: "group"},
    html(
      "table",
      {},
      html("caption", {class: "visually-hidden"}, "Checks and their results"),
      html("thead", {}, html("tr", {}, ...head)),
      html("tbody", {}, ...rows),
    ),
  );
}
