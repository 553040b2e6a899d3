/** Writes a statement as camt.053 of any version. */
import {formatEur} from "../../../src/lib/money.js";
import {chance, pick, stream} from "../../../src/lib/stream.js";
import {type DrawnRow, type DrawnStatement, unsigned} from "./drawnStatement.js";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&#62;");

/** The XML of a seed. */
export function camtWritten({rows, currency, ...balances}: DrawnStatement, seed: number): string {
  const draw = stream(seed, "camt");
  const version = pick(draw, ["02", "04", "06", "08", "10"]);
  const isNew = Number(version) >= 8;
  const name = (text: string) => (isNew ? `<Pty><Nm>${text}</Nm></Pty>` : `<Nm>${text}</Nm>`);
  const side = (amount: string) =>
    `<CdtDbtInd>${amount.startsWith("-") ? "DBIT" : "CRDT"}</CdtDbtInd>`;
  const day = (date: string) =>
    chance(draw, 0.3) ? `<DtTm>${date}T23:59:59.999+02:00</DtTm>` : `<Dt>${date}</Dt>`;
  const amountOf = (amount: string) => `<Amt Ccy="${currency}">${unsigned(amount)}</Amt>`;
  const detail = ({amount, counterparty, description}: DrawnRow, isPart: boolean) => {
    const [other, own] = amount.startsWith("-") ? ["Cdtr", "Dbtr"] : ["Dbtr", "Cdtr"];
    const text = isNew || chance(draw, 0.5) ? escaped(description) : `<![CDATA[${description}]]>`;
    return `<TxDtls>${isPart ? amountOf(amount) + side(amount) : ""}<RltdPties><${own}>${name("Holder")}</${own}><${other}>${name(escaped(counterparty))}</${other}></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
  };
  const entry = (parts: readonly DrawnRow[]) => {
    const cents = parts.reduce((sum, {amount}) => sum + Math.round(Number(amount) * 100), 0);
    const total = formatEur(cents);
    return `<Ntry>${amountOf(total)}${side(total)}<Sts>${isNew ? "<Cd>BOOK</Cd>" : "BOOK"}</Sts>
<BookgDt>${day(parts[0]!.date)}</BookgDt><NtryDtls>${parts.map((row) => detail(row, parts.length > 1)).join("\n")}</NtryDtls></Ntry>`;
  };
  const entries: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const same = rows.slice(at).findIndex(({date}) => date !== rows[at]!.date);
    const length = chance(draw, 0.4) ? (same < 0 ? rows.length - at : same) : 1;
    entries.push(entry(rows.slice(at, at + length)));
    at += length;
  }
  const balance = (code: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amountOf(formatEur(cents))}${side(formatEur(cents))}<Dt><Dt>2024-01-01</Dt></Dt></Bal>`;
  const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ownr><Nm>Holder</Nm></Ownr></Acct>
${balance(pick(draw, ["OPBD", "PRCD"]), balances.openingCents)}${balance("CLBD", balances.closingCents)}
${entries.join("\n")}
</Stmt></BkToCstmrStmt></Document>`;
  const prefixed = chance(draw, 0.3)
    ? text
        .replace(/<(\/?)([A-Z])/g, "<$1n:$2")
        .replace("xmlns=", "xmlns:n=")
        .replaceAll("<![n:", "<![")
    : text;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${prefixed}`;
}
