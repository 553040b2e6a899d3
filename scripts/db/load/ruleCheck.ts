import type {RowDataPacket} from "mysql2/promise";
import {readChecks} from "../../../loaders/checks.js";
import type {Connection} from "../../../loaders/mariadb/connect.js";

export interface BrokenRule {
  readonly name: string;
  readonly rule: string;
  readonly rows: readonly RowDataPacket[];
}

/** The rules of `sql/checks/` that the database breaks, with the rows that break them. */
export async function brokenRules(connection: Connection): Promise<BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const {name, rule, sql} of readChecks()) {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
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
