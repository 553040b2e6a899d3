import type {Connection} from "../../../loaders/mariadb/connect.js";
import {priceScale, quantityScale, rateScale} from "../../../src/lib/ledger/trading.js";
import {parseEur} from "../../../src/lib/money.js";
import type {Fields} from "../../stream/readBatch.js";
import type {PostedLeg} from "./batchLegs.js";
import {positionOf} from "./executeTrade.js";
import {secondsOf, tradeLeg} from "./ledgerRun.js";
import type {LockedAccount} from "./lockedAccounts.js";
import {PostingRefused} from "./posting.js";

/**
 * Puts a trade of a batch through the ledger, on one of the accounts that its legs have locked: on the position that is held by then, which earlier trades of the batch have
 * changed already. Throws `PostingRefused` where more is sold than held, or where the amounts are not what it comes to.
 */
export async function checkTrade(
  connection: Connection,
  fields: Fields,
  {legs, accounts}: {legs: readonly PostedLeg[]; accounts: ReadonlyMap<string, LockedAccount>},
): Promise<void> {
  const [id, account, symbol, side, quantity, price, rate, gross, fee, at, transaction] =
    fields as string[];
  const leg = legs.find((each) => each.id === Number(transaction));
  const refuse = (why: string): never => {
    throw new PostingRefused(`trade ${id}: ${why}`);
  };
  if (leg?.account !== account || leg?.at !== at)
    refuse(`its cash leg ${transaction} is not there`);
  const locked = accounts.get(account!)!;
  if (locked.kind !== "brokerage") refuse(`${account} is not a brokerage account`);
  const trade = {
    instrument: 0,
    side: side as "buy" | "sell",
    quantityE6: Math.round(Number(quantity) * quantityScale),
    priceE4: Math.round(Number(price) * priceScale),
    rateE6: Math.round(Number(rate) * rateScale),
    feeCents: parseEur(fee!),
  };
  const positionE6 = await positionOf(connection, account!, symbol!, at!);
  // the money was checked with the other legs, in order: here the account is taken to have what the trade costs
  const able = {...locked, openingCents: Number.MAX_SAFE_INTEGER / 2};
  const posted = tradeLeg({seconds: secondsOf(at!), account: able, positionE6, trade});
  if (posted.grossCents !== parseEur(gross!)) refuse(`its gross amount is ${gross}`);
  if (posted.leg.amountCents !== parseEur(leg!.amountEur))
    refuse(`its cash leg is ${leg!.amountEur}`);
}
