import {industryName} from "../lib/bank/industries.js";
import {type FoundName, findNames} from "../lib/site/searchNames.js";
import {profilePath} from "../lib/site/stories.js";
import {combobox} from "./combobox.js";
import {builder} from "./dom.js";
import {type KeptChoice, keptChoice, type Subject} from "./keptChoice.js";
import {type KeyedFile, keyedRow, keyedRows} from "./keyed.js";
import {foundText} from "./picker.js";

/** The root of the site, from the place that this module is served from. */
const root = new URL("../../", import.meta.url);

const kinds = {person: "individual", company: "company"} as const;

let fields = 0;

/**
 * A field that finds a person or a company by name, out of a bank of any size, and leads to their profile. `names` is
 * the dataset `search-names.keyed`.
 */
export function nameField(
  subject: Subject,
  names: KeyedFile,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  const id = `name-field-${++fields}`;
  const label = `Find a ${subject}`;
  const status = html("p", {class: "picker-status", role: "status"});
  const {input, list, close} = combobox<FoundName>({
    id,
    label,
    placeholder: `${label} by name …`,
    find: async (query) => {
      const found = await findNames(kinds[subject], query, (key) => keyedRows(names, key));
      return {items: found, count: found.length};
    },
    draw: ({name, city, industry}) => [
      html("span", {}, name),
      html("span", {class: "detail"}, industry === null ? city : industryName(industry)),
    ],
    choose: ({user_id}) => {
      document.defaultView!.location.assign(profileUrl(subject, user_id));
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
  names: KeyedFile,
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
    const row = id === undefined ? undefined : await keyedRow<FoundName>(names, id);
    if (row) return html("span", {}, words, html("a", {href: profileUrl(subject, id!)}, row.name));
  }
  return html("span", {});
}

const profileUrl = (subject: Subject, id: string) => new URL(profilePath(subject, id), root).href;
