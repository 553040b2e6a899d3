import type {RowDataPacket} from "mysql2/promise";
import {readChecks} from "../../../loaders/checks.js";
import type {Connection} from "../../../loaders/mariadb/connect.js";

export interface BrokenRule {
  readonly name: string;
  readonly rule: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The rules of `sql/checks/` that MariaDB's tables break, with the rows that break them. */
export function brokenRules(connection: Connection): Promise<BrokenRule[]> {
  return rulesBroken(async (sql) => (await connection.query<RowDataPacket[]>(sql))[0]);
}

/** The rules of `sql/checks/` that a database breaks, with the rows that break them; `query` asks it. */
export async function rulesBroken(
  query: (sql: string) => Promise<BrokenRule["rows"]>,
): Promise<BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const {name, rule, sql} of readChecks()) {
    const rows = await query(sql);
    if (rows.length > 0) broken.push({name, rule, rows});
  }
  return broken;
}

/** A rule with the first rows that break it, a line each. */
export function brokenRuleLines({name, rule, rows}: BrokenRule, shown = 5): string[] {
  const lines = rows.slice(0, shown).map((row) =>
    Object.entries(row)
      .map(([column, value]) => `${column}=${value}`)
      .join(" "),
  );
  const more = rows.length > shown ? [`… and ${rows.length - shown} more`] : [];
  return [`broken rule ${name}: ${rule}`, ...[...lines, ...more].map((line) => `  ${line}`)];
}
