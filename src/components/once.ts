/** Calls `load` when somebody first asks, and gives everybody what it returned: a file for several parts of a page. */
export function once<T>(load: () => T): () => T {
  let result: {value: T} | undefined;
  return () => (result ??= {value: load()}).value;
}
