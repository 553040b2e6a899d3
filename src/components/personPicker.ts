import {keptChoice} from "./keptChoice.js";
import {type PickerElement, picker} from "./picker.js";

interface Pickable {
  readonly user_id: string;
  readonly name: string;
  readonly city: string;
}

/**
 * The choice of one person out of all, which stands in the address as `?id=…`; first the one of the page before, else
 * `value`, or the first of them. As soon as somebody reaches for it, `onReach` is called, once: to load what the
 * others need.
 */
export function personPicker(
  people: readonly Pickable[],
  {
    label = "Person",
    value,
    onReach,
  }: {label?: string; value?: string | undefined; onReach?: () => void} = {},
): PickerElement {
  const choices = people.map(({user_id, name, city}) => ({
    value: user_id,
    label: name,
    detail: city,
  }));
  const element = picker({label, param: "id", choices, value, kept: keptChoice("person")});
  if (onReach) element.addEventListener("focusin", () => onReach(), {once: true});
  return element;
}
