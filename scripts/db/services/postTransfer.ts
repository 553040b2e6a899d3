import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import type {CategoryName} from "../../../src/lib/bank/categories.js";
import type {Channel} from "../../../src/lib/bank/schema.js";
import {formatEur} from "../../../src/lib/money.js";
import {insertRow} from "./insertRow.js";
import {dayText, type Leg, secondsOf, transferLegs} from "./ledgerRun.js";
import {type LockedAccount, lockAccounts} from "./lockedAccounts.js";
import {type Posted, PostingRefused, postOnce, takeNumbers} from "./posting.js";

/** One side of a payment: an account of the bank, or a party outside. */
export type Party = {readonly account: string} | {readonly counterparty: string};

export interface TransferRequest {
  /** Given by the sender, unique; the same request again is posted once. */
  readonly requestId: string;
  readonly from: Party;
  readonly to: Party;
  /** What moves, above zero. */
  readonly amountCents: number;
  /** UTC, `2025-05-01 13:45:10`; not before the last booking of either account. */
  readonly bookedAt: string;
  readonly channel: Channel;
  readonly category: CategoryName;
  /** Of the receiver's leg, where it is another: salary for payroll. */
  readonly receiverCategory?: CategoryName;
  readonly description: string;
}

/**
 * Posts a payment, inside the bank or across its border, in one transaction. Comes back with the ids of what
 * was posted, also where an earlier request with the same id posted it. Throws `PostingRefused` where a rule
 * of the bank would break: too little money, an account that is not open, a salary without its payroll.
 */
export function postTransfer(connection: Connection, request: TransferRequest): Promise<Posted> {
  return postOnce(connection, "transfer", request, () => post(connection, request));
}

async function post(connection: Connection, request: TransferRequest): Promise<Posted> {
  const {from, to, amountCents, bookedAt, category} = request;
  const seconds = secondsOf(bookedAt);
  if (!Number.isSafeInteger(amountCents) || amountCents <= 0) {
    throw new PostingRefused(`invalid amount in cents: ${amountCents}`);
  }
  const payer = "account" in from ? from.account : undefined;
  const payee = "account" in to ? to.account : undefined;
  if (payer === payee) {
    const what =
      payer === undefined ? "no account of the bank is named" : "both sides are the same";
    throw new PostingRefused(`${what}: nothing to post`);
  }
  const ids = [payer, payee].filter((id) => id !== undefined);
  const accounts = await lockAccounts(connection, ids, () => bookedAt);
  const counterpartyId = outsideParty(request);
  await assertPay(connection, request, accounts, counterpartyId);
  const isInside = accounts.length === 2;
  const legs = transferLegs({
    seconds,
    accounts,
    amountCents: isInside || payer !== undefined ? (isInside ? 1 : -1) * amountCents : amountCents,
    categories: [category, request.receiverCategory ?? category],
  });
  const firstId = (await takeNumbers(connection, "transaction", legs.length)) + 1;
  const transferId = isInside ? (await takeNumbers(connection, "transfer", 1)) + 1 : null;
  for (const [i, leg] of legs.entries()) {
    await writeLeg(connection, request, leg, firstId + i, counterpartyId, transferId);
  }
  return {transactionIds: legs.map((_, i) => firstId + i), transferId, tradeId: null};
}

function outsideParty({from, to}: TransferRequest): string | null {
  if ("counterparty" in from) return from.counterparty;
  return "counterparty" in to ? to.counterparty : null;
}

function writeLeg(
  connection: Connection,
  {bookedAt, channel, description}: TransferRequest,
  {accountId, amountCents, category, counterAccountId}: Leg,
  id: number,
  counterpartyId: string | null,
  transferId: number | null,
): Promise<void> {
  return insertRow(connection, "transactions", {
    transaction_id: String(id),
    account_id: accountId,
    booked_at: bookedAt,
    booked_on: dayText(bookedAt),
    amount_eur: formatEur(amountCents),
    channel,
    category,
    counterparty_id: counterpartyId,
    counter_account_id: counterAccountId,
    transfer_id: transferId === null ? null : String(transferId),
    description,
  });
}

/**
 * Rule 2: a salary has its payroll and a payroll its salary, from a company to an individual; from outside,
 * a salary comes from an employer. And rule 4: the cash leg of a trade comes with its trade only.
 */
async function assertPay(
  connection: Connection,
  {category, receiverCategory = category, to}: TransferRequest,
  accounts: readonly LockedAccount[],
  counterpartyId: string | null,
): Promise<void> {
  if (category === "trade" || receiverCategory === "trade") {
    throw new PostingRefused("the cash leg of a trade is posted with its trade (executeTrade)");
  }
  const isPay = [category, receiverCategory].some(
    (name) => name === "salary" || name === "payroll",
  );
  if (!isPay) return;
  if (accounts.length === 2) {
    const [payer, payee] = accounts.map(({ownerKind}) => ownerKind);
    const isPaired = category === "payroll" && receiverCategory === "salary";
    if (isPaired && payer === "company" && payee === "individual") return;
    throw new PostingRefused("a salary is paid by a company's payroll to an individual");
  }
  const [rows] = await connection.query<RowDataPacket[]>(
    "select kind from counterparties where counterparty_id = ?",
    [counterpartyId],
  );
  const isEmployer = rows[0]?.kind === "employer";
  const isToPerson = "account" in to && accounts[0]!.ownerKind === "individual";
  if (category === "salary" && isEmployer && isToPerson) return;
  throw new PostingRefused("a salary from outside comes from an employer to an individual");
}
