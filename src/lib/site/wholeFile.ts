/** What a page says where its server sends a file only whole, which the engine would read in parts. */

/** Told on the window when the published bank was loaded whole; `detail` are its bytes. */
export const wholeFileEvent = "wholefile";

/** `19.6 MB`, `140 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 100e6 ? 1 : 0)} MB`;
}

/** What the page says then. */
export function wholeFileText(bytes: number): string {
  return `This server sends files only whole: the bank was loaded at once, ${megabytes(bytes)} of it, and not the parts that a query asks for.`;
}
