/** What firms pay their staff, hold in cash, and wait for. */
import {countries} from "../../seed/places.js";
import {type Figure, share} from "./figure.js";

const lastYear = "(select month from months where is_complete order by month desc limit 12)";

/**
 * The standard rate of VAT, mean of the countries. Published shares are of turnover without VAT, which no account shows:
 * the measure of the pages is of revenue as it is paid, so the band of what counts as met is brought to that.
 */
const vat =
  Object.values(countries).reduce((sum, {vatBps}) => sum + vatBps / 10_000, 0) /
  Object.values(countries).length;

const payroll = (
  industry: string,
  title: string,
  published: string,
  from: number,
  to: number,
): Figure => ({
  name: `Payroll share of revenue with VAT, ${title}, 12 months`,
  published: published === "no figure" ? published : `${published} without VAT`,
  unit: "%",
  decimals: 0,
  sql: `select 100 * bank.payroll_share(payroll_eur, revenue_eur) from company_months
    join companies using (user_id) where industry = '${industry}' and month in ${lastYear}`,
  from: Math.round(from / (1 + vat)),
  to: Math.round(to / (1 + vat)),
});

const buffer = (
  industry: string,
  title: string,
  published: string,
  from: number,
  to: number,
): Figure => ({
  name: `Cash buffer, median of ${title}`,
  published,
  unit: "days",
  decimals: 0,
  sql: `select median(days) from company_buffers where industry = '${industry}'`,
  from,
  to,
});

export const companies: readonly Figure[] = [
  payroll("it_services", "IT services", "46 %", 41, 51),
  payroll("engineering", "engineering", "36 %", 31, 41),
  payroll("professional_services", "professional services", "40 to 50 %", 38, 51),
  payroll("health_care", "health care", "37 %", 32, 42),
  payroll("hospitality", "restaurants", "30 to 35 %", 30, 35),
  payroll("media", "media", "19 to 44 %", 19, 44),
  payroll("logistics", "logistics", "no figure", 20, 40),
  payroll("food_production", "food production", "no figure", 12, 30),
  payroll("construction", "construction", "below 25 %", 15, 25),
  payroll("real_estate", "property", "15 %", 12, 18),
  payroll("retail", "retail", "10 to 20 %", 10, 20),
  payroll("wholesale", "wholesale", "11 %", 9, 14),
  {
    name: "Companies that paid no corporate tax in the last year",
    published: "about half",
    unit: "%",
    decimals: 0,
    sql: share("tax_payments = 0", "company_years"),
    from: 35,
    to: 60,
  },
  {
    name: "Cash buffer, median company",
    published: "27 days",
    unit: "days",
    decimals: 0,
    sql: "select median(days) from company_buffers",
    from: 20,
    to: 34,
  },
  {
    name: "Cash buffer, lower quarter",
    published: "13 days",
    unit: "days",
    decimals: 0,
    sql: "select quantile_cont(days, 0.25) from company_buffers",
    from: 8,
    to: 18,
  },
  {
    name: "Cash buffer, upper quarter",
    published: "62 days",
    unit: "days",
    decimals: 0,
    sql: "select quantile_cont(days, 0.75) from company_buffers",
    from: 46,
    to: 78,
  },
  buffer("hospitality", "restaurants", "16 days", 8, 24),
  buffer("real_estate", "real estate", "47 days", 24, 70),
  {
    name: "Longest payment term",
    published: "60 days",
    unit: "days",
    decimals: 0,
    sql: "select max(datediff('day', issued_on, due_on)) from invoices",
    from: 1,
    to: 60,
  },
  {
    name: "Invoices not paid when due, issued 120 days or more before the end",
    published: "often",
    unit: "%",
    decimals: 0,
    sql: `select 100 * bank.late_invoices(due_on, booked_on) from invoices
      left join transactions using (transaction_id)
      where issued_on between (select min(day) from calendar) and (select max(day) - interval 120 day from calendar)
        and credited_id is null`,
    from: 20,
    to: 60,
  },
];
