/**
 * The person and the company that a reader has chosen last: kept on the reader's own machine, so that each page about
 * one of them begins with the same one. Where a browser keeps nothing (storage is shut off, or full) the choice holds
 * for the page, and for the links that carry it on.
 */
import type {Subject} from "../lib/site/searchNames.js";
import {readKept, writeKept} from "./kept.js";

export interface KeptChoice {
  /** The id of the last choice; undefined where nothing was chosen, or nothing is kept. */
  get(): string | undefined;
  set(id: string): void;
}

/** Sent to the window when a choice was made. */
const choiceEvent = "kept-choice";

const keyOf = (subject: Subject) => `countinghouse-${subject}`;

export function keptChoice(subject: Subject, window: Window = globalThis.window): KeptChoice {
  return {
    get: () => readKept(window, keyOf(subject)),
    set(id) {
      writeKept(window, keyOf(subject), id);
      const {CustomEvent} = window as Window & typeof globalThis;
      window.dispatchEvent(new CustomEvent(choiceEvent, {detail: {subject, id}}));
    },
  };
}

/** Calls back with the last choice of the subject, now if there is one and then whenever another is made. */
export function followChoice(
  subject: Subject,
  listener: (id: string) => void,
  window: Window = globalThis.window,
): void {
  const kept = keptChoice(subject, window).get();
  if (kept !== undefined) listener(kept);
  window.addEventListener(choiceEvent, (event) => {
    const {detail} = event as CustomEvent<{subject: Subject; id: string}>;
    if (detail.subject === subject) listener(detail.id);
  });
}
