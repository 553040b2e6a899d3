import {builder} from "./dom.js";
import {assertOptions, type OptionNames} from "./options.js";
import {urlState} from "./urlState.js";

export interface SliderOptions {
  label: string;
  min: number;
  max: number;
  step: number;
  /** Where it stands at first and where it is not written into the address. */
  value: number;
  /** The value with its unit, shown beside the label and read aloud. */
  format: (value: number) => string;
  /** The name in the address. */
  param?: string;
  document?: Document;
}

const optionNames: OptionNames<SliderOptions> = {
  label: true,
  min: true,
  max: true,
  step: true,
  value: true,
  format: true,
  param: true,
  document: true,
};

export type SliderElement = HTMLElement & {value: number};

let sliders = 0;

/**
 * A number out of a range, moved by pointer or keyboard (arrows, Page Up and Down, Home, End). An input in Observable's
 * sense: `.value` is a number that can be set, and every step sends `input`. With `param`, the number stands in the
 * address and follows it; what the address asks for is held to range and step.
 */
export function slider(options: SliderOptions): SliderElement {
  assertOptions(options, optionNames);
  const {
    label,
    min,
    max,
    step,
    value: initial,
    format,
    param,
    document = globalThis.document,
  } = options;
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const id = `slider-${++sliders}`;
  const state = param === undefined ? undefined : urlState(param, window);
  const range = html("input", {id, type: "range", min, max, step, value: initial});
  const shown = html("output", {for: id});
  const root = html("div", {class: "slider"}, html("label", {for: id}, label), shown, range);

  const asked = (text: string | undefined) => {
    const number = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isFinite(number)) return initial;
    const steps = Math.round((number - min) / step);
    return Math.min(max, Math.max(min, min + steps * step));
  };
  const show = () => {
    const text = format(range.valueAsNumber);
    shown.textContent = text;
    range.setAttribute("aria-valuetext", text);
  };
  const keep = () =>
    state?.set(range.valueAsNumber === initial ? undefined : String(range.valueAsNumber));
  const take = (value: number) => {
    range.value = String(value);
    show();
  };
  Object.defineProperty(root, "value", {
    get: () => range.valueAsNumber,
    set: (value: number) => {
      take(value);
      keep();
    },
  });
  range.addEventListener("input", () => {
    show();
    keep();
  });
  take(asked(state?.get()));
  state?.onChange((text) => {
    const before = range.valueAsNumber;
    take(asked(text));
    if (range.valueAsNumber !== before)
      root.dispatchEvent(new window.Event("input", {bubbles: true}));
  });
  return root as unknown as SliderElement;
}
