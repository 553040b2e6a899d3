import {type PickerElement, picker} from "./picker.js";

interface Pickable {
  readonly user_id: string;
  readonly name: string;
  readonly city: string;
}

/** The choice of one person out of all, which stands in the address as `?id=…`; first `value`, or the first of them. */
export function personPicker(
  people: readonly Pickable[],
  {label = "Person", value}: {label?: string; value?: string | undefined} = {},
): PickerElement {
  const choices = people.map(({user_id, name, city}) => ({
    value: user_id,
    label: name,
    detail: city,
  }));
  return picker({label, param: "id", choices, ...(value === undefined ? {} : {value})});
}
