/** What work pays: by occupation, age and place. */
import type {Figure} from "./figure.js";

const ratioOfPay = (one: string, other: string) =>
  `select median(pay_eur) filter (occupation = '${one}') / median(pay_eur) filter (occupation = '${other}')
    from usual_pay`;

const salariesAYear = (countries: string) =>
  `select median(year_eur / pay_eur) from usual_pay where month_count = 12 and country ${countries}`;

export const pay: readonly Figure[] = [
  {
    name: "Pay of a physician, against a nurse",
    published: "about twice",
    unit: "",
    decimals: 2,
    sql: ratioOfPay("Physician", "Nurse"),
    from: 1.4,
    to: 2.8,
    isCore: true,
  },
  {
    name: "Pay of a nurse, against an office assistant",
    published: "more",
    unit: "",
    decimals: 2,
    sql: ratioOfPay("Nurse", "Office assistant"),
    from: 1.05,
    to: 1.6,
    isCore: true,
  },
  {
    name: "Correlation of pay with age",
    published: "positive",
    unit: "",
    decimals: 2,
    sql: "select corr(pay_eur, age) from usual_pay",
    from: 0.15,
    to: 0.45,
    isCore: true,
  },
  {
    name: "Pay of the ninth tenth, against the first",
    published: "2.5 to 4.5",
    unit: "",
    decimals: 2,
    sql: "select quantile_cont(pay_eur, 0.9) / quantile_cont(pay_eur, 0.1) from usual_pay",
    from: 2.5,
    to: 4.5,
    isCore: true,
  },
  {
    name: "Salaries a year in Austria, Portugal and Spain",
    published: "14",
    unit: "",
    decimals: 1,
    sql: salariesAYear("in ('AT', 'ES', 'PT')"),
    from: 13.8,
    to: 14.4,
    isCore: true,
  },
  {
    name: "Salaries a year in Italy",
    published: "13",
    unit: "",
    decimals: 1,
    sql: salariesAYear("= 'IT'"),
    from: 12.8,
    to: 13.3,
    isCore: true,
  },
  {
    name: "Salaries a year in the other countries",
    published: "12",
    unit: "",
    decimals: 1,
    sql: salariesAYear("not in ('AT', 'ES', 'IT', 'PT')"),
    from: 11.9,
    to: 12.3,
    isCore: true,
  },
];
