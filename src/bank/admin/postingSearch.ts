import {builder} from "../../components/dom.js";
import {urlState} from "../../components/urlState.js";
import {asDate, dayText} from "../../lib/format.js";
import type {Asked} from "./postings.js";
import type {PostedDay} from "./rows.js";

export type PostingSearch = HTMLFormElement & {value: Asked};

/** How long a reader who types is waited for, in milliseconds. */
const pause = 150;
/** How many days there are postings of. */
const searchedDays = 31;

/** The days that can be searched, the newest first. */
export function daysToSearch(days: readonly PostedDay[]): string[] {
  return days
    .slice(-searchedDays)
    .map(({day}) => asDate(day)!.toISOString().slice(0, 10))
    .reverse();
}

/**
 * What to look for among the postings: a day, words, a least amount. The day is in the address (`?day=2026-10-31`); setting
 * `.value` fills the fields, as choosing a day in a chart does.
 */
export function postingSearch(
  days: readonly PostedDay[],
  {document = globalThis.document} = {},
): PostingSearch {
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const state = urlState("day", window);
  const known = daysToSearch(days);
  const day = html("select", {}, ...known.map((key) => html("option", {value: key}, dayText(key))));
  const text = html("input", {
    type: "search",
    placeholder: "Owner, account, payee …",
    autocomplete: "off",
    spellcheck: "false",
  });
  const least = html("input", {
    type: "number",
    min: 0,
    step: "any",
    placeholder: "0",
    inputmode: "decimal",
  });
  const labelled = (name: string, field: HTMLElement) =>
    html("label", {}, html("span", {}, name), field);
  const form = html(
    "form",
    {class: "choice", role: "search", "aria-label": "Find a posting"},
    labelled("Day", day),
    labelled("Words", text),
    labelled("Amount from (EUR)", least),
  ) as PostingSearch;
  let timer = 0;
  const report = () => form.dispatchEvent(new window.Event("input", {bubbles: true}));
  const asked = () => {
    const wanted = state.get();
    day.value = wanted !== undefined && known.includes(wanted) ? wanted : (known[0] ?? "");
  };
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    event.stopPropagation();
    if (event.target === day)
      state.set(day.value === known[0] ? undefined : day.value, {isStep: true});
    window.clearTimeout(timer);
    timer = window.setTimeout(report, event.target === day ? 0 : pause);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  state.onChange(() => {
    asked();
    report();
  });
  Object.defineProperty(form, "value", {
    get: (): Asked => ({
      day: day.value,
      text: text.value.trim(),
      least: Math.max(0, Number(least.value) || 0),
    }),
    set(value: Asked) {
      day.value = value.day;
      text.value = value.text;
      least.value = value.least > 0 ? String(value.least) : "";
      state.set(day.value === known[0] ? undefined : day.value, {isStep: true});
      report();
    },
  });
  asked();
  return form;
}
