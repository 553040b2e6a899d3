/** Calls `load` when somebody first asks, and gives everybody what it returned: a file for several parts of a page. */
export function once<T>(load: () => T): () => T {
  const results: T[] = [];
  return () => {
    if (results.length === 0) results.push(load());
    return results[0]!;
  };
}
