import {expect} from "vitest";
import {readRows} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {
  type MeasureName,
  measureCall,
  measures,
  monthTables,
} from "../../src/lib/measures/measures.js";

export type Values = ReadonlyMap<string, number | null>;

/** What a page may be off: less than a cent, or the ninth decimal of a share. */
export const cent = 0.0051;
export const share = 1e-9;

/** Keys of `truthOf`: a customer in a month, and a month. */
export const customerMonth = "user_id, strftime(month, '%Y-%m-%d')";
export const monthOnly = "strftime(month, '%Y-%m-%d')";

/** The day of a month as `truthOf` writes it. */
export const monthKey = (month: unknown): string =>
  (month instanceof Date ? month.toISOString() : String(month)).slice(0, 10);

/**
 * The values of a measure by the registry's macro, by key: what each page is held to. `window` counts the last complete
 * months (all, if 0); a sum over legs is taken from its column of the monthly table.
 */
export async function truthOf(
  {connection}: SnapshotReader,
  measure: MeasureName,
  by: string,
  {window = 0, where = "true"}: {window?: number; where?: string} = {},
): Promise<Values> {
  const {population} = measures[measure];
  const column = "column" in measures[measure] ? measures[measure].column : undefined;
  const owners = population === "people" ? "individuals" : "companies";
  const rows = await readRows(
    await connection.run(
      `with window_months as (
        select month from bank.months where is_complete order by month desc ${window ? `limit ${window}` : ""}
      )
      select concat_ws(' ', ${by}) as key, cast(${column ? `sum(${column})` : measureCall(measure)} as double) as value
      from bank.${monthTables[population]} join bank.${owners} using (user_id)
      where month in (select month from window_months) and ${where}
      group by ${by}`,
    ),
  );
  return new Map(rows.map(({key, value}) => [String(key), value as number | null]));
}

/** What a page shows, by the same keys. */
export const shown = <T>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => unknown,
): Values =>
  new Map(rows.map((row) => [key(row), (value(row) as number | null | undefined) ?? null]));

/** Holds every value that is shown to the truth. */
export function expectSame(found: Values, wanted: Values, tolerance: number): void {
  const wrong = [...found].filter(([key, value]) => {
    const right = wanted.get(key) ?? null;
    return value === null || right === null
      ? value !== right && (value ?? right) !== 0
      : Math.abs(value - right) > tolerance;
  });
  expect(found.size).toBeGreaterThan(0);
  expect(wrong.slice(0, 3).map(([key, value]) => ({key, value, right: wanted.get(key)}))).toEqual(
    [],
  );
}
