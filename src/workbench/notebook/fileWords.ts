import {builder} from "../../components/dom.js";

export interface FileWords {
  /** What there is to tell of a file, until somebody closes it. */
  readonly words: HTMLElement;
  say(words: string, isError: boolean): void;
}

/** The line that tells what came of a file. */
export function fileWords(document: Document): FileWords {
  const {html} = builder(document);
  const text = html("span", {role: "status"});
  const close = () => {
    words.hidden = true;
  };
  const words = html(
    "p",
    {class: "file-words", hidden: true},
    text,
    html("button", {type: "button", "aria-label": "Close the message", on: {click: close}}, "×"),
  );
  return {
    words,
    say(said, isError) {
      words.hidden = false;
      words.classList.toggle("is-error", isError);
      text.textContent = said;
    },
  };
}
