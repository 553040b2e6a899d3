/** The rows that are known once a bank is planned: who there is, with which accounts and goals, and where. */
import {firstDayOf, formatDay, lastDayOf} from "../../src/lib/day.js";
import {openEnd} from "./accounts.js";
import type {Bank} from "./bank.js";
import type {CsvFile} from "./csvFile.js";
import {homeBank} from "./homeBank.js";
import {instruments} from "./instruments.js";
import {createNames} from "./names.js";
import {cities} from "./places.js";
import {type Files, writeDay, writeRow} from "./tables.js";
import {csvField} from "./texts.js";

/** Below so many employees a company is micro or small (European Commission, Recommendation 2003/361/EC). */
const sizeLimits = {micro: 10, small: 50} as const;

/** Writes every table that does not change any more once the bank is planned. */
export function writePlan(bank: Bank, files: Files): void {
  const {start, months} = bank.parameters;
  for (let day = firstDayOf(start); day <= lastDayOf(start + months - 1); day++)
    writeDay(files.calendar, day);
  for (const {name, country, population, rentIndex} of cities) {
    writeRow(files.cities, name, country, population, rentIndex);
  }
  writeUsers(bank, files);
  for (const {id, industry, jobs, foundedOn, firstMonth} of bank.companies) {
    const staff = jobs.filter(({from}) => from <= Math.max(0, firstMonth)).length;
    const size = staff < sizeLimits.micro ? "micro" : staff < sizeLimits.small ? "small" : "medium";
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
  for (const {symbol, name, kind, currency, sector, exchange} of instruments) {
    writeRow(files.instruments, symbol, name, kind, currency, sector, exchange);
  }
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
      homeBank.city,
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

function writeGoals({goals, people}: Bank, file: CsvFile): void {
  for (const [index, {person, name, targetCents, dueOn}] of goals.entries()) {
    file.integer(index + 1);
    file.raw(people[person]!.id);
    file.raw(csvField(name));
    file.decimal(targetCents, 2);
    file.day(dueOn);
    file.endRow();
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
