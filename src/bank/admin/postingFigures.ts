/** The figures on what was posted: day by day, on a day, and on an account. */
import {columnList} from "../../components/columnList.js";
import type {Column} from "../../components/columns.js";
import {entryList} from "../../components/entryList.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {liveFigure} from "../../components/liveFigure.js";
import {asDate, count, dayShort, instant, money, moneyExact} from "../../lib/format.js";
import {plural, sentence} from "../../lib/words.js";
import {
  accountLink,
  categoryName,
  channelName,
  ownerHref,
  partyHref,
  statementHref,
} from "./links.js";
import type {PostingSearch} from "./postingSearch.js";
import {daysToSearch} from "./postingSearch.js";
import {type Asked, type DayPostings, foundPostings, postingsFinding} from "./postings.js";
import type {AccountRow, DayPosting, PostedDay} from "./rows.js";
import {type StatementLine, statementFinding, statementLines} from "./statement.js";
import {daysFinding} from "./words.js";

const keyOf = ({day}: PostedDay) => asDate(day)!.toISOString().slice(0, 10);

/** How much moved on each of the last days; choosing one looks at its postings. */
export function adminDays(
  days: readonly PostedDay[],
  search: PostingSearch,
  sql: Query,
): FigureElement {
  const known = new Set(daysToSearch(days));
  const shown = days.filter((row) => known.has(keyOf(row)));
  const {element, draw} = columnList({
    items: shown.map((row) => ({key: keyOf(row), label: String(asDate(row.day)!.getUTCDate())})),
    choose: (day) => {
      search.value = {...search.value, day: day ?? search.value.day};
    },
    height: 200,
  });
  return liveFigure({
    id: "admin-days",
    finding: daysFinding,
    subtitle:
      "Payments of customers by day, each counted once, EUR; choose a day to see its postings below",
    rows: () => shown,
    onChange: (listener) => search.addEventListener("input", () => listener()),
    picture: {
      element,
      draw: (rows, width) =>
        draw(
          rows.map(({day, motion_eur, posting_count}) => ({
            value: motion_eur,
            text: `${dayShort(day)}: ${money(motion_eur)}, ${plural(posting_count, "posting")}`,
          })),
          width,
          [search.value.day],
        ),
    },
    note: "Transfers between an owner’s own accounts are left out. Little moves on days when banks are closed.",
    height: 200,
    sql,
  });
}

const postingColumns: readonly Column<DayPosting>[] = [
  {key: "booked_at", label: "Booked", kind: "instant"},
  {key: "name", label: "Owner", href: ownerHref},
  {key: "account_id", label: "Account", href: ({account_id}) => statementHref(account_id)},
  {key: "party_name", label: "From or to", href: ({party_id}) => partyHref(party_id)},
  {key: "amount_eur", label: "Amount", kind: "money"},
  {key: "category", label: "For", format: categoryName},
  {key: "channel", label: "Channel", format: channelName},
];

/** The postings of a day that match what was asked. */
export function adminPostings(postings: DayPostings, asked: Asked, sql: Query): FigureElement {
  const found = foundPostings(postings.rows, asked);
  return figure({
    id: "admin-postings",
    finding: postingsFinding(found, postings, asked),
    subtitle: "Postings on accounts of this bank, the newest first; positive is money in; UTC",
    rows: found,
    chart: (rows) =>
      entryList(rows, {
        caption: "Postings",
        heads: ["Owner", "Amount", "Booked"],
        entry: (row) => ({
          name: row.name,
          href: ownerHref(row),
          details: [
            row.party_name ? `${row.amount_eur < 0 ? "to" : "from"} ${row.party_name}` : "",
            categoryName(row.category),
            channelName(row.channel),
            accountLink(row.account_id),
          ],
          amount: moneyExact(row.amount_eur),
          tone: row.amount_eur < 0 ? undefined : "gain",
          aside: instant(row.booked_at).slice(-5),
        }),
      }),
    columns: postingColumns,
    note: "A movement inside the bank is two postings, one for each account. On a very busy day only the newest 3,600 are searched.",
    empty:
      "No posting of this day matches. An older one is on the statement of its account, below.",
    height: 480,
    sql,
  });
}

const lineColumns: readonly Column<StatementLine>[] = [
  {key: "booked_at", label: "Booked", kind: "instant"},
  {key: "party_name", label: "From or to", href: ({party_id}) => partyHref(party_id)},
  {key: "category", label: "For", format: categoryName},
  {key: "channel", label: "Channel", format: channelName},
  {key: "amount_eur", label: "Amount", kind: "money"},
  {key: "balance_eur", label: "Balance", kind: "money"},
];

/** All that has moved on an account, with the balance after each posting, the newest first. */
export function adminStatement(
  account: AccountRow | undefined,
  id: string,
  sql: Query,
): FigureElement {
  const lines = account ? statementLines(account) : [];
  const about = account
    ? `${sentence(account.kind)} account ${account.account_id}, opened ${dayShort(account.opened_on)}, ` +
      `${account.closed_on ? `closed ${dayShort(account.closed_on)}, ` : ""}${plural(lines.length, "posting")}; UTC`
    : "";
  return figure({
    id: "admin-statement",
    finding: account ? statementFinding(account, lines) : `There is no account ${id}`,
    subtitle: about,
    rows: lines,
    chart: (rows) =>
      entryList(rows, {
        caption: "Statement",
        heads: ["From or to", "Amount", "Balance"],
        first: 12,
        entry: (row) => ({
          name: row.party_name ?? "The bank",
          href: partyHref(row.party_id),
          details: [instant(row.booked_at), categoryName(row.category), channelName(row.channel)],
          amount: moneyExact(row.amount_eur),
          tone: row.amount_eur < 0 ? undefined : "gain",
          aside: moneyExact(row.balance_eur),
        }),
      }),
    columns: lineColumns,
    note: `The balance is that after the posting${account ? `; the overdraft limit is ${count(account.overdraft_limit_eur)} EUR` : ""}.`,
    empty: account ? "This account has no posting yet." : "Look for its owner above.",
    height: 640,
    sql,
  });
}
