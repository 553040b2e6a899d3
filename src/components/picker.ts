/**
 * A searchable choice out of many, after the ARIA combobox pattern (list autocomplete): typing filters, arrows move,
 * Enter takes, Escape restores. It is an input in Observable's sense: it has a `.value` and sends `input` when that
 * changes. With `param`, the choice stands in the address and follows it: each is a step that going back takes back. With
 * `kept`, it is what the next page begins with.
 */
import {plural} from "../lib/words.js";
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
    text: plain(`${choice.label} ${choice.detail ?? ""} ${choice.value}`),
  }));
  const state = param === undefined ? undefined : urlState(param, window);

  const list = html("ul", {role: "listbox", id: `${id}-list`, "aria-label": label, hidden: true});
  const input = html("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  });
  const status = html("p", {class: "picker-status", role: "status"});
  const root = html(
    "div",
    {class: "picker"},
    html("label", {for: id}, label),
    html("div", {class: "picker-box"}, input, list),
    status,
  ) as HTMLElement as PickerElement;

  let matches: Choice[] = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    input.value = known.get(root.value)?.label ?? "";
  };
  const show = (value: string) => {
    const isNew = value !== root.value;
    root.value = value;
    close();
    if (isNew) root.dispatchEvent(new window.Event("input", {bubbles: true}));
  };
  const choose = (choice: Choice) => {
    status.textContent = "";
    state?.set(choice.value, {isStep: choice.value !== root.value});
    kept?.set(choice.value);
    show(choice.value);
  };
  const mark = (index: number) => {
    active = index;
    [...list.children].forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === index));
      if (at === index) item.scrollIntoView?.({block: "nearest"});
    });
    if (index >= 0) input.setAttribute("aria-activedescendant", `${id}-${index}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const open = (query: string) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    const found = texts.filter(({text}) => words.every((word) => text.includes(word)));
    matches = found.slice(0, limit).map(({choice}) => choice);
    list.replaceChildren(
      ...matches.map(({label, detail}, index) =>
        html(
          "li",
          {role: "option", id: `${id}-${index}`, "aria-selected": "false"},
          html("span", {}, label),
          html("span", {class: "detail"}, detail),
        ),
      ),
    );
    const rest = found.length - matches.length;
    status.textContent =
      found.length === 0
        ? `No match for “${query.trim()}”`
        : rest > 0
          ? `${plural(found.length, "match", "matches")}, the first ${matches.length} shown: type more to narrow`
          : plural(found.length, "match", "matches");
    list.hidden = matches.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(words.length > 0 && matches.length > 0 ? 0 : -1);
  };

  input.addEventListener("input", (event) => {
    event.stopPropagation(); // typing is not yet a choice
    open(input.value);
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => list.hidden && open(""));
  input.addEventListener("blur", () => {
    close();
    status.textContent = "";
  });
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) open("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (matches.length > 0) mark((active + step + matches.length) % matches.length);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const choice = matches[active];
      if (choice) choose(choice);
    } else if (event.key === "Escape") close();
  });
  // Before the input loses the focus, which would close the list under the pointer.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = (event.target as Element).closest("li");
    const choice = item && matches[[...list.children].indexOf(item)];
    if (choice) choose(choice);
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

/** Without case and accents, as people search. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
