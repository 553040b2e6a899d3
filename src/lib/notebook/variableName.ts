/**
 * The variable of a page for a cell: `fees_by_city` becomes `feesByCityRows`, which is no word of the language and no
 * component. Two cells whose names differ in underscores alone would share one: they are told apart by their length.
 */
export function variableName(cell: string, kind: "Rows" | "Value"): string {
  const camel = cell
    .replace(/^_+/, "")
    .replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/_+$/, "");
  const isOdd = /^_|__|_$|_\d/.test(cell);
  return `${/^[a-z]/.test(camel) ? camel : `cell${camel}`}${isOdd ? cell.length : ""}${kind}`;
}
