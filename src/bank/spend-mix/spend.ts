import {urlState} from "../../components/urlState.js";
import {type Focus, focusAxes, type Selection, type SpendCubes} from "./cubes.js";

/**
 * The payments of the page and what is selected of them. The selection is in the address (`?months=2026-01..2026-03`,
 * `?only=channel:card`); the page's figures draw themselves anew, in place, whenever it changes.
 */
export interface Spend {
  readonly data: SpendCubes;
  readonly selection: Selection;
  /** Selects; a focus is a step that going back takes back. */
  select(change: Partial<Selection>): void;
  onChange(listener: () => void): void;
}

export function spendOf(data: SpendCubes, window: Window = globalThis.window): Spend {
  const months = urlState("months", window);
  const only = urlState("only", window);
  const last = data.months.length - 1;
  const listeners: (() => void)[] = [];
  const read = (): Selection => ({
    ...spanFrom(data, months.get()),
    focus: focusFrom(data, only.get()),
  });
  let selection = read();
  const report = () => {
    for (const listener of listeners) listener();
  };
  const follow = () => {
    selection = read();
    report();
  };
  // either name of the address may have changed
  months.onChange(follow);
  return {
    data,
    get selection() {
      return selection;
    },
    select(change) {
      const {focus} = selection;
      selection = {...selection, ...change};
      const {from, to} = selection;
      const isWhole = from === 0 && to === last;
      const isStep = focus !== selection.focus;
      only.set(selection.focus && `${selection.focus.axis}:${selection.focus.value}`, {isStep});
      months.set(isWhole ? undefined : `${monthOf(data, from)}..${monthOf(data, to)}`);
      report();
    },
    onChange: (listener) => listeners.push(listener),
  };
}

const monthOf = ({months}: SpendCubes, at: number) => months[at]!.slice(0, 7);

/** The months of an address; all of them where it names none that are here. */
function spanFrom(data: SpendCubes, text = ""): {from: number; to: number} {
  const [from, to] = text
    .split("..")
    .map((name) => data.months.findIndex((_, at) => monthOf(data, at) === name));
  const isSpan = from !== undefined && to !== undefined && from >= 0 && to >= from;
  return isSpan ? {from, to} : {from: 0, to: data.months.length - 1};
}

function focusFrom({axes}: SpendCubes, text = ""): Focus | undefined {
  const [name, ...rest] = text.split(":");
  const axis = focusAxes.find((axis) => axis === name);
  const value = rest.join(":");
  return axis && axes[axis].includes(value) ? {axis, value} : undefined;
}
