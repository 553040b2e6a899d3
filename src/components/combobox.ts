/**
 * A text field with a list of what it finds, after the ARIA combobox pattern (list autocomplete): typing finds, arrows
 * move, Enter takes, Escape closes. What finds may take its time: an answer that comes after a later question is left out.
 */
import {builder, type Child} from "./dom.js";

/** What was found: the items that are shown, and how many there are in all. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly count: number;
}

export interface ComboboxOptions<Item> {
  id: string;
  /** The name of the list; that of the field is its `<label>`'s, or the same. */
  label: string;
  placeholder: string;
  find: (query: string) => Found<Item> | Promise<Found<Item>>;
  draw: (item: Item) => Child[];
  /** `isAside` where the reader asks for another tab. */
  choose: (item: Item, isAside: boolean) => void;
  /** Told whenever the list has been drawn. */
  onFound?: (found: Found<Item>, query: string) => void;
  /** Told when the list is closed without a choice. */
  onClose?: () => void;
  document: Document;
}

export interface Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  open(query: string): void;
  close(): void;
}

export function combobox<Item>({
  id,
  label,
  placeholder,
  find,
  draw,
  choose,
  onFound,
  onClose,
  document,
}: ComboboxOptions<Item>): Combobox {
  const {html} = builder(document);
  const list = html("ul", {role: "listbox", id: `${id}-list`, "aria-label": label, hidden: true});
  const input = html("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  });
  let items: readonly Item[] = [];
  let active = -1;
  let asked = 0;

  const mark = (index: number) => {
    active = index;
    [...list.children].forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === index));
      if (at === index) item.scrollIntoView?.({block: "nearest"});
    });
    if (index >= 0) input.setAttribute("aria-activedescendant", `${id}-${index}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (found: Found<Item>, query: string) => {
    items = found.items;
    const option = (item: Item, index: number) =>
      html("li", {role: "option", id: `${id}-${index}`, "aria-selected": "false"}, ...draw(item));
    list.replaceChildren(...items.map(option));
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(query.trim() !== "" && items.length > 0 ? 0 : -1);
    onFound?.(found, query);
  };
  const open = (query: string) => {
    const question = ++asked;
    const answer = find(query);
    if (!(answer instanceof Promise)) return show(answer, query);
    answer.then(
      (found) => question === asked && show(found, query),
      (error) => {
        throw error;
      },
    );
  };
  const close = () => {
    asked += 1;
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    onClose?.();
  };

  input.addEventListener("input", (event) => {
    event.stopPropagation(); // typing is not yet a choice
    open(input.value);
  });
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) open("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (items.length > 0) mark((active + step + items.length) % items.length);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const item = items[active];
      if (item !== undefined) choose(item, event.ctrlKey || event.metaKey);
    } else if (event.key === "Escape") close();
  });
  // Before the input loses the focus, which would close the list under the pointer.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const row = (event.target as Element).closest("li");
    const item = row ? items[[...list.children].indexOf(row)] : undefined;
    if (item !== undefined) choose(item, event.ctrlKey || event.metaKey);
  });
  return {input, list, open, close};
}
