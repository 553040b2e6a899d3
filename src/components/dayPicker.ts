import {isDay} from "../lib/day.js";
import {builder} from "./dom.js";
import {notHere} from "./notHere.js";
import {urlState} from "./urlState.js";

export interface DayPickerOptions {
  label: string;
  /** The day at first, as `2025-12-17`, where the address names none. */
  value: string;
  /** The last day that can be chosen. */
  max?: string;
  /** The name in the address. */
  param?: string;
  document?: Document;
}

export type DayPickerElement = HTMLElement & {value: string};

/**
 * A day of the calendar as `2025-12-17`. What is no day, half typed or cleared, changes nothing, nor does a day after
 * the last one, of which a status tells; where the address asks for a day that cannot be chosen, the day at first is
 * shown, and a status says so.
 */
export function dayPicker({
  label,
  value: initial,
  max,
  param,
  document = globalThis.document,
}: DayPickerOptions): DayPickerElement {
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const state = param === undefined ? undefined : urlState(param, window);
  const input = html("input", {type: "date", max});
  const status = html("p", {class: "choice-status", role: "status"});
  const root = html(
    "form",
    {class: "choice"},
    html("label", {}, html("span", {}, label), input),
    status,
  ) as HTMLElement as DayPickerElement;
  const isTooLate = (day: string) => max !== undefined && day > max;
  const read = () => {
    const asked = state?.get() || initial;
    root.value = isDay(asked) && !isTooLate(asked) ? asked : initial;
    input.value = root.value;
    status.textContent = root.value === asked ? "" : notHere(asked);
  };
  root.addEventListener("submit", (event) => event.preventDefault());
  // In the capturing phase, so that the value is right before a listener on the root reads it.
  root.addEventListener(
    "input",
    (event) => {
      if (event.target !== input) return;
      if (!isDay(input.value)) return event.stopImmediatePropagation();
      if (isTooLate(input.value)) {
        status.textContent = `${input.value} is after the last day, ${max}.`;
        return event.stopImmediatePropagation();
      }
      root.value = input.value;
      status.textContent = "";
      state?.set(root.value === initial ? undefined : root.value);
    },
    true,
  );
  state?.onChange(() => {
    read();
    root.dispatchEvent(new window.Event("input", {bubbles: true}));
  });
  read();
  return root;
}
