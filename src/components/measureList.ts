import {
  type Measure,
  type MeasureName,
  measureCall,
  measures,
  measureText,
  monthTables,
} from "../lib/measures.js";
import {plural} from "../lib/words.js";
import {builder} from "./dom.js";
import {highlighted} from "./sqlText.js";

/** A row of `measure-values`. */
export interface MeasureValue {
  readonly measure: MeasureName;
  readonly value: number | null;
  readonly customer_count: number;
  readonly month_count: number;
}

/**
 * The definitions of measures, each with an anchor of its name: what it means, what it is worth today over everybody,
 * and the SQL behind it. Where the address names one of them, the page goes there once the list stands in it.
 */
export function measureList(
  rows: readonly MeasureValue[],
  {document = globalThis.document}: {document?: Document} = {},
): HTMLElement {
  const make = builder(document);
  const {html} = make;
  const items = rows.map((row) => {
    const name = row.measure;
    const measure: Measure = measures[name];
    return html(
      "section",
      {class: "measure-entry", id: name},
      html("h3", {}, measure.label),
      html("p", {}, measure.words),
      html(
        "dl",
        {},
        html("dt", {}, "One value"),
        html("dd", {}, measure.grain),
        html("dt", {}, "Today"),
        html("dd", {}, todayText(row)),
        html("dt", {}, "In SQL"),
        html("dd", {}, html("code", {}, measureCall(name)), ` over ${sourceText(measure)}`),
      ),
      html("details", {}, html("summary", {}, "The SQL behind it"), highlighted(make, measure.sql)),
    );
  });
  const list = html("div", {class: "measure-list"}, ...items);
  const asked = document.defaultView?.location.hash.slice(1);
  const target = items.find(({id}) => id === asked);
  if (target) document.defaultView?.requestAnimationFrame(() => target.scrollIntoView?.());
  return list;
}

/** `15.4%, all 2,455 people over 12 months`. */
function todayText({measure: name, value, customer_count, month_count}: MeasureValue): string {
  const {kind, population, unit}: Measure = measures[name];
  if (value === null) return "Nothing to measure yet.";
  const who =
    population === "people"
      ? plural(customer_count, "person", "people")
      : plural(customer_count, "company", "companies");
  const months = plural(month_count, "complete month");
  const words = {
    sum: `${who} together in the last complete month`,
    ratio: `${who} together over the last ${months}`,
    pace: `the median of ${who} over the last ${months}, of those that have a value`,
  };
  const unitText = unit === "months" ? ` ${value === 1 ? "month" : "months"}` : "";
  return `${measureText(name, value)}${unitText}: ${words[kind]}.`;
}

function sourceText({over, population, column}: Measure): string {
  if (over !== "legs") return `bank.${over}`;
  const ready = column ? `; ready as bank.${monthTables[population]}.${column}` : "";
  return `the legs of ${population} with the groups of bank.categories${ready}`;
}
