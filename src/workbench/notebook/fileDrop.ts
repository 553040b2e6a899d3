import {builder} from "../../components/dom.js";
import {fileEndings} from "../../lib/notebook/fileKind.js";

export interface FileDrop {
  /** Opens the choice of files: the way of a keyboard. */
  readonly button: HTMLElement;
  /** Shown over the notebook while a file is dragged. */
  readonly target: HTMLElement;
  /** What there is to tell of a file, until somebody closes it. */
  readonly words: HTMLElement;
  say(words: string, isError: boolean): void;
}

/** Takes files that are dropped anywhere on `element`, or chosen. */
export function fileDrop(
  element: HTMLElement,
  {onFiles, document}: {onFiles: (files: readonly File[]) => void; document: Document},
): FileDrop {
  const {html} = builder(document);
  const choice = html("input", {
    type: "file",
    multiple: true,
    accept: fileEndings,
    hidden: true,
    class: "data-file",
    "aria-label": "Files with rows",
  });
  choice.addEventListener("change", () => {
    onFiles([...(choice.files ?? [])]);
    choice.value = "";
  });
  const target = html(
    "div",
    {class: "drop-target", hidden: true},
    html(
      "p",
      {},
      "Drop CSV, lines of JSON, Arrow or DuckDB: each becomes a table. Nothing leaves this machine.",
    ),
  );
  const isOfFiles = ({dataTransfer}: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
  const show = (isShown: boolean) => {
    target.hidden = !isShown;
  };
  element.addEventListener("dragover", (event) => {
    if (!isOfFiles(event)) return;
    event.preventDefault();
    show(true);
  });
  element.addEventListener("dragleave", ({relatedTarget}) => {
    if (!element.contains(relatedTarget as Node | null)) show(false);
  });
  // before an editor within, which would write the file's rows where the cursor is
  const takeFiles = (event: DragEvent) => {
    show(false);
    if (!isOfFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  element.addEventListener("drop", takeFiles, {capture: true});

  const text = html("span", {role: "status"});
  const words = html(
    "p",
    {class: "file-words", hidden: true},
    text,
    html(
      "button",
      {
        type: "button",
        "aria-label": "Close the message",
        on: {
          click: () => {
            words.hidden = true;
          },
        },
      },
      "×",
    ),
  );
  return {
    button: html(
      "span",
      {},
      html("button", {type: "button", on: {click: () => choice.click()}}, "Add a file"),
      choice,
    ),
    target,
    words,
    say(said, isError) {
      words.hidden = false;
      words.classList.toggle("is-error", isError);
      text.textContent = said;
    },
  };
}
