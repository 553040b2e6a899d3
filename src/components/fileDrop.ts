import {builder} from "./dom.js";

export interface FileDrop {
  /** Opens the choice of files: the way of a keyboard. */
  readonly button: HTMLElement;
  /** Shown over what takes files while one is dragged. */
  readonly target: HTMLElement;
}

export interface FileDropOptions {
  readonly onFiles: (files: readonly File[]) => void;
  /** What the button says, and what the files are, for screen readers. */
  readonly button: string;
  readonly label: string;
  /** Endings of files, as an input takes them; any, unless told. */
  readonly accept?: string;
  /** What is said while a file is dragged. */
  readonly invitation: string;
  readonly document: Document;
}

/** Takes files that are dropped anywhere on `element`, or chosen. */
export function fileDrop(
  element: HTMLElement,
  {onFiles, button, label, accept, invitation, document}: FileDropOptions,
): FileDrop {
  const {html} = builder(document);
  const choice = html("input", {
    type: "file",
    multiple: true,
    accept,
    hidden: true,
    class: "data-file",
    "aria-label": label,
  });
  choice.addEventListener("change", () => {
    onFiles([...(choice.files ?? [])]);
    choice.value = "";
  });
  const target = html("div", {class: "drop-target", hidden: true}, html("p", {}, invitation));
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
  const open = html("button", {type: "button", on: {click: () => choice.click()}}, button);
  return {button: html("span", {}, open, choice), target};
}
