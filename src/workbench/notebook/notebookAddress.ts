import type {Notebook} from "../../lib/notebook/notebook.js";
import {linkedNotebook, linkLetters} from "../../lib/notebook/notebookLink.js";
import {linkPrefix} from "../../lib/notebook/pageMeta.js";

/** The notebook in the page's address, behind `#`. */
export function notebookAddress(window: Window) {
  const letters = () => {
    const {hash} = window.location;
    return hash.startsWith(linkPrefix) ? hash.slice(linkPrefix.length) : undefined;
  };
  let written: string | undefined;
  return {
    /** The notebook that the address holds; undefined for none. Throws where it was cut. */
    async read(): Promise<Notebook | undefined> {
      written = letters();
      return written === undefined ? undefined : linkedNotebook(written);
    },
    /** Puts the notebook into the address; returns whether it is short enough for one. */
    async write(notebook: Notebook): Promise<boolean> {
      written = await linkLetters(notebook);
      const url = new URL(window.location.href);
      url.hash = written === undefined ? "" : `${linkPrefix}${written}`;
      window.history.replaceState(window.history.state, "", url);
      return written !== undefined;
    },
    /** Calls back when the reader goes to an address with another notebook. */
    onChange(listener: () => void): void {
      window.addEventListener("hashchange", () => {
        const now = letters();
        if (now !== undefined && now !== written) listener();
      });
    },
  };
}
