/** Who a company is. */
import {industryName} from "../bank/industries.js";
import {monthText, type Time, year} from "../format.js";
import type {Customer} from "../measures/reading.js";
import {plural} from "../words.js";

/** A row of `company`. */
export interface CompanyProfile extends Customer {
  readonly industry: string;
  readonly city: string;
  readonly founded_on: Time;
  readonly joined_on: Time;
  /** People paid in the last complete month; null where no account was open in it. */
  readonly employee_count: number | null;
  readonly is_open: boolean;
}

/** A company as its pages speak of it; one without an industry, where there is none of that id. */
export function shownCompany(row: CompanyProfile | undefined): Customer & {industry: string} {
  if (!row) return {user_id: "", name: "No such company", industry: ""};
  const {user_id, name, industry} = row;
  return {user_id, name, industry};
}

/** `Media in Oslo · 12 employees paid here · founded in 2009 · customer since May 2022`. */
export function companyWhoText(row: CompanyProfile | undefined): string {
  if (!row) return "Choose a company above: the bank has none of this id.";
  const {industry, city, founded_on, joined_on, employee_count, is_open} = row;
  return [
    `${industryName(industry)} in ${city}`,
    employee_count ? `${plural(employee_count, "employee")} paid here` : "nobody paid here",
    `founded in ${year(founded_on)}`,
    `customer since ${monthText(joined_on)}`,
    ...(is_open ? [] : ["all accounts closed"]),
  ].join(" · ");
}
