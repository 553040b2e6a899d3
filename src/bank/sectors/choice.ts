/**
 * Which companies to look at: an industry, a month, a name. One input for all three, in the address of the page
 * (`?month=2026-03&industry=hospitality&company=gmbh`), that a heatmap can set as well as its own controls.
 */

import {builder} from "../../components/dom.js";
import {urlState} from "../../components/urlState.js";
import {industryName} from "../../lib/bank/industries.js";
import {asDate, monthText, type Time} from "../../lib/format.js";
import {monthKey, type SectorQuestion} from "./companies.js";

export type SectorChoiceElement = HTMLFormElement & {value: SectorQuestion};

export interface SectorChoiceOptions {
  /** The rows that hold the months and industries to choose from, in their order. */
  rows: readonly {month: Time; industry: string}[];
  document?: Document;
}

export function sectorChoice({
  rows,
  document = globalThis.document,
}: SectorChoiceOptions): SectorChoiceElement {
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const months = new Map(rows.map((row) => [monthKey(row.month), monthText(row.month)]));
  const industries = new Map(rows.map(({industry}) => [industry, industryName(industry)]));
  const sorted = [...industries].sort(([, a], [, b]) => (a < b ? -1 : 1));

  const industry = select("All industries", sorted);
  const month = select("All months", [...months]);
  const company = html("input", {
    type: "search",
    placeholder: "Beginning of a name …",
    spellcheck: "false",
    autocomplete: "off",
  });
  const clear = html("button", {type: "button"}, "Show all");
  const status = html("p", {class: "choice-status", role: "status"});
  const labelled = (text: string, control: HTMLElement) =>
    html("label", {}, html("span", {}, text), control);
  const root = html(
    "form",
    {class: "choice", role: "search", "aria-label": "Choose companies"},
    labelled("Industry", industry),
    labelled("Month", month),
    labelled("Company", company),
    clear,
    status,
  ) as SectorChoiceElement;
  const states = {
    industry: urlState("industry", window),
    month: urlState("month", window),
    company: urlState("company", window),
  };

  function select(all: string, choices: [value: string, text: string][]): HTMLSelectElement {
    return html(
      "select",
      {},
      html("option", {value: ""}, all),
      ...choices.map(([value, text]) => html("option", {value}, text)),
    );
  }
  const send = () => root.dispatchEvent(new window.Event("input", {bubbles: true}));
  const keep = () => {
    states.industry.set(industry.value);
    states.month.set(month.value);
    states.company.set(company.value.trim());
    clear.disabled = industry.value === "" && month.value === "" && company.value === "";
  };
  /** Takes what the address asks for, and says what of it there is not. */
  const read = () => {
    const [wantedIndustry, wantedMonth] = [states.industry.get() ?? "", states.month.get() ?? ""];
    industry.value = industries.has(wantedIndustry) ? wantedIndustry : "";
    month.value = months.has(wantedMonth) ? wantedMonth : "";
    company.value = states.company.get() ?? "";
    const unknown = [
      wantedIndustry !== industry.value && wantedIndustry,
      wantedMonth !== month.value && wantedMonth,
    ].filter(Boolean);
    status.textContent =
      unknown.length > 0
        ? `Not in the data: ${unknown.map((text) => `“${text}”`).join(", ")}; showing all.`
        : "";
    clear.disabled = industry.value === "" && month.value === "" && company.value === "";
  };

  Object.defineProperty(root, "value", {
    get: (): SectorQuestion => ({
      industry: industry.value || undefined,
      month: month.value ? asDate(`${month.value}-01`) : undefined,
      company: company.value.trim(),
    }),
    set(question: SectorQuestion) {
      industry.value = question.industry ?? "";
      month.value = question.month ? monthKey(question.month) : "";
      company.value = question.company ?? "";
      keep();
    },
  });
  // In the capturing phase, so that the address is right before a listener on the root reads it.
  root.addEventListener(
    "input",
    () => {
      status.textContent = "";
      keep();
    },
    true,
  );
  root.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    root.value = {};
    send();
  });
  window.addEventListener("popstate", () => {
    read();
    send();
  });
  read();
  return root;
}
