/**
 * Opening the files of a bank, and the rows that come as it goes on, in the order of src/lib/bank/schema.ts. The rows
 * of the plan are in planTables.ts, legs and trades in tableJournal.ts.
 */
import {join} from "node:path";
import {isBusinessDay} from "../../src/lib/bank/businessDays.js";
import {type TableName, tableNames, tables} from "../../src/lib/bank/schema.js";
import {civilOf, type Day, dayOf, formatDay, weekdayOf} from "../../src/lib/day.js";
import type {Bank} from "./bank.js";
import {CsvFile} from "./csvFile.js";
import {currencies, instruments} from "./instruments.js";
import type {Invoice} from "./invoiceBook.js";
import type {Market, MarketDay} from "./market.js";
import {csvField} from "./texts.js";

export type Files = Readonly<Record<TableName, CsvFile>>;

/** Opens a file with its header for each table, or for some of them. */
export function openFiles(
  folder: string,
  {texts}: Bank,
  names: readonly TableName[] = tableNames,
): Files {
  return Object.fromEntries(
    tables
      .filter(({name}) => names.includes(name))
      .map(({name, columns}) => [
        name,
        CsvFile.create(
          join(folder, `${name}.csv`),
          columns.map((column) => column.name),
          texts,
        ),
      ]),
  ) as Record<TableName, CsvFile>;
}

/** Writes prices and rates of exchange of some days. */
export function writeMarket(
  files: Pick<Files, "prices" | "fx_rates">,
  days: readonly MarketDay[],
): void {
  for (const {day, closeE4, rateE6, hasFixing} of days) {
    instruments.forEach(({symbol}, index) => {
      if (closeE4[index] === 0) return;
      files.prices.raw(symbol);
      files.prices.day(day);
      files.prices.decimal(closeE4[index]! / 100, 2);
      files.prices.endRow();
    });
    if (!hasFixing) continue;
    currencies.forEach(({currency}, index) => {
      files.fx_rates.raw(currency);
      files.fx_rates.day(day);
      files.fx_rates.decimal(rateE6[index]!, 6);
      files.fx_rates.endRow();
    });
  }
}

/** Writes corporate actions. */
export function writeActions(
  files: Pick<Files, "splits" | "dividends">,
  actions: Pick<Market, "splits" | "dividends">,
): void {
  for (const {instrument, day, before, after} of actions.splits) {
    writeRow(files.splits, instruments[instrument]!.symbol, formatDay(day), before, after);
  }
  for (const {instrument, exOn, paidOn, amountE4} of actions.dividends) {
    files.dividends.raw(instruments[instrument]!.symbol);
    files.dividends.day(exOn);
    files.dividends.day(paidOn);
    files.dividends.decimal(amountE4, 4);
    files.dividends.endRow();
  }
}

/** Writes invoices, settled or not. */
export function writeInvoices(
  {companies, outside}: Bank,
  file: CsvFile,
  invoices: readonly Invoice[],
): void {
  for (const {
    id,
    company,
    customer,
    party,
    issuedOn,
    dueOn,
    amountCents,
    credited,
    transactionId,
  } of invoices) {
    file.integer(id);
    file.raw(companies[company]!.id);
    file.raw(party < 0 ? "" : outside.parties[party]!.id);
    file.raw(customer < 0 ? "" : companies[customer]!.id);
    file.day(issuedOn);
    file.day(dueOn);
    file.decimal(amountCents, 2);
    if (credited > 0) file.integer(credited);
    else file.empty();
    if (transactionId > 0) file.integer(transactionId);
    else file.empty();
    file.endRow();
  }
}

/** Writes a day of the calendar. */
export function writeDay(file: CsvFile, day: Day): void {
  const {year, month} = civilOf(day);
  file.day(day);
  file.day(dayOf(year, month, 1));
  file.day(dayOf(year, month - ((month - 1) % 3), 1));
  file.integer(weekdayOf(day));
  file.raw(String(isBusinessDay(day)));
  file.endRow();
}

/** Writes a row of fields that need no care for speed. */
export function writeRow(file: CsvFile, ...fields: readonly (string | number)[]): void {
  for (const field of fields) file.raw(typeof field === "number" ? String(field) : csvField(field));
  file.endRow();
}
