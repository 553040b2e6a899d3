/**
 * The statement of realism: published figures, and what a bank shows. Sources and years stand in data/README.md.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {amounts} from "./amounts.js";
import {companies} from "./companies.js";
import {earnings} from "./earnings.js";
import type {Figure} from "./figure.js";
import {investors} from "./investors.js";
import {markets} from "./markets.js";
import {pay} from "./pay.js";
import {payments} from "./payments.js";
import {people} from "./people.js";
import {spending} from "./spending.js";
import {realismViews} from "./views.js";

/** All figures, in the order of the statement. */
export const figures: readonly Figure[] = [
  ...spending,
  ...people,
  ...pay,
  ...payments,
  ...companies,
  ...earnings,
  ...investors,
  ...markets,
  ...amounts,
];

export interface Shown {
  readonly figure: Figure;
  readonly value: number;
  readonly isMet: boolean;
}

/**
 * Prepares a connection that reads a snapshot as `bank` for `showFigure`: tables stand without the prefix, and the
 * measures are those of the pages (`bank.payroll_share(…)`).
 */
export async function prepareFigures(connection: DuckDBConnection): Promise<void> {
  await connection.run(`use bank; ${realismViews}`);
}

/** Computes a figure over a prepared connection. */
export async function showFigure(connection: DuckDBConnection, figure: Figure): Promise<Shown> {
  const reader = await connection.runAndReadAll(figure.sql);
  const value = Number(reader.getRowsJson()[0]![0]);
  return {figure, value, isMet: value >= figure.from && value <= figure.to};
}

/** The row of the statement, in the columns of data/README.md. */
export function statementRow({figure, value, isMet}: Shown): string {
  const {name, published, unit, decimals, from, to, reason} = figure;
  const cells = [
    name,
    published,
    from === to ? `${from}` : `${from} to ${to}`,
    `${value.toFixed(decimals)} ${unit}`.trim(),
    isMet ? "yes" : "no",
    isMet ? "" : (reason ?? "no reason is known"),
  ];
  return `| ${cells.join(" | ")} |`;
}
