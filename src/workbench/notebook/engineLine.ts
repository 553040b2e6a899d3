import {builder} from "../../components/dom.js";

export interface EngineLine {
  readonly element: HTMLElement;
  onLoad(loadedBytes: number): void;
  onReady(ms: number): void;
  onEnd(): void;
}

/** The engine, unpacked, in bytes, to a megabyte: a server that packs it does not say. A test keeps it true. */
export const engineBytes = 34e6;

/** One line on the engine: that it waits, how far it is, that it is ready. */
export function engineLine(document: Document): EngineLine {
  const {html} = builder(document);
  const words = html("span", {role: "status"}, "The engine starts with the first query.");
  const bar = html("progress", {max: engineBytes, hidden: true, "aria-label": "Engine loaded"});
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    element: html("span", {class: "engine-line"}, words, bar),
    onLoad(loadedBytes) {
      bar.hidden = false;
      bar.value = loadedBytes;
      words.textContent = `Loading the engine: ${megabytes(loadedBytes)} of ${megabytes(engineBytes)} MB`;
    },
    onReady(ms) {
      bar.hidden = true;
      words.textContent = `The engine is ready, after ${(ms / 1000).toFixed(1)} s.`;
    },
    onEnd() {
      bar.hidden = true;
      words.textContent = "The engine was stopped, and starts again with the next query.";
    },
  };
}
