/**
 * A searchable choice out of many: a combobox in which Escape restores what was chosen. It is an input in Observable's
 * sense: it has a `.value` and sends `input` when that changes. With `param`, the choice is in the address and follows it:
 * each is a step that going back takes back. With `kept`, it is what the next page begins with.
 */
import {foldedText} from "../lib/foldedText.js";
import {plural} from "../lib/words.js";
import {combobox, type Found} from "./combobox.js";
import {builder} from "./dom.js";
import type {KeptChoice} from "./keptChoice.js";
import {notHere} from "./notHere.js";
import {assertOptions, type OptionNames} from "./options.js";
import {urlState} from "./urlState.js";

export interface Choice {
  /** What `.value` becomes: an id. */
  value: string;
  label: string;
  /** More to tell like names apart, and to search by: a city, an industry. */
  detail?: string;
}

/** Choices that are asked for, out of more than a page would load. */
export interface ChoiceSource {
  find(query: string): Found<Choice> | Promise<Found<Choice>>;
  /** The choice of a value; undefined for a value that is none. */
  named(value: string): Choice | undefined | Promise<Choice | undefined>;
}

export interface PickerOptions {
  label: string;
  choices: readonly Choice[] | ChoiceSource;
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

const optionNames: OptionNames<PickerOptions> = {
  label: true,
  choices: true,
  value: true,
  kept: true,
  param: true,
  placeholder: true,
  limit: true,
  document: true,
};

/** Its value is that of the choice, and empty where there is nothing to choose: a page goes on without. */
export type PickerElement = HTMLElement & {value: string};

let pickers = 0;

export function picker(options: PickerOptions): PickerElement {
  assertOptions(options, optionNames);
  const {
    label,
    choices,
    value: initial = "named" in choices ? "" : (choices[0]?.value ?? ""),
    param,
    kept,
    placeholder = "Search by name …",
    limit = 50,
    document = globalThis.document,
  } = options;
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const id = `picker-${++pickers}`;
  const source = "named" in choices ? choices : listed(choices, limit);
  const state = param === undefined ? undefined : urlState(param, window);
  const status = html("p", {class: "picker-status", role: "status"});
  let shown = "";

  const choose = (choice: Choice) => {
    status.textContent = "";
    state?.set(choice.value, {isStep: choice.value !== root.value});
    kept?.set(choice.value);
    show(choice);
    close();
  };
  const {input, list, open, close} = combobox<Choice>({
    id,
    label,
    placeholder,
    find: (query) => source.find(query),
    draw: ({label, detail}) => [html("span", {}, label), html("span", {class: "detail"}, detail)],
    choose,
    onFound: (found, query) => {
      status.textContent = foundText(found, query);
    },
    onClose: () => {
      input.value = shown;
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
  const show = ({value, label}: Pick<Choice, "value" | "label">) => {
    const isNew = value !== root.value;
    root.value = value;
    shown = label;
    // a name that comes late does not take away what the reader is typing
    if (isNew || document.activeElement !== input) close();
    if (isNew) root.dispatchEvent(new window.Event("input", {bubbles: true}));
  };
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => list.hidden && open(""));
  input.addEventListener("blur", () => {
    close();
    status.textContent = "";
  });

  /** Shows what is asked for; where that is not here, the choice at first, and the status says so. */
  const take = (asked: string | undefined, {isSaid = true, words = ""} = {}) => {
    settled(source.named(asked ?? initial), (choice) => {
      if (!choice && asked !== undefined) {
        take(undefined, {words: isSaid ? notHere(asked) : ""});
        return;
      }
      status.textContent = words;
      show(choice ?? {value: initial, label: ""});
    });
  };
  const asked = state?.get();
  const last = kept?.get();
  root.value = asked ?? last ?? initial;
  if (asked === undefined && last !== undefined) take(last, {isSaid: false});
  else take(asked);
  if (root.value === last) state?.set(last);
  if (root.value === asked) kept?.set(asked);
  state?.onChange((asked) => take(asked));
  return root;
}

/** Choices that are all there. */
function listed(choices: readonly Choice[], limit: number): ChoiceSource {
  const known = new Map(choices.map((choice) => [choice.value, choice]));
  const texts = choices.map((choice) => ({
    choice,
    text: foldedText(`${choice.label} ${choice.detail ?? ""} ${choice.value}`),
  }));
  return {
    find(query) {
      const words = foldedText(query).split(/\s+/).filter(Boolean);
      const found = texts.filter(({text}) => words.every((word) => text.includes(word)));
      return {items: found.slice(0, limit).map(({choice}) => choice), count: found.length};
    },
    named: (value) => known.get(value),
  };
}

/** Goes on at once with what is there, and later with what is on its way. */
function settled<T>(value: T | Promise<T>, goOn: (value: T) => void): void {
  if (value instanceof Promise) void value.then(goOn);
  else goOn(value);
}

/** How many match, in words. */
export function foundText({items, count}: Found<unknown>, query: string): string {
  if (count === 0) return `No match for “${query.trim()}”`;
  const matches = plural(count, "match", "matches");
  return items.length === count
    ? matches
    : `${matches}, the first ${items.length} shown: type more to narrow`;
}
