/** The balance of the account until the next payday. */
import {cashTimeline} from "../../components/cashTimeline.js";
import {type FigureElement, figure} from "../../components/figure.js";
import {type BalanceDay, balanceDays, timelineOf} from "../../lib/balances/aheadWords.js";
import {paydaysIn} from "../../lib/balances/cycles.js";
import {futuresOf} from "../../lib/balances/futures.js";
import type {PersonAccount} from "../../lib/balances/personRow.js";
import {dayMs} from "../../lib/day.js";
import {dayText, money} from "../../lib/format.js";
import {duesWithin} from "../../lib/recurring/dues.js";
import type {Analysis} from "./analysis.js";
import {ownSource} from "./ownSource.js";

/** So long an account must be known for its own past to say anything of the days ahead. */
const fewestDays = 90;

/** The last days and those until the next payday, or sixty where none is known. */
export function ownAhead(analysis: Analysis): FigureElement {
  const ahead = aheadOf(analysis);
  const rows = ahead?.days ?? [];
  return figure({
    id: "own-ahead",
    finding: ahead ? aheadFinding(ahead) : "The days ahead cannot be told",
    subtitle:
      "Account at the end of each day, EUR; dotted: median of 400 futures, band: 80% of them; below, what is due",
    rows,
    chart: (rows, options) =>
      cashTimeline(timelineOf(rows, ahead!.dues, ahead!.account.limit), options),
    columns: [
      {key: "day", label: "Day"},
      {key: "balance_eur", label: "Balance or median"},
      {key: "low_eur", label: "80% low"},
      {key: "high_eur", label: "80% high"},
    ],
    note:
      "Today is the last day of your files. Contracts come on their due days; the rest is drawn from your own last year. " +
      "How far the account may be overdrawn no file says: as far as it has been.",
    empty: emptyText(analysis),
    source: ownSource,
    height: rows.length > 0 ? 500 : 80,
  });
}

interface Ahead {
  readonly account: NonNullable<PersonAccount["account"]>;
  readonly days: readonly BalanceDay[];
  readonly dues: ReturnType<typeof duesWithin>;
  /** Undefined where no income recurs. */
  readonly payday: Date | undefined;
}

function aheadOf({ahead}: Analysis): Ahead | undefined {
  const account = ahead?.account;
  if (!ahead || !account || account.other.length < fewestDays) return undefined;
  const futures = futuresOf(account, ahead.contracts);
  const horizon = futures.paths[0]?.length ?? 0;
  const next = paydaysIn(ahead.contracts, account.lastDay, account.lastDay + horizon)[0];
  const payday = next === undefined ? undefined : new Date(next * dayMs);
  const isShown = (day: Date) => payday === undefined || day <= payday;
  const today = new Date(account.lastDay * dayMs);
  return {
    account,
    days: balanceDays(account, futures).filter(({day}) => isShown(day)),
    dues: duesWithin(ahead.contracts, today, horizon).filter(({next_on}) => isShown(next_on)),
    payday,
  };
}

function aheadFinding({account, days, payday}: Ahead): string {
  const ahead = days.filter(({low_eur, day}) => low_eur !== null && (!payday || day < payday));
  const until = payday ? `before the payday on ${dayText(payday)}` : "in the next sixty days";
  const [first] = ahead;
  if (!first) return `The next payday is ${dayText(payday)}, on ${money(account.balance)}`;
  const lowest = ahead.reduce((low, day) => (day.balance_eur < low.balance_eur ? day : low), first);
  return `Your account will probably be lowest at ${money(lowest.balance_eur)} ${until}`;
}

function emptyText({accounts, ahead}: Analysis): string {
  const checking = accounts.filter(({kind}) => kind === "checking");
  if (checking.length === 0) return "None of the files is of a checking account.";
  if (!ahead)
    return "No file of a checking account states a balance, from which the days ahead could be told.";
  return "It takes three months of the account: fewer say too little of the days ahead.";
}
