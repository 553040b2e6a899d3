import {combobox} from "../../components/combobox.js";
import {builder} from "../../components/dom.js";
import {
  type FoundName,
  findNames,
  type NameRows,
  type Subject,
} from "../../lib/site/searchNames.js";

let fields = 0;

/** A field that finds a customer by name; its value is their id. */
export function customerField(
  subject: Subject,
  {
    value,
    nameRows,
    onChoice,
    document,
  }: {value: string; nameRows: NameRows; onChoice: (id: string) => void; document: Document},
): HTMLElement {
  const {html} = builder(document);
  const label = `Find a ${subject}`;
  const {input, list, close} = combobox<FoundName>({
    id: `notebook-name-${++fields}`,
    label,
    placeholder: `${label} …`,
    find: async (query) => {
      const items = await findNames(subject, query, nameRows);
      return {items, count: items.length};
    },
    draw: ({name, city}) => [html("span", {}, name), html("span", {class: "detail"}, city)],
    choose: ({user_id, name}) => {
      input.value = name;
      close();
      onChoice(user_id);
    },
    document,
  });
  input.addEventListener("blur", close);
  if (value !== "")
    void nameRows(value).then(([found]) => {
      if (input.value === "") input.value = found?.name ?? value;
    });
  return html("div", {class: "picker"}, html("div", {class: "picker-box"}, input, list));
}
