/** How large payments are: their number by bins of size. */
import {money, percent} from "../../lib/format.js";
import {binFloors} from "./axes.js";
import {type Selection, type SpendCubes, sumsOf} from "./cubes.js";
import {noPayments} from "./words.js";

export interface Ticket {
  readonly from_eur: number;
  /** Null for the last bin, which is open. */
  readonly to_eur: number | null;
  readonly payment_count: number;
  readonly share: number;
}

export function ticketsOf(data: SpendCubes, selection: Selection): Ticket[] {
  const counts = sumsOf(data, "bin", selection);
  const all = counts.reduce((sum, payments) => sum + payments, 0) || 1;
  return counts.map((payment_count, at) => ({
    from_eur: binFloors[at]!,
    to_eur: binFloors[at + 1] ?? null,
    payment_count,
    share: payment_count / all,
  }));
}

const short = (euros: number) => (euros < 1000 ? String(euros) : `${euros / 1000}k`);

/** `20` below a column, `€20 to €50` where it is told. */
export function binName(from: number, to: number | null, unit = ""): string {
  if (unit === "") return to === null ? `${short(from)}+` : short(from);
  return to === null ? `${money(from)} and more` : `${money(from)} to ${money(to)}`;
}

/** Between which amounts the median payment is, and how many are large. */
export function ticketsFinding(tickets: readonly Ticket[]): string {
  let below = 0;
  const middle = tickets.find(({share}) => {
    below += share;
    return below >= 0.5;
  });
  if (!middle) return noPayments;
  const large = tickets.filter(({from_eur}) => from_eur >= 1000);
  const share = large.reduce((sum, ticket) => sum + ticket.share, 0);
  return (
    `The median payment is ${binName(middle.from_eur, middle.to_eur, "€").replace(" to ", "–")}; ` +
    `${percent(share)} are of €1,000 or more`
  );
}
