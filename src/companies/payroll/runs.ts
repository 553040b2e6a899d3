/** Whether what companies paid is what employees received: the runs of the payroll page. */
import {count, money, moneyExact, type Time} from "../../lib/format.js";
import {centsFromEur} from "../../lib/money.js";
import {agree, allOf, plural} from "../../lib/words.js";

/** A row of `payroll-runs`. */
export interface RunMonth {
  readonly month: Time;
  readonly run_count: number;
  readonly payment_count: number;
  readonly paid_eur: number;
  readonly received_eur: number;
  readonly difference_eur: number;
  readonly untied_run_count: number;
  readonly unpaid_salary_count: number;
}

export interface RunTie {
  readonly runCount: number;
  readonly paymentCount: number;
  readonly paidEur: number;
  readonly receivedEur: number;
  readonly differenceEur: number;
  readonly untiedCount: number;
  readonly strayCount: number;
}

/** All runs together, summed in cents. */
export function runTie(rows: readonly RunMonth[]): RunTie {
  const sum = (value: (row: RunMonth) => number) =>
    rows.reduce((total, row) => total + value(row), 0);
  const euros = (value: (row: RunMonth) => number) => sum((row) => centsFromEur(value(row))) / 100;
  return {
    runCount: sum((row) => row.run_count),
    paymentCount: sum((row) => row.payment_count),
    paidEur: euros((row) => row.paid_eur),
    receivedEur: euros((row) => row.received_eur),
    differenceEur: euros((row) => row.difference_eur),
    untiedCount: sum((row) => row.untied_run_count),
    strayCount: sum((row) => row.unpaid_salary_count),
  };
}

/** Whether every run ties, as a title. */
export function tieFinding(rows: readonly RunMonth[]): string {
  const {runCount, untiedCount, strayCount} = runTie(rows);
  if (runCount === 0) return "No payroll run to check";
  if (untiedCount > 0)
    return (
      `${count(untiedCount)} of ${plural(runCount, "payroll run")} ${agree(untiedCount, "does", "do")} not tie ` +
      "to the salaries received"
    );
  const runs = `${allOf(runCount, "payroll run")} ${agree(runCount, "ties", "tie")}`;
  const strays =
    strayCount > 0 ? `, but ${plural(strayCount, "salary", "salaries")} had no run` : "";
  return `${runs} to the salaries received${strays}`;
}

/** Whether every run ties, and the sums behind it, in a sentence or two. */
export function tieText(rows: readonly RunMonth[]): string {
  const {paymentCount, paidEur, receivedEur, differenceEur} = runTie(rows);
  const finding = `${tieFinding(rows)}.`;
  if (paymentCount === 0) return finding;
  const received =
    differenceEur === 0
      ? "and employees received the same, to the cent"
      : `and employees received ${moneyExact(receivedEur)}, a difference of ${moneyExact(differenceEur)}`;
  return `${finding} Companies paid ${money(paidEur)} in ${plural(paymentCount, "payment")}, ${received}.`;
}
