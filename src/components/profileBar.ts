/**
 * The bar above the pages of one person or one company: the choice of the subject, which stays in sight, and the way to
 * the other pages of the same subject.
 */
import {pageFile} from "../lib/site/pageFile.js";
import {builder} from "./dom.js";
import type {KeyedFile} from "./keyed.js";
import type {PickerElement} from "./picker.js";
import {subjectPicker} from "./subjectPicker.js";

export interface ProfileTab {
  /** The page beside this one: `budget` for `./budget.html`. */
  readonly page: string;
  readonly name: string;
}

const personTabs: readonly ProfileTab[] = [
  {page: "overview", name: "Overview"},
  {page: "budget", name: "Budget"},
  {page: "savings", name: "Savings"},
  {page: "lifestyle", name: "Lifestyle"},
  {page: "portfolio", name: "Portfolio"},
];

const companyTabs: readonly ProfileTab[] = [
  {page: "cash", name: "Cash"},
  {page: "profit-and-loss", name: "Profit and loss"},
  {page: "payroll", name: "Payroll"},
  {page: "runway", name: "Runway"},
];

/** The bar of a person's pages, with the first person to show; `names` is the dataset `search-names.keyed`. */
export function personBar(
  names: KeyedFile,
  [first]: readonly {readonly user_id: string}[],
  page: string,
): PickerElement {
  return profileBar(subjectPicker("person", names, {value: first?.user_id}), personTabs, page);
}

/** The same of a company's pages. */
export function companyBar(
  names: KeyedFile,
  [first]: readonly {readonly user_id: string}[],
  page: string,
): PickerElement {
  return profileBar(subjectPicker("company", names, {value: first?.user_id}), companyTabs, page);
}

/**
 * A bar whose value is that of the picker in it; the links to the `tabs` carry it as `?id=…`. `page` is the tab that is
 * shown.
 */
export function profileBar(
  picker: PickerElement,
  tabs: readonly ProfileTab[],
  page: string,
  {document = globalThis.document}: {readonly document?: Document} = {},
): PickerElement {
  const {html} = builder(document);
  const links = tabs.map((tab) => ({
    tab,
    link: html("a", tab.page === page ? {"aria-current": "page"} : {}, tab.name),
  }));
  const follow = () => {
    const search = picker.value ? `?id=${encodeURIComponent(picker.value)}` : "";
    for (const {tab, link} of links) link.setAttribute("href", `./${pageFile(tab.page + search)}`);
  };
  picker.addEventListener("input", follow);
  follow();
  const bar = html(
    "div",
    {class: "profile-bar"},
    picker,
    html("nav", {"aria-label": "Profile"}, ...links.map(({link}) => link)),
  );
  return Object.defineProperty(bar, "value", {
    get: () => picker.value,
  }) as HTMLElement as PickerElement;
}
