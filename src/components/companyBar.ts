import {companyPicker} from "./companyPicker.js";
import type {PickerElement} from "./picker.js";
import {companyTabs, profileBar} from "./profileBar.js";

/** The bar of a company's pages, with the first company to show. */
export function companyBar(
  companies: Parameters<typeof companyPicker>[0],
  [first]: readonly {readonly user_id: string}[],
  page: string,
): PickerElement {
  return profileBar(companyPicker(companies, {value: first?.user_id}), companyTabs, page);
}
