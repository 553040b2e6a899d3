/** Texts that a browser keeps for the reader, by name. One that keeps nothing (shut off, or full) is no error. */

/** What is kept by a name; undefined where nothing is. */
export function readKept(window: Window, name: string): string | undefined {
  try {
    return window.localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined; // storage that is shut off throws a SecurityError
  }
}

/** Keeps a text by a name, where the browser keeps anything. */
export function writeKept(window: Window, name: string, text: string): void {
  try {
    window.localStorage.setItem(name, text);
  } catch {
    // shut off, or full: what was chosen holds for this page
  }
}
