/**
 * Whether the fields of a CSV row make a row of its table: right number, each field as `fieldRules.ts` wants
 * it, ids known, key new. Fields are text here, so that nothing is lost in a conversion: MariaDB's own
 * LOAD DATA LOCAL makes 13 of `12.5`, 0 of `abc` and fills short rows.
 */
import {fieldFault} from "../../loaders/csv/fieldRules.js";
import {lengthFault} from "../../loaders/csv/lengthFault.js";
import {shownValue} from "../../loaders/csv/shownValue.js";
import type {Column, Table} from "../../src/lib/bank/schema.js";
import {LargeSet, NumberSet} from "./idSets.js";

/** What the check needs to know of a table. */
export type RowTable = Pick<Table, "columns" | "key"> & {readonly name: string};

/** The values that a reference may take. */
export interface KnownIds {
  has(text: string): boolean;
}

/** What is wrong with the fields, in words; undefined where nothing is. Remembers the keys it has passed. */
export type RowCheck = (fields: readonly string[]) => string | undefined;

/** Texts seen and found good, for columns in which they come again: looking them up is faster. */
const rememberedTexts = 4096;

/**
 * The check for a table; `known` holds the ids that each column with a reference may take. A reference to the table
 * itself may take those of earlier rows as well.
 */
export function createRowCheck(table: RowTable, known: ReadonlyMap<Column, KnownIds>): RowCheck {
  const {columns, key} = table;
  const tests = columns.map((column) => {
    const ids = known.get(column);
    return fieldTest(column, ids && column.references?.table === table.name ? orEarlier(ids) : ids);
  });
  const keyIndexes = key.map((name) => columns.findIndex((column) => column.name === name));
  const single = keyIndexes.length === 1 ? keyIndexes[0]! : -1;
  const isNumber = /^(integer|serial)$/.test(columns[single]?.type ?? "");
  const keys = isNumber ? new NumberSet() : new LargeSet<string>();

  function orEarlier(ids: KnownIds): KnownIds {
    return {has: (text) => ids.has(text) || keys.has(text)};
  }

  const keyOf = (fields: readonly string[]) =>
    single === -1 ? keyIndexes.map((i) => fields[i]).join("\0") : fields[single]!;

  return (fields) => {
    const length = lengthFault(fields, columns);
    if (length !== undefined) return length;
    for (let i = 0; i < tests.length; i++) {
      const fault = tests[i]!(fields[i]!);
      if (fault !== undefined) return fault;
    }
    if (key.length === 0) return undefined;
    const value = keyOf(fields);
    if (keys.has(value)) {
      const text = keyIndexes.map((i) => fields[i]).join(", ");
      return `duplicate ${key.join(", ")}: ${shownValue(text)}`;
    }
    keys.add(value);
    return undefined;
  };
}

function fieldTest(
  column: Column,
  known: KnownIds | undefined,
): (text: string) => string | undefined {
  const {name, type, nullable, references, values} = column;
  const remembered = type === "day" || values || known ? new Set<string>() : undefined;
  return (text) => {
    if (text === "" && nullable) return undefined;
    if (remembered?.has(text)) return undefined;
    const fault = fieldFault(column, text);
    if (fault !== undefined) return `invalid ${name}: ${shownValue(text)} (${fault})`;
    if (type === "id" && text.endsWith(" ")) {
      return `invalid ${name}: ${shownValue(text)} (an id may not end in a blank)`;
    }
    if (known && !known.has(text)) {
      return `unknown ${name}: ${shownValue(text)} (not in ${references?.table})`;
    }
    if (remembered && remembered.size < rememberedTexts) remembered.add(text);
    return undefined;
  };
}
