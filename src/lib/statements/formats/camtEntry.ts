/** One entry of a camt statement: a booking, or several where its details have amounts that make it up. */
import type {Decimal} from "../../investing/decimal.js";
import {isZero, negative, plus} from "../amount.js";
import type {Problem} from "../ledgerRows.js";
import type {LeftOutReason} from "../leftOutWords.js";
import {type Booking, statedDecimal} from "./booking.js";
import {camtDay, camtDayText} from "./camtDay.js";
import {childrenOf, type Element, elementAt, firstText, textAt} from "./element.js";

interface Holder {
  readonly account: string;
  /** The holder's name. */
  readonly owner: string;
}

export type EntryReading =
  | {readonly bookings: readonly Booking[]}
  | {readonly left: LeftOutReason}
  | Omit<Problem, "line">;

/** The bookings of an entry, why it is none, or what is wrong with it. */
export function camtBookings(entry: Element, {account, owner}: Holder): EntryReading {
  if (!entry.isClosed) return problem("Ntry", "", "the file breaks off within the entry");
  const left = leftOutBy(firstText(entry, "Sts/Cd", "Sts/Prtry", "Sts"));
  if (left) return {left};
  const said = textAt(entry, "Amt");
  const size = statedDecimal(said, ".");
  if (!size) return problem("Amt", said, "no amount");
  const direction = textAt(entry, "CdtDbtInd");
  if (direction !== "CRDT" && direction !== "DBIT")
    return problem("CdtDbtInd", direction, "neither CRDT nor DBIT");
  const valueDate = camtDay(elementAt(entry, "ValDt"));
  const date = camtDay(elementAt(entry, "BookgDt")) || valueDate;
  if (date === "") return problem("BookgDt", camtDayText(elementAt(entry, "BookgDt")), "no date");
  const currency = elementAt(entry, "Amt")?.attributes.Ccy ?? "";
  const amount = signedAmount(size, direction);
  const details = childrenOf(entry, "NtryDtls").flatMap((list) => childrenOf(list, "TxDtls"));
  const parts = partsOf(details, {amount, currency, direction}) ?? [
    {amount, detail: details.length === 1 ? details[0] : undefined},
  ];
  const isReversed = /^(true|1)$/.test(textAt(entry, "RvslInd"));
  const id = textAt(entry, "AcctSvcrRef");
  return {
    bookings: parts.map(({amount, detail}, at) => {
      const isSpent = amount.digits < 0n !== isReversed;
      return {
        date,
        valueDate,
        amount,
        currency,
        ...counterpartyIn(elementAt(detail, "RltdPties"), isSpent, owner),
        description: descriptionIn(detail) || textAt(entry, "AddtlNtryInf"),
        account,
        bankId: parts.length > 1 && id !== "" ? `${id}/${at + 1}` : id,
        line: parts.length > 1 ? detail!.line : entry.line,
      };
    }),
  };
}

/**
 * An amount as the holder sees it. A reversal says so beside (`RvslInd`) and turns nothing round: a returned debit
 * is a credit already.
 */
export const signedAmount = (size: Decimal, direction: string): Decimal =>
  direction === "DBIT" ? negative(size) : size;

const problem = (column: string, value: string, reason: string) => ({column, value, reason});

function leftOutBy(status: string): LeftOutReason | undefined {
  if (/^(PDNG|FUTR)$/i.test(status)) return "pending";
  return /^INFO$/i.test(status) ? "memo" : undefined;
}

interface Part {
  readonly amount: Decimal;
  readonly detail: Element | undefined;
}

/** Several details, each with its amount; undefined where they do not make up the entry. */
function partsOf(
  details: readonly Element[],
  {amount, currency, direction}: {amount: Decimal; currency: string; direction: string},
): Part[] | undefined {
  if (details.length < 2) return undefined;
  const parts = details.flatMap((detail) => {
    const size = amountIn(detail, currency);
    const side = textAt(detail, "CdtDbtInd") || direction;
    return size ? [{amount: signedAmount(size, side), detail}] : [];
  });
  if (parts.length < details.length) return undefined;
  const sum = parts.map((part) => part.amount).reduce(plus);
  return isZero(plus(sum, negative(amount))) ? parts : undefined;
}

/** The amount in the account's currency: what was instructed may be in another. */
function amountIn(detail: Element, currency: string): Decimal | undefined {
  const found = [
    elementAt(detail, "AmtDtls", "TxAmt", "Amt"),
    elementAt(detail, "Amt"),
    elementAt(detail, "AmtDtls", "CntrValAmt", "Amt"),
    elementAt(detail, "AmtDtls", "InstdAmt", "Amt"),
  ].find((amount) => amount?.attributes.Ccy === currency);
  return found && statedDecimal(found.text, ".");
}

function counterpartyIn(
  parties: Element | undefined,
  isSpent: boolean,
  owner: string,
): Pick<Booking, "counterparty" | "counterpartyAccount"> {
  const [other, own] = isSpent ? ["Cdtr", "Dbtr"] : ["Dbtr", "Cdtr"];
  const nameOf = (role: string) =>
    firstText(parties, ...[`${role}/Nm`, `${role}/Pty/Nm`, `${role}/Agt/FinInstnId/Nm`]);
  const accountOf = (role: string) =>
    firstText(
      parties,
      `${role}Acct/Id/IBAN`,
      `${role}Acct/Id/Othr/Id`,
      `${role}Acct/Id/PrtryAcct/Id`,
    );
  const name = nameOf(other!) || nameOf(`Ultmt${other}`);
  const instead = nameOf(own!);
  return {
    counterparty: name || (instead === owner || owner === "" ? "" : instead),
    counterpartyAccount: accountOf(other!),
  };
}

/** What was written for the other side, else its reference, else what the bank adds. */
function descriptionIn(detail: Element | undefined): string {
  const remittance = childrenOf(detail, "RmtInf");
  const free = remittance
    .flatMap((list) => childrenOf(list, "Ustrd"))
    .map(({text}) => text.trim())
    .filter(Boolean);
  if (free.length > 0) return free.join(" ");
  const structured = remittance
    .flatMap((list) => childrenOf(list, "Strd"))
    .flatMap((part) => [
      textAt(part, "CdtrRefInf", "Ref"),
      ...childrenOf(part, "AddtlRmtInf").map(({text}) => text.trim()),
    ])
    .filter(Boolean);
  return structured.join(" ") || textAt(detail, "AddtlTxInf");
}
