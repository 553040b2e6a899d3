import {cardRow, numberCard} from "../../components/numberCard.js";
import {money, percent, withSign} from "../../lib/format.js";
import type {Summary} from "./summary.js";

/** An account in four numbers: what it is worth, what it has made, and its two returns. */
export function portfolioCards(
  {value_eur, paid_eur, result_eur, idleShare, byTime, byMoney}: Summary,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const returned = byTime.kind === "return" ? byTime : undefined;
  const earned =
    byMoney.kind === "rate" && Number.isFinite(byMoney.periodReturn) ? byMoney : undefined;
  return cardRow(
    [
      numberCard({
        label: "Value",
        value: value_eur,
        note: value_eur === 0 ? "the account is empty" : `${percent(idleShare)} of it is idle cash`,
        document,
      }),
      numberCard({
        label: "Gain",
        value: result_eur,
        format: (euros) => withSign(euros, money),
        note: `on ${money(paid_eur)} put in, after fees`,
        document,
      }),
      numberCard({
        label: returned?.annualized == null ? "Time-weighted return" : "Time-weighted a year",
        value: returned?.annualized ?? returned?.periodReturn,
        format: (share) => withSign(share, signedPercent),
        note: "how good the holdings were",
        document,
      }),
      numberCard({
        label: earned?.annualized == null ? "Money-weighted return" : "Money-weighted a year",
        value: earned?.annualized ?? earned?.periodReturn,
        format: (share) => withSign(share, signedPercent),
        note:
          byMoney.kind === "several"
            ? "XIRR has more than one answer"
            : "XIRR: what each euro earned",
        document,
      }),
    ],
    {document},
  );
}

const signedPercent = (share: number | bigint | null | undefined) => percent(share, 1);
