/**
 * A searchable choice out of many: a combobox in which Escape restores what was chosen. It is an input in Observable's sense: it has a `.value` and sends `input` when that
 * changes. With `param`, the choice stands in the address and follows it: each is a step that going back takes back. With
 * `kept`, it is what the next page begins with.
 */
import {foldedText} from "../lib/foldedText.js";
import {plural} from "../lib/words.js";
import {combobox, type Found} from "./combobox.js";
import {builder} from "./dom.js";
import type {KeptChoice} from "./keptChoice.js";
import {urlState} from "./urlState.js";

export interface Choice {
  /** What `.value` becomes: an id. */
  value: string;
  label: string;
  /** More to tell like names apart, and to search by: a city, an industry. */
  detail?: string;
}

export interface PickerOptions {
  label: string;
  choices: readonly Choice[];
  /** The choice at first, where the address names none and none is kept; the first choice, unless told. */
  value?: string | undefined;
  /** The reader's last choice, on whichever page it was made. */
  kept?: KeptChoice;
  /** The name in the address: `id` for `?id=…`. */
  param?: string;
  placeholder?: string;
  /** How many matches are listed at most. */
  limit?: number;
  document?: Document;
}

/** Its value is that of the choice, and empty where there is nothing to choose: a page goes on without. */
export type PickerElement = HTMLElement & {value: string};

let pickers = 0;

export function picker({
  label,
  choices,
  value: initial = choices[0]?.value ?? "",
  param,
  kept,
  placeholder = "Search by name …",
  limit = 50,
  document = globalThis.document,
}: PickerOptions): PickerElement {
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const id = `picker-${++pickers}`;
  const known = new Map(choices.map((choice) => [choice.value, choice]));
  const texts = choices.map((choice) => ({
    choice,
    text: foldedText(`${choice.label} ${choice.detail ?? ""} ${choice.value}`),
  }));
  const state = param === undefined ? undefined : urlState(param, window);
  const status = html("p", {class: "picker-status", role: "status"});

  const choose = ({value}: Choice) => {
    status.textContent = "";
    state?.set(value, {isStep: value !== root.value});
    kept?.set(value);
    show(value);
  };
  const {input, list, open, close} = combobox<Choice>({
    id,
    label,
    placeholder,
    find: (query) => {
      const words = foldedText(query).split(/\s+/).filter(Boolean);
      const found = texts.filter(({text}) => words.every((word) => text.includes(word)));
      return {items: found.slice(0, limit).map(({choice}) => choice), count: found.length};
    },
    draw: ({label, detail}) => [html("span", {}, label), html("span", {class: "detail"}, detail)],
    choose,
    onFound: (found, query) => {
      status.textContent = foundText(found, query);
    },
    onClose: () => {
      input.value = known.get(root.value)?.label ?? "";
    },
    document,
  });
  const root = html(
    "div",
    {class: "picker"},
    html("label", {for: id}, label),
    html("div", {class: "picker-box"}, input, list),
    status,
  ) as HTMLElement as PickerElement;
  const show = (value: string) => {
    const isNew = value !== root.value;
    root.value = value;
    close();
    if (isNew) root.dispatchEvent(new window.Event("input", {bubbles: true}));
  };
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => list.hidden && open(""));
  input.addEventListener("blur", () => {
    close();
    status.textContent = "";
  });

  /** What the address asks for; where that is not here, the choice at first, and the status says so. */
  const wanted = (asked: string | undefined) => {
    const isHere = asked === undefined || known.has(asked);
    status.textContent = isHere ? "" : `“${asked}” is not here; showing another.`;
    return isHere ? (asked ?? initial) : initial;
  };
  const asked = state?.get();
  const last = asked === undefined ? kept?.get() : undefined;
  root.value = wanted(last !== undefined && known.has(last) ? last : asked);
  if (root.value === last) state?.set(last);
  if (root.value === asked) kept?.set(asked);
  close();
  state?.onChange((asked) => show(wanted(asked)));
  return root;
}

/** How many match, in words. */
export function foundText({items, count}: Found<unknown>, query: string): string {
  if (count === 0) return `No match for “${query.trim()}”`;
  const matches = plural(count, "match", "matches");
  return items.length === count
    ? matches
    : `${matches}, the first ${items.length} shown: type more to narrow`;
}
