import {builder} from "../../components/dom.js";
import {highlighted} from "../../components/sqlText.js";
import {
  type Measure,
  type MeasureName,
  measureCall,
  measures,
  measureText,
  monthTables,
} from "../../lib/measures/measures.js";
import {
  type Population,
  type Reading,
  readingAttributes,
  type Scope,
  scopeText,
} from "../../lib/measures/reading.js";
import {agree, companiesText, peopleText, plural} from "../../lib/words.js";

/** A row of `measure-values`. */
export interface MeasureValue {
  readonly measure: MeasureName;
  readonly of: Population;
  readonly window: Scope["window"];
  readonly as_of: string | null;
  readonly value: number | null;
  readonly customer_count: number;
}

/**
 * The definitions of measures, each with an anchor of its name: what it means, what it is worth today and of whom, and
 * the SQL behind it. Where the address names one of them, the page goes there once the list stands in it.
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
        html("dt", {}, "Unit"),
        html("dd", {}, measure.grain),
        html("dt", {}, "Today"),
        html("dd", {...readingAttributes(readingOf(row), row.value)}, todayText(row)),
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

function readingOf({measure, of, window, as_of}: MeasureValue): Reading {
  return {measure, of, window, asOf: as_of};
}

/** `15.4%: main customers, 12 months to October 2026; 968 people.` */
function todayText(row: MeasureValue): string {
  const {measure: name, value, customer_count} = row;
  const {population, unit}: Measure = measures[name];
  if (value === null) return "Nothing to measure yet.";
  const who = {
    people: peopleText(customer_count),
    companies: companiesText(customer_count),
    customers: plural(customer_count, "customer"),
  };
  const unitText = unit === "months" ? ` ${agree(value, "month", "months")}` : "";
  return `${measureText(name, value)}${unitText}: ${scopeText(readingOf(row))}; ${who[population]}.`;
}

function sourceText({over, population, column}: Measure): string {
  if (over === "invoices") return "bank.invoices with the day on which each was paid";
  if (over === "account_months") return "bank.account_months with bank.accounts";
  if (over !== "legs") return `bank.${over}`;
  const ready = column ? `; ready as bank.${monthTables[population]}.${column}` : "";
  return `the legs of ${population} with bank.accounts and bank.categories${ready}`;
}
