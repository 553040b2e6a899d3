import {industryName} from "../lib/bank/industries.js";
import {keptChoice} from "./keptChoice.js";
import {type PickerElement, picker} from "./picker.js";

interface Pickable {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly city: string;
}

/**
 * The choice of one company out of all, which stands in the address as `?id=…`; first the one of the page before, else
 * `value`, or the first of them.
 */
export function companyPicker(
  companies: readonly Pickable[],
  {value}: {value?: string | undefined} = {},
): PickerElement {
  const choices = companies.map(({user_id, name, industry, city}) => ({
    value: user_id,
    label: name,
    detail: `${industryName(industry)}, ${city}`,
  }));
  return picker({label: "Company", param: "id", choices, value, kept: keptChoice("company")});
}
