import {builder} from "../../components/dom.js";
import {megabytes} from "../../lib/site/wholeFile.js";

/** What a question reads of the published bank, for each row of a table (docs/scale.md). */
const bytesOfRow = {transactions: 22, trades: 17};
/** So many bytes are read without being asked for: the transactions of three thousand customers. */
const readAtOnce = 20_000_000;

type ReadTable = keyof typeof bytesOfRow;

/** A table of the published bank, and its rows. */
export interface PublishedTable {
  readonly table_name: string;
  readonly row_count: number;
}

export interface Control<Value> extends HTMLElement {
  readonly value: Value;
}

/**
 * The control of a question that reads most of a table of the published bank, which grows with the bank. Where that is much, its
 * value is there only when the reader has pressed “Ask”, and what depends on it waits; `data-unasked` marks it till then.
 */
export function askFirst<Value>(
  control: Control<Value>,
  read: ReadTable,
  published: readonly PublishedTable[],
  {document = globalThis.document} = {},
): Control<Value | undefined> {
  const rowCount = published.find(({table_name}) => table_name === read)?.row_count ?? 0;
  const bytes = rowCount * bytesOfRow[read];
  if (bytes <= readAtOnce) return control;
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const button = html("button", {type: "button"}, "Ask");
  const words = html(
    "p",
    {},
    button,
    ` This question reads single ${read}: some ${megabytes(bytes)} of the published bank.`,
  );
  const root = Object.assign(html("div", {"data-unasked": ""}, control, words), {
    value: undefined as Value | undefined,
  });
  const take = (event: Event) => {
    if (event.target === root) return;
    if ("unasked" in root.dataset) event.stopImmediatePropagation();
    else root.value = control.value;
  };
  root.addEventListener("input", take); // the first to listen
  button.addEventListener("click", () => {
    delete root.dataset.unasked;
    words.remove();
    root.value = control.value;
    root.dispatchEvent(new window.Event("input", {bubbles: true}));
  });
  return root;
}
