import {cardRow, numberCard} from "../../components/numberCard.js";
import {money, percent, type Value, withSign} from "../../lib/format.js";
import type {Summary} from "./summary.js";
import type {ValueRow} from "./valuePath.js";

/** An account over a period in four numbers: what it is worth, what it has made, and its two returns. */
export function portfolioCards(
  {value_eur, paid_eur, paidName, result_eur, idleShare, byTime, byMoney}: Summary,
  path: readonly ValueRow[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const returned = byTime.kind === "return" ? byTime : undefined;
  const earned =
    byMoney.kind === "rate" && Number.isFinite(byMoney.periodReturn) ? byMoney : undefined;
  const yearly = (rate: number | null | undefined) => (rate == null ? "" : ", per year");
  return cardRow(
    [
      numberCard({
        label: "Value",
        value: value_eur,
        note: value_eur === 0 ? "the account is empty" : `${percent(idleShare)} of it is idle cash`,
        path: path.map((row) => row.value_eur),
        document,
      }),
      numberCard({
        label: "Gain",
        value: result_eur,
        format: (euros) => withSign(euros, money),
        note: `after fees, on ${money(paid_eur)} ${paidName}`,
        path: path.map((row) => row.value_eur - row.paid_eur),
        document,
      }),
      numberCard({
        label: `Return of the account${yearly(returned?.annualized)}`,
        value: returned?.annualized ?? returned?.periodReturn,
        format: signedPercent,
        note: "time-weighted: whatever was paid in, and when",
        path: [...(returned?.growth ?? [])],
        document,
      }),
      numberCard({
        label: `Return of each euro${yearly(earned?.annualized)}`,
        value: earned?.annualized ?? earned?.periodReturn,
        format: signedPercent,
        note:
          byMoney.kind === "several"
            ? "the flows have more than one such rate"
            : "money-weighted (XIRR): while it was there",
        document,
      }),
    ],
    {document},
  );
}

const signedPercent = (share: Value) => withSign(share, (value) => percent(value, 1));
