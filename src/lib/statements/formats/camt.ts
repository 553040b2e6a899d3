/**
 * Statements in ISO 20022 XML: camt.053 (a day's statement) and camt.052 (a report within the day), in all versions.
 * What changed between them is where a thing stands, so each is looked for where any version has it.
 */
import type {LeftOut, Problem} from "../ledgerRows.js";
import type {Fact} from "../statement.js";
import {StatementError} from "../statementError.js";
import {type Booking, bookingRows, statedDecimal} from "./booking.js";
import {camtDay} from "./camtDay.js";
import {camtBookings, signedAmount} from "./camtEntry.js";
import {childrenOf, type Element, elementAt, elementsNamed, firstText, textAt} from "./element.js";
import type {FormatReading} from "./formatReading.js";
import {balanceFact, balanceProofs, type Proven, type ReadBalance} from "./statedBalance.js";
import {xmlTree} from "./xmlTree.js";

/** Reads camt. Throws `StatementError` where the XML is broken or of another kind. */
export function readCamt(text: string): FormatReading {
  const {root, cutLine} = xmlTree(text);
  const statements = elementsNamed(root, ["Stmt", "Rpt"]);
  if (statements.length === 0) throw noStatement(root, cutLine);
  const read = statements.map(statementOf);
  const sorted = bookingRows(read.flatMap(({bookings}) => bookings));
  const proofs = balanceProofs(read);
  return {
    format: formatName(root, statements[0]!),
    rows: sorted.rows,
    trades: [],
    movements: [],
    facts: read.flatMap(({facts}) => facts),
    leftOut: [...sorted.leftOut, ...read.flatMap(({leftOut}) => leftOut)],
    problems: [
      ...read.flatMap(({problems}) => problems),
      ...(cutLine === undefined
        ? []
        : [{line: cutLine, column: "", value: "", reason: "the file breaks off"}]),
    ],
    ...proofs,
  };
}

function noStatement({children: [first]}: Element, cutLine: number | undefined): StatementError {
  if (cutLine !== undefined)
    return new StatementError(`line ${cutLine}: the file breaks off before its first booking`);
  const kind = /camt\.\d{3}|pain\.\d{3}/.exec(first?.attributes.xmlns ?? "")?.[0];
  return new StatementError(
    `XML that is no camt.053 or camt.052 but ${kind ?? `<${first?.name}>`} (export the statement as camt.053 or CSV)`,
  );
}

const formatName = (root: Element, statement: Element): string =>
  elementsNamed(root, ["Document"])
    .map(({attributes}) => /camt\.[\d.]+\d/.exec(Object.values(attributes).join(" "))?.[0])
    .find(Boolean) ?? (statement.name === "Rpt" ? "camt.052" : "camt.053");

interface CamtStatement extends Proven {
  readonly bookings: readonly Booking[];
  readonly facts: readonly Fact[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
}

function statementOf(statement: Element): CamtStatement {
  const owner = elementAt(statement, "Acct");
  const account = firstText(owner, "Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id");
  const balances = childrenOf(statement, "Bal").flatMap(
    (balance) => balanceOf(balance, account) ?? [],
  );
  const [opening, closing] = [
    balances.find(({kind}) => kind === "opening"),
    balances.findLast(({kind}) => kind === "closing"),
  ];
  const bookings: Booking[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Problem[] = [];
  for (const entry of childrenOf(statement, "Ntry")) {
    const read = camtBookings(entry, {account, owner: firstText(owner, "Ownr/Nm", "Ownr/Pty/Nm")});
    if ("left" in read) leftOut.push({line: entry.line, reason: read.left});
    else if ("reason" in read) problems.push({line: entry.line, ...read});
    else for (const booking of read.bookings) bookings.push(booking);
  }
  const facts = [
    {key: "account", value: account, line: owner?.line ?? statement.line},
    {
      key: "statement",
      value: firstText(statement, "ElctrncSeqNb", "LglSeqNb", "Id"),
      line: statement.line,
    },
    ...[opening, closing].flatMap((balance) => (balance ? [balanceFact(balance)] : [])),
  ].filter(({value}) => value !== "");
  const amounts = bookings.map(({amount}) => amount);
  return {bookings, facts, leftOut, problems, opening, closing, amounts};
}

/** Booked balances: those that pending entries are in prove nothing. */
const balanceKinds: Readonly<Record<string, ReadBalance["kind"]>> = {
  OPBD: "opening",
  PRCD: "opening",
  CLBD: "closing",
};

function balanceOf(balance: Element, account: string): ReadBalance | undefined {
  const kind = balanceKinds[firstText(balance, "Tp/CdOrPrtry/Cd", "Tp/Cd")];
  const size = statedDecimal(textAt(balance, "Amt"), ".");
  if (!kind || !size) return undefined;
  return {
    kind,
    account,
    day: camtDay(elementAt(balance, "Dt")),
    amount: signedAmount(size, textAt(balance, "CdtDbtInd")),
    currency: elementAt(balance, "Amt")?.attributes.Ccy ?? "",
    line: balance.line,
  };
}
