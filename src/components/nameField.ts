import {industryName} from "../lib/bank/industries.js";
import {type FoundName, findNames, type NameRows, type Subject} from "../lib/site/searchNames.js";
import {combobox} from "./combobox.js";
import {builder} from "./dom.js";
import {type KeptChoice, keptChoice} from "./keptChoice.js";
import {foundText} from "./picker.js";
import {companyHref, personHref} from "./profileLinks.js";

const hrefs = {
  person: (of: FoundName) => personHref(of),
  company: (of: FoundName) => companyHref(of),
};

let fields = 0;

/**
 * A field that finds a person or a company by name, out of a bank of any size, and leads to their profile. `rowsOf`
 * looks into the dataset `search-names.keyed` (`nameRows`).
 */
export function nameField(
  subject: Subject,
  rowsOf: NameRows,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  const id = `name-field-${++fields}`;
  const label = `Find a ${subject}`;
  const status = html("p", {class: "picker-status", role: "status"});
  const {input, list, close} = combobox<FoundName>({
    id,
    label,
    placeholder: `${label} …`,
    find: async (query) => {
      const found = await findNames(subject, query, rowsOf);
      return {items: found, count: found.length};
    },
    draw: ({name, city, industry}) => [
      html("span", {}, name),
      html("span", {class: "detail"}, industry === null ? city : industryName(industry)),
    ],
    choose: (found) => {
      document.defaultView!.location.assign(hrefs[subject](found));
    },
    onFound: (found, query) => {
      status.textContent = query.trim() === "" || found.count > 0 ? "" : foundText(found, query);
    },
    document,
  });
  input.addEventListener("blur", close);
  return html(
    "div",
    {class: "picker name-field"},
    html("label", {for: id, class: "visually-hidden"}, label),
    html("div", {class: "picker-box"}, input, list),
    status,
  );
}

/** A link to the profile that the reader saw last, or else to the first one; nothing where there is nobody. */
export async function lastProfile(
  subject: Subject,
  rowsOf: NameRows,
  [first]: readonly {readonly user_id: string}[],
  {
    document = globalThis.document,
    kept = keptChoice(subject, document.defaultView!),
  }: {readonly document?: Document; readonly kept?: KeptChoice} = {},
): Promise<HTMLElement> {
  const {html} = builder(document);
  const last = kept.get();
  for (const [words, id] of [
    ["You last looked at ", last],
    ["For example ", first?.user_id],
  ] as const) {
    const [found] = id === undefined ? [] : await rowsOf(id);
    if (found) return html("span", {}, words, html("a", {href: hrefs[subject](found)}, found.name));
  }
  return html("span", {});
}
