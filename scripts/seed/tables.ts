/**
 * The bank as rows: which fields a table's rows have, in the order of src/lib/schema.ts. What is known before
 * the first payment is written at once, the rest as it happens.
 */
import {join} from "node:path";
import {isBusinessDay} from "../../src/lib/businessDays.js";
import {
  civilOf,
  type Day,
  dayOf,
  firstDayOf,
  formatDay,
  lastDayOf,
  weekdayOf,
} from "../../src/lib/day.js";
import {type TableName, tableNames, tables} from "../../src/lib/schema.js";
import {between, chance, stream} from "../../src/lib/stream.js";
import {openEnd} from "./accounts.js";
import type {Bank} from "./bank.js";
import {CsvFile} from "./csvFile.js";
import type {Invoice} from "./invoiceBook.js";
import {currencies, instruments, type Market, type MarketDay} from "./market.js";
import {createNames} from "./names.js";
import {cities} from "./places.js";
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
        new CsvFile(
          join(folder, `${name}.csv`),
          columns.map((column) => column.name),
          texts,
        ),
      ]),
  ) as Record<TableName, CsvFile>;
}

/** Writes every table that does not change any more once the bank is planned. */
export function writePlan(bank: Bank, files: Files): void {
  const {start, months} = bank.parameters;
  for (let day = firstDayOf(start); day <= lastDayOf(start + months - 1); day++)
    writeDay(files.calendar, day);
  for (const {name, country, population, rentIndex} of cities) {
    writeRow(files.cities, name, country, population, rentIndex);
  }
  writeUsers(bank, files);
  for (const {id, industry, jobs, foundedOn} of bank.companies) {
    const staff = jobs.filter(({from}) => from <= 0).length;
    const size = staff < 10 ? "micro" : staff < 50 ? "small" : "medium";
    writeRow(files.companies, id, industry, size, formatDay(foundedOn));
  }
  for (const {index, id, birthYear, householdSize, tenure, persona} of bank.people) {
    const spell = bank.careers[index]![0];
    const employer =
      spell && spell.from <= 0 && spell.company >= 0 ? bank.companies[spell.company]!.id : "";
    writeRow(
      files.individuals,
      id,
      birthYear,
      spell?.occupation ?? "",
      employer,
      householdSize,
      tenure,
      persona,
    );
  }
  writeAccounts(bank, files.accounts);
  writeGoals(bank, files.savings_goals);
  for (const {id, name, kind, country, mcc} of bank.outside.parties) {
    writeRow(files.counterparties, id, name, kind, country, mcc);
  }
  for (const {symbol, name, kind, currency, sector} of instruments) {
    writeRow(files.instruments, symbol, name, kind, currency, sector);
  }
}

/** Writes prices and rates of exchange of some days. */
export function writeMarket(
  files: Pick<Files, "prices" | "fx_rates">,
  days: readonly MarketDay[],
): void {
  for (const {day, closeE4, rateE6} of days) {
    instruments.forEach(({symbol}, index) => {
      files.prices.raw(symbol);
      files.prices.day(day);
      files.prices.decimal(closeE4[index]! / 100, 2);
      files.prices.endRow();
    });
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
    transactionId,
  } of invoices) {
    file.integer(id);
    file.raw(companies[company]!.id);
    file.raw(party < 0 ? "" : outside.parties[party]!.id);
    file.raw(customer < 0 ? "" : companies[customer]!.id);
    file.day(issuedOn);
    file.day(dueOn);
    file.decimal(amountCents, 2);
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

function writeUsers(
  {parameters, people, companies, accounts, holdings}: Bank,
  {users}: Files,
): void {
  const {seed, start} = parameters;
  const companyNames = createNames((seed + 1) >>> 0);
  for (const {id, city, index} of companies) {
    const name = companyNames.company(cities[city]!.country);
    const {openedOn} = accounts[holdings.ofCompany[index]!.checking]!;
    writeRow(
      users,
      id,
      "company",
      name,
      mail("office", name, index),
      cities[city]!.name,
      formatDay(openedOn),
    );
  }
  const personNames = createNames((seed + 2) >>> 0);
  for (const {id, city, index, joinedOn} of people) {
    const name = personNames.person(cities[city]!.country);
    writeRow(
      users,
      id,
      "individual",
      name,
      mail("", name, index),
      cities[city]!.name,
      formatDay(joinedOn),
    );
  }
  for (const [index, name] of ["Ada Ledger", "Bo Castellan", "Íris Contas"].entries()) {
    const joined = formatDay(firstDayOf(start) - 1000 - index);
    writeRow(
      users,
      `adm-00${index + 1}`,
      "bank_admin",
      name,
      `${mail("", name, index)}`,
      "Dublin",
      joined,
    );
  }
}

function writeAccounts({accounts}: Bank, file: CsvFile): void {
  for (const {
    id,
    userId,
    kind,
    iban,
    openedOn,
    closedOn,
    openingCents,
    overdraftCents,
  } of accounts) {
    file.raw(id);
    file.raw(userId);
    file.raw(kind);
    file.raw("EUR");
    file.raw(iban);
    file.day(openedOn);
    if (closedOn < openEnd) file.day(closedOn);
    else file.empty();
    file.decimal(openingCents, 2);
    file.decimal(overdraftCents, 2);
    file.endRow();
  }
}

const goals = [
  "Holiday",
  "New kitchen",
  "Emergency fund",
  "Bicycle",
  "Car",
  "Home of our own",
  "Wedding",
  "Piano",
];

function writeGoals({people, parameters, holdings, accounts}: Bank, file: CsvFile): void {
  let id = 0;
  for (const {index, id: userId, incomeCents} of people) {
    const {savings} = holdings.ofPerson[index]!;
    const draw = stream(parameters.seed, `goals/${userId}`);
    if (savings < 0 || !chance(draw, 0.7)) continue;
    const count = chance(draw, 0.25) ? 2 : 1;
    const first = between(draw, 0, goals.length - 1);
    for (let goal = 0; goal < count; goal++) {
      // From less than what lies there already to more than two years of saving reach.
      const reach = accounts[savings]!.openingCents * 0.6 + incomeCents * (0.5 + 4 * draw());
      file.integer(++id);
      file.raw(userId);
      file.raw(csvField(goals[(first + 3 * goal) % goals.length]!));
      file.decimal(Math.max(20_000, Math.round(reach / 50_000) * 50_000), 2);
      file.day(lastDayOf(parameters.start + between(draw, 3, parameters.months + 14)));
      file.endRow();
    }
  }
}

function mail(before: string, name: string, index: number): string {
  const words = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, ".");
  return before
    ? `${before}@${words.replaceAll(".", "-")}-${index + 1}.example.com`
    : `${words}.${index + 1}@example.org`;
}

function writeRow(file: CsvFile, ...fields: readonly (string | number)[]): void {
  for (const field of fields) file.raw(typeof field === "number" ? String(field) : csvField(field));
  file.endRow();
}
