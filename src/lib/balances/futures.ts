/** What may become of a person's account, from what a page has of it. */
import {dayMs} from "../day.js";
import {nearestDue} from "../recurring/extras.js";
import type {ContractRow} from "../recurring/rows.js";
import {stream} from "../stream.js";
import {type Account, aheadDays, balanceFutures, type Expected, type Futures} from "./forecast.js";
import type {KnownAccount} from "./rows.js";

/** The futures of a person's account, the same each time. */
export function futuresOf(
  {userId, lastDay, balance, limit, other, resets}: KnownAccount,
  contracts: readonly ContractRow[],
): Futures {
  const expected = contracts.flatMap((contract): Expected[] =>
    contract.next_on === null
      ? []
      : [
          {
            due: contract.due,
            everyMonths: contract.every_months,
            nextOn: contract.next_on.getTime() / dayMs,
            amounts: contract.recent_eur.length > 0 ? contract.recent_eur : [contract.amount_eur],
            since: nearestDue(contract.due, contract.since.getTime() / dayMs).month,
            extras: contract.extras,
            levels: contract.levels_eur,
          },
        ],
  );
  const account: Account = {lastDay, balance, limit, expected, other, resets};
  return balanceFutures(account, stream(1, `balance/${userId}`), {days: aheadDays});
}
