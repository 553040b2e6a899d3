import {type Check, readChecks} from "../checks.js";
import type {Row} from "../rows.js";
import type {Bank} from "./bank.js";

/** How a rule of `sql/checks/` fares. */
export interface CheckResult extends Pick<Check, "name" | "number" | "rule"> {
  /** Rows that break it. */
  readonly brokenCount: number;
  /** The first of them, `column=value` by column; null where there is none. */
  readonly firstBroken: string | null;
}

/**
 * Every rule, tried where the data are kept: in the database itself, or, where the CSV files are the source, on
 * the snapshot, which is those files with their types, unless it is without legs.
 */
export async function checkResults(bank: Bank): Promise<CheckResult[]> {
  const {description, legs} = bank.snapshot;
  if (description.kind !== "csv" || legs !== "all") {
    return bank.askSource((source) => results((sql) => source.query(sql)));
  }
  await bank.connection.run("use bank");
  return results((sql) => bank.query(sql));
}

async function results(query: (sql: string) => Promise<readonly Row[]>): Promise<CheckResult[]> {
  const list: CheckResult[] = [];
  for (const {name, number, rule, sql} of readChecks()) {
    const [first, ...others] = await query(sql);
    const brokenCount = first === undefined ? 0 : 1 + others.length;
    const text = first && Object.entries(first).map(([column, value]) => `${column}=${value}`);
    list.push({name, number, rule, brokenCount, firstBroken: text?.join(" ") ?? null});
  }
  return list;
}
