import {autoType} from "d3-dsv";

/**
 * Rows of a CSV file as `csv({typed: true})` gives them, but for the columns `texts`: a text of digits, such as a postcode,
 * stays as it was written.
 */
export async function typedRows<Row extends object>(
  rows: Promise<readonly Row[]>,
  texts: readonly (keyof Row & string)[],
): Promise<Row[]> {
  return (await rows).map((row) => {
    const typed = autoType({...row}) as Row;
    for (const text of texts) if (typed[text] !== null) typed[text] = row[text];
    return typed;
  });
}
