import {type CellSql, cellSql} from "./cellSql.js";
import {inputSql, parseInput} from "./inputSpec.js";
import type {Cell} from "./notebook.js";

/** What a query sends, with the values that its inputs have. */
export function cellParts({name, source}: Cell, cells: readonly Cell[]): CellSql {
  const inputs = new Map<string, string>();
  for (const cell of cells) {
    if (cell.kind !== "input") continue;
    try {
      inputs.set(cell.name, inputSql(parseInput(cell.source)));
    } catch {
      // the input says what is wrong with it; a query that takes it fails by its name
    }
  }
  return cellSql(name, source, inputs);
}
