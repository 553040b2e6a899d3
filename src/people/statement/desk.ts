/** The desk: where files are dropped, chosen or a sample is tried, and what was recognised of them. */
import {builder} from "../../components/dom.js";
import {fileDrop} from "../../components/fileDrop.js";
import {accountLines} from "./accountLines.js";
import type {Analysis} from "./analysis.js";
import {DeskState} from "./deskState.js";
import {fileLines} from "./fileLines.js";
import {keepLine} from "./keepLine.js";
import {loadedWhenIdle} from "./loadedWhenIdle.js";
import {type ReaderThread, readerThread} from "./readerThread.js";
import {noSettings} from "./settings.js";

export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

/** An input whose value is what the files say; null before the first. */
export type DeskElement = HTMLElement & {
  value: Analysis | null;
  readonly state: DeskState;
};

export interface DeskOptions {
  readonly sample: () => Promise<readonly SampleFile[]>;
  readonly document?: Document;
}

/** Where the files come in. All that it takes to read them is loaded as soon as the page is idle. */
export function statementDesk({sample, document = globalThis.document}: DeskOptions): DeskElement {
  const {html} = builder(document);
  const window = document.defaultView!;
  const status = html("p", {class: "own-status", role: "status"});
  const lists = html("div", {class: "own-lists"});
  const root = html("section", {class: "own-desk", "aria-label": "Your files"});
  let thread: ReaderThread | undefined;
  const started = () => {
    thread ??= readerThread();
    return thread;
  };
  const keep = keepLine("statement", document);
  const state = new DeskState(started, show);
  const samples = loadedWhenIdle(sample, () => started().isReady, window);
  const trySample = async () => {
    const files = await samples;
    await state.add(files.map(({name, text}) => new window.File([text], name, {lastModified: 0})));
  };
  const {button, target} = fileDrop(document.body, {
    onFiles: (files) => void state.add(files),
    button: "Choose files",
    label: "Statements and rules",
    invitation: "Drop statements: they are read here, and nothing is sent.",
    document,
  });
  const sampler = html(
    "button",
    {type: "button", on: {click: () => void trySample()}},
    "Try a sample",
  );
  const zone = html(
    "div",
    {class: "own-zone"},
    html("p", {}, "Drop exports of your banks and brokers here."),
    html("div", {class: "own-buttons"}, button, sampler),
    status,
  );
  // choices within are decisions, which come back as the desk's own
  lists.addEventListener("input", (event) => event.stopPropagation());
  root.append(target, zone, lists, keep.element);

  function show(): void {
    const {analysis, brought, isReading, problem} = state;
    status.textContent = isReading ? "Reading …" : problem;
    status.classList.toggle("is-error", problem !== "");
    root.setAttribute("aria-busy", String(isReading));
    if (isReading) return;
    const {settings} = brought;
    lists.replaceChildren();
    if (analysis)
      lists.append(
        fileLines(analysis.files, {
          onOrder: (id, order) => void state.decide({orders: {...settings.orders, [id]: order}}),
          onSide: (id, side) => void state.decide({sides: {...settings.sides, [id]: side}}),
          onRemove: (id) => void state.remove(id),
          document,
        }),
        accountLines(analysis, {
          onKind: (account, kind) =>
            void state.decide({kinds: {...settings.kinds, [account]: kind}}),
          onRate: (currency, rate) =>
            void state.decide({rates: {...settings.rates, [currency]: rate}}),
          rates: settings.rates,
          document,
        }),
      );
    void keep.show(brought);
    desk.value = analysis;
    root.dispatchEvent(new window.Event("input", {bubbles: true}));
  }
  const desk = Object.assign(root, {value: null as Analysis | null, state});
  // what was kept before there was a choice has none
  void keep.last.then(
    (kept) => kept && state.replace({...kept, settings: {...noSettings, ...kept.settings}}),
  );
  samples.then(
    () => root.classList.add("is-ready"),
    (error) => {
      status.textContent = `Reload the page, not all of it has arrived: ${error}`;
    },
  );
  return desk;
}
