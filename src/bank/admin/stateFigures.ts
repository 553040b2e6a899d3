/** The figures on what needs attention and on what there is: movements, accounts, balances. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {entryList} from "../../components/entryList.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {count, dayShort, moneyWhole, number, percent} from "../../lib/format.js";
import {companiesText, partOfText, peopleText, plural} from "../../lib/words.js";
import {accountLink, categoryName, channelName, ownerHref, statementHref} from "./links.js";
import type {AccountGroup, LargePosting, OwnerKind, PostedDay, QuietOrOverdrawn} from "./rows.js";
import {
  accountsFinding,
  dormantFinding,
  dormantOf,
  largeFinding,
  movedText,
  overdrawnFinding,
  overdrawnOf,
  postedPeriods,
  total,
} from "./words.js";

const largeColumns: readonly Column<LargePosting>[] = [
  {key: "name", label: "Owner", href: ownerHref},
  {key: "amount_eur", label: "Amount", kind: "money"},
  {key: "times", label: "Times the largest before", format: (times) => number(times, 1)},
  {key: "party_name", label: "From or to"},
  {key: "account_id", label: "Account", href: ({account_id}) => statementHref(account_id)},
  {key: "booked_at", label: "Booked", kind: "instant"},
  {key: "category", label: "For", format: categoryName},
];

/** The movements that are out of proportion to what their accounts knew before. */
export function adminLarge(rows: readonly LargePosting[], sql: Query): FigureElement {
  return figure({
    id: "admin-large",
    finding: largeFinding(rows),
    subtitle:
      "Movements of the last 31 days that are unusually large for their account, the largest " +
      `first${partOfText(rows.length, rows[0]?.large_count ?? 0)}; UTC`,
    rows,
    chart: (rows) =>
      entryList(rows, {
        caption: "Unusually large movements",
        heads: ["Owner", "Amount", "Times the largest before"],
        entry: (row) => ({
          name: row.name,
          href: ownerHref(row),
          details: [
            `${row.amount_eur < 0 ? "to" : "from"} ${row.party_name ?? "the bank"}`,
            categoryName(row.category),
            channelName(row.channel),
            dayShort(row.booked_at),
            accountLink(row.account_id),
          ],
          amount: moneyWhole(row.amount_eur),
          tone: row.amount_eur < 0 ? "loss" : "gain",
          aside: `${number(row.times, 1)}×`,
        }),
      }),
    columns: largeColumns,
    note:
      "The rule: at least €10,000, and more than three times any earlier movement of the account in the same direction, where " +
      "the account has at least 30 earlier postings. Transfers between an owner’s own accounts are left out.",
    empty: "No movement of the last 31 days meets the rule.",
    height: 220,
    sql,
  });
}

const stateColumns = (since: string): readonly Column<QuietOrOverdrawn>[] => [
  {key: "name", label: "Owner", href: ownerHref},
  {key: "balance_eur", label: "Balance", kind: "money"},
  {key: "day_count", label: "Days"},
  {key: "account_id", label: "Account", href: ({account_id}) => statementHref(account_id)},
  {key: "account_kind", label: "Kind"},
  {
    key: "overdraft_limit_eur",
    label: "Overdraft limit",
    format: (limit) => moneyWhole(limit),
  },
  {key: "since", label: since, format: (day) => dayShort(day)},
];

/** The accounts below zero, the farthest first. */
export function adminOverdrawn(exceptions: readonly QuietOrOverdrawn[], sql: Query): FigureElement {
  const rows = overdrawnOf(exceptions);
  const columns = stateColumns("Below zero since");
  return figure({
    id: "admin-overdrawn",
    finding: overdrawnFinding(rows),
    subtitle:
      "Accounts below zero at the end of the last day, the farthest " +
      `first${partOfText(rows.length, rows[0]?.account_count ?? 0)}`,
    rows,
    chart: (rows) =>
      entryList(rows, {
        caption: "Overdrawn accounts",
        heads: ["Owner", "Balance", "Of the limit"],
        entry: (row) => ({
          name: row.name,
          href: ownerHref(row),
          details: [
            `since ${dayShort(row.since)}, ${plural(row.day_count, "day")}`,
            `limit ${moneyWhole(row.overdraft_limit_eur)}`,
            accountLink(row.account_id),
          ],
          amount: moneyWhole(row.balance_eur),
          tone: "loss",
          aside:
            row.overdraft_limit_eur > 0 ? percent(-row.balance_eur / row.overdraft_limit_eur) : "–",
        }),
      }),
    columns,
    empty: "No account is below zero.",
    height: 320,
    sql,
  });
}

/** The accounts that their owners have not used for half a year, the fullest first. */
export function adminDormant(exceptions: readonly QuietOrOverdrawn[], sql: Query): FigureElement {
  const rows = [...dormantOf(exceptions)].sort((a, b) => b.balance_eur - a.balance_eur);
  const columns = stateColumns("Quiet since").filter(({key}) => key !== "overdraft_limit_eur");
  return figure({
    id: "admin-dormant",
    finding: dormantFinding(rows),
    subtitle:
      "Open accounts without a posting of their owner for 180 days or more, the fullest " +
      `first${partOfText(rows.length, rows[0]?.account_count ?? 0)}`,
    rows,
    chart: (rows) =>
      entryList(rows, {
        caption: "Dormant accounts",
        heads: ["Owner", "Balance", "Days quiet"],
        entry: (row) => ({
          name: row.name,
          href: ownerHref(row),
          details: [row.account_kind, `since ${dayShort(row.since)}`, accountLink(row.account_id)],
          amount: moneyWhole(row.balance_eur),
          aside: count(row.day_count),
        }),
      }),
    columns,
    note: "Interest and fees are no postings of the owner.",
    empty: "Every open account has moved in the last 180 days.",
    height: 320,
    sql,
  });
}

/** Customers, accounts, deposits and assets under management as cards; `assets` are the months of `investment-months`. */
export function bankCards(
  rows: readonly AccountGroup[],
  assets: readonly {readonly start_eur: number; readonly end_eur: number}[],
): HTMLElement {
  const deposits = rows.filter(({account_kind}) => account_kind !== "brokerage");
  const checking = rows.filter(({account_kind}) => account_kind === "checking");
  const balance = total(deposits, ({balance_eur}) => balance_eur);
  const before = total(deposits, ({before_balance_eur}) => before_balance_eur);
  return cardRow([
    numberCard({
      label: "Customers",
      value: total(checking, ({customer_count}) => customer_count),
      format: count,
      note: checking
        .map(({customer_count, owner_kind}) => customersText(customer_count, owner_kind))
        .join(", "),
    }),
    numberCard({
      label: "Accounts",
      value: total(rows, ({account_count}) => account_count),
      format: count,
      note: `${count(total(rows, ({overdrawn_count}) => overdrawn_count))} overdrawn`,
    }),
    numberCard({label: "Deposits", value: balance, before, period: "the month before"}),
    numberCard({
      label: "Assets under management",
      value: assets.at(-1)?.end_eur,
      before: assets.at(-1)?.start_eur,
      period: "the month before",
      note: "brokerage accounts: securities and cash",
    }),
  ]);
}

const customersText = (amount: number, kind: OwnerKind) =>
  kind === "company" ? companiesText(amount) : peopleText(amount);

const groupColumns: readonly Column<AccountGroup>[] = [
  {
    key: "account_kind",
    label: "Accounts",
    format: (kind, {owner_kind}) => `${owner_kind === "company" ? "Companies" : "People"}, ${kind}`,
  },
  {key: "account_count", label: "Open", total: true},
  {key: "balance_eur", label: "Balance", format: (euros) => moneyWhole(euros), total: true},
  {
    key: "before_balance_eur",
    label: "A month before",
    format: (euros) => moneyWhole(euros),
    total: true,
  },
  {key: "overdrawn_count", label: "Overdrawn", total: true},
];

/** Accounts and balances by kind of owner and of account. */
export function adminAccounts(rows: readonly AccountGroup[], sql: Query): FigureElement {
  return figure({
    id: "admin-accounts",
    finding: accountsFinding,
    subtitle: "Open accounts and their balances at the end of the last day, by owner and kind",
    rows,
    chart: (rows) => dataTable(rows, {columns: groupColumns, caption: "Accounts by kind"}),
    columns: groupColumns,
    note: "The balance of a brokerage account is its cash, without the securities.",
    height: 260,
    sql,
  });
}

/** What was posted on the last day, this week and this month, as cards. */
export function postedCards(days: readonly PostedDay[]): HTMLElement {
  return cardRow(
    postedPeriods(days).map((period) =>
      numberCard({
        label: period.label,
        value: period.posting_count,
        format: count,
        note: movedText(period),
      }),
    ),
  );
}
