import {builder} from "./dom.js";
import {assertOptions, type OptionNames} from "./options.js";
import type {Choice} from "./picker.js";
import {urlState} from "./urlState.js";

export interface SegmentedOptions {
  label: string;
  choices: readonly Choice[];
  /** The choice at first; the first of the choices, unless told. */
  value?: string;
  /** The name in the address. */
  param?: string;
  document?: Document;
}

const optionNames: OptionNames<SegmentedOptions> = {
  label: true,
  choices: true,
  value: true,
  param: true,
  document: true,
};

export type SegmentedElement = HTMLElement & {value: string | undefined};

let groups = 0;

/**
 * One out of a few, all in sight: radio buttons in a row. An input in Observable's sense; with `param` the
 * choice stands in the address and follows it.
 */
export function segmented(options: SegmentedOptions): SegmentedElement {
  assertOptions(options, optionNames);
  const {
    label,
    choices,
    value: initial = choices[0]?.value,
    param,
    document = globalThis.document,
  } = options;
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const name = `segmented-${++groups}`;
  const state = param === undefined ? undefined : urlState(param, window);
  const known = (value: string | undefined) => choices.some((choice) => choice.value === value);

  const inputs = choices.map(({value}) => html("input", {type: "radio", name, value}));
  const root = html(
    "fieldset",
    {class: "segmented"},
    html("legend", {}, label),
    html(
      "div",
      {},
      ...choices.map(({label}, index) => html("label", {}, inputs[index], html("span", {}, label))),
    ),
  ) as HTMLElement as SegmentedElement;

  const take = (value: string | undefined) => {
    root.value = value;
    for (const input of inputs) input.checked = input.value === value;
  };
  // In the capturing phase, so that the value is right before a listener on the root reads it.
  root.addEventListener(
    "input",
    ({target}) => {
      if (target === root) return;
      take((target as HTMLInputElement).value);
      state?.set(root.value === initial ? undefined : root.value);
    },
    true,
  );
  state?.onChange((value) => {
    take(known(value) ? value : initial);
    root.dispatchEvent(new window.Event("input", {bubbles: true}));
  });
  const asked = state?.get();
  take(known(asked) ? asked : initial);
  return root;
}
