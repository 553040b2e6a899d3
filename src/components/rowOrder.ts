/** The order of a table's rows. */
import {asDate, type Time} from "../lib/format.js";
import type {Column, FullColumn} from "./columns.js";

/** The rows by a column, missing values last in either direction, equal ones as they were. */
export function inOrder<Row extends object>(
  rows: readonly Row[],
  {key, kind}: Pick<FullColumn<Row>, "key" | "kind">,
  isDescending: boolean,
): Row[] {
  const keyed = rows.map((row) => ({row, by: sortKey(row[key], kind)}));
  const sign = isDescending ? -1 : 1;
  return keyed
    .sort((a, b) => {
      if (a.by === undefined || b.by === undefined)
        return Number(a.by === undefined) - Number(b.by === undefined);
      return sign * (a.by < b.by ? -1 : a.by > b.by ? 1 : 0);
    })
    .map(({row}) => row);
}

function sortKey(value: unknown, kind: Column["kind"]): number | string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (kind === "day" || kind === "month" || kind === "instant")
    return asDate(value as Time)?.getTime();
  if (kind === "text") return String(value).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}
