import {readKept, writeKept} from "../../components/kept.js";
import type {Notebook} from "../../lib/notebook/notebook.js";
import {parseNotebook, printNotebook} from "../../lib/notebook/notebookText.js";

/** A notebook as it was once, by the name that somebody gave it. */
export interface Version {
  readonly name: string;
  /** When, in milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** So many versions are kept; the oldest goes for another. */
const mostVersions = 30;
const lastName = "notebook";
const versionsName = "notebook-versions";

/** What this browser keeps: the notebook as it was left, and versions by name. */
export function keptNotebooks(window: Window) {
  const versions = (): readonly Version[] => {
    try {
      const kept: unknown = JSON.parse(readKept(window, versionsName) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isVersion) : [];
    } catch {
      return []; // what another program left under this name
    }
  };
  const write = (all: readonly Version[]) =>
    writeKept(window, versionsName, JSON.stringify(all.slice(0, mostVersions)));
  return {
    versions,
    last: (): Notebook | undefined => {
      const text = readKept(window, lastName);
      return text === undefined ? undefined : parseNotebook(text);
    },
    keepLast: (notebook: Notebook) => writeKept(window, lastName, printNotebook(notebook)),
    /** Keeps a version; one of the same name makes room for it. Returns whether the browser keeps it. */
    keep(name: string, notebook: Notebook): boolean {
      const version = {name, at: Date.now(), text: printNotebook(notebook)};
      write([version, ...versions().filter((other) => other.name !== name)]);
      return versions().some(({at, text}) => at === version.at && text === version.text);
    },
    remove: (name: string) => write(versions().filter((version) => version.name !== name)),
  };
}

function isVersion(value: unknown): value is Version {
  const {name, at, text} = (value ?? {}) as Partial<Version>;
  return typeof name === "string" && typeof at === "number" && typeof text === "string";
}
