/**
 * The choice of one person or one company by name, out of a bank of any size: the names are asked for by their beginnings
 * (`src/lib/site/searchNames.ts`), and nothing is loaded that does not match. The choice stands in the address as
 * `?id=…`; first it is the one of the page before, else `first`.
 */
import {industryName} from "../lib/bank/industries.js";
import {
  type FoundName,
  findNames,
  isOfKind,
  kindOf,
  type NameRows,
} from "../lib/site/searchNames.js";
import {combobox} from "./combobox.js";
import {builder} from "./dom.js";
import {keptChoice, type Subject} from "./keptChoice.js";
import {foundText, type PickerElement} from "./picker.js";
import {urlState} from "./urlState.js";

export interface CustomerPickerOptions {
  /** Whom the pages begin with where nobody was chosen; empty for a bank without. */
  readonly first?: string | undefined;
  readonly document?: Document;
}

let pickers = 0;

export function customerPicker(
  subject: Subject,
  rowsOf: NameRows,
  {first = "", document = globalThis.document}: CustomerPickerOptions = {},
): PickerElement {
  const {html} = builder(document);
  const window = document.defaultView!;
  const id = `${subject}-picker-${++pickers}`;
  const label = subject === "person" ? "Person" : "Company";
  const state = urlState("id", window);
  const kept = keptChoice(subject, window);
  const status = html("p", {class: "picker-status", role: "status"});
  let name = "";

  const {input, list, open, close} = combobox<FoundName>({
    id,
    label,
    placeholder: "Search by name …",
    find: async (query) => {
      const items = await findNames(kindOf[subject], query, rowsOf);
      return {items, count: items.length};
    },
    draw: ({name, city, industry}) => [
      html("span", {}, name),
      html(
        "span",
        {class: "detail"},
        industry === null ? city : `${industryName(industry)}, ${city}`,
      ),
    ],
    choose: (found) => {
      status.textContent = "";
      state.set(found.user_id, {isStep: found.user_id !== root.value});
      kept.set(found.user_id);
      name = found.name;
      show(found.user_id);
    },
    onFound: (found, query) => {
      status.textContent =
        query.trim() === "" ? "Type the beginning of a name" : foundText(found, query);
    },
    onClose: () => {
      input.value = name;
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

  /** Shows whom the address asks for, else `first`; who is not here gives way to `first`, and the status says so. */
  const take = async (asked: string) => {
    show(asked);
    const found = asked === "" ? [] : (await rowsOf(asked)).filter(isOfKind(kindOf[subject]));
    if (root.value !== asked) return; // another was chosen meanwhile
    name = found[0]?.name ?? "";
    if (found[0] && state.get() === asked) kept.set(asked);
    if (!found[0] && asked !== first) {
      state.set(undefined);
      await take(first);
      status.textContent = `“${asked}” is not here; showing another.`;
    }
    if (document.activeElement !== input) input.value = name;
  };
  const asked = state.get();
  const last = asked ?? kept.get();
  if (asked === undefined && last !== undefined) state.set(last);
  root.value = last ?? first;
  take(root.value);
  state.onChange((id) => take(id ?? first));
  return root;
}
