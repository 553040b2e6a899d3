/** What kept pages import under a name that a cell's variable would have. */
const imported = new Set(["queryRows", "typedRows"]);

/**
 * The variable of a page for a cell, another for each: `fees_by_city` becomes `feesByCityRows`, which is no word of the
 * language and no component. A name whose underscores its letters would not tell, as of `fees_1`, keeps them.
 */
export function variableName(cell: string, kind: "Rows" | "Value"): string {
  const isTold = /^[a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*$/.test(cell);
  const name = `${isTold ? cell.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) : cell}${kind}`;
  return imported.has(name) ? `$${name}` : name;
}
