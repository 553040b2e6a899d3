import {builder} from "../../components/dom.js";
import {opensPanel} from "../../components/popover.js";
import {saveFile} from "../../components/saveFile.js";
import {instant} from "../../lib/format.js";
import type {Notebook} from "../../lib/notebook/notebook.js";
import {parseNotebook, printNotebook} from "../../lib/notebook/notebookText.js";
import {type KeepOptions, keepPanel} from "./keepPanel.js";
import type {keptNotebooks} from "./keptNotebooks.js";
import {questions} from "./questions.js";

export interface BarOptions {
  readonly kept: ReturnType<typeof keptNotebooks>;
  readonly notebook: () => Notebook;
  readonly onOpen: (notebook: Notebook) => void;
  readonly onTitle: () => void;
  readonly onRunAll: () => void;
  readonly answers: KeepOptions["answers"];
  readonly dropped: KeepOptions["dropped"];
  readonly engine: HTMLElement;
  readonly document: Document;
}

export interface NotebookBar {
  readonly element: HTMLElement;
  title: string;
  /** Says how long the notebook's link is, or that it has none. */
  say(text: string): void;
}

/** The title of the notebook, where it is opened from and kept, and the engine's line. */
export function notebookBar(options: BarOptions): NotebookBar {
  const {kept, notebook, onOpen, onTitle, onRunAll, answers, dropped, engine, document} = options;
  const make = builder(document);
  const {html} = make;
  const title = html("input", {class: "notebook-title", "aria-label": "Title of the notebook"});
  title.addEventListener("input", onTitle);
  const words = html("span", {class: "bar-words", role: "status"});
  const say = (text: string) => {
    words.textContent = text;
  };
  const openFrom = (opener: HTMLButtonElement, opened: Notebook) => {
    (opener.popoverTargetElement as HTMLElement | null)?.hidePopover();
    onOpen(opened);
  };
  const button = (text: string, click: () => void) =>
    html("button", {type: "button", on: {click}}, text);

  const start = opensPanel(
    button("Questions", () => {}),
    () =>
      html(
        "div",
        {class: "menu", role: "group", "aria-label": "Questions to start from"},
        ...questions.map((question) =>
          button(question.title, () => {
            openFrom(start, question);
            onRunAll();
          }),
        ),
      ),
  );
  const versions = opensPanel(
    button("Versions", () => {}),
    () => versionsPanel(),
  );
  const versionsPanel = (): HTMLElement => {
    const name = html("input", {"aria-label": "Name of the version", value: notebook().title});
    const list = html("div", {});
    const form = html("form", {}, name, html("button", {type: "submit"}, "Keep this version"));
    const draw = () => {
      const all = kept.versions();
      list.replaceChildren(
        ...all.map(({name, at, text}) =>
          html(
            "p",
            {},
            button(`${name}, ${instant(new Date(at))}`, () =>
              openFrom(versions, parseNotebook(text)),
            ),
            html(
              "button",
              {
                type: "button",
                "aria-label": `Remove ${name}`,
                on: {
                  click: () => {
                    kept.remove(name);
                    draw();
                  },
                },
              },
              "×",
            ),
          ),
        ),
        ...(all.length === 0 ? [html("p", {}, "This browser keeps no version yet.")] : []),
      );
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const isKept = kept.keep(name.value.trim() || notebook().title, notebook());
      say(isKept ? "Kept in this browser." : "This browser keeps nothing: save a file instead.");
      draw();
    });
    draw();
    return html(
      "div",
      {class: "menu versions", role: "group", "aria-label": "Versions in this browser"},
      form,
      list,
    );
  };

  const file = html("input", {
    type: "file",
    accept: ".md,text/markdown",
    hidden: true,
    "aria-label": "A notebook as a file",
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) onOpen(parseNotebook(await chosen.text()));
    file.value = "";
  });
  const copy = async () => {
    const {navigator, location} = document.defaultView!;
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link is copied: it holds the whole notebook.");
    } catch {
      say("The link is in the address bar: it holds the whole notebook.");
    }
  };
  const element = html(
    "div",
    {class: "notebook-bar"},
    title,
    html(
      "div",
      {class: "bar-row"},
      button("Run all", onRunAll),
      start,
      versions,
      button("Copy link", () => void copy()),
      button("Open file", () => file.click()),
      button("Save file", () => saveNotebook(notebook(), document)),
      keepPanel({notebook, answers, dropped, document}),
      file,
      engine,
    ),
    words,
  );
  return {
    element,
    get title() {
      return title.value.trim() || "A notebook";
    },
    set title(text) {
      title.value = text;
    },
    say,
  };
}

/** Hands the notebook to the browser as a file of markdown. */
function saveNotebook(notebook: Notebook, document: Document): void {
  const name = notebook.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  const {Blob} = document.defaultView!;
  const blob = new Blob([printNotebook(notebook)], {type: "text/markdown"});
  saveFile(blob, `${name || "notebook"}.md`, document);
}
