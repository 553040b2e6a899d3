/** Writes a statement as OFX, in SGML or XML. */
import {formatEur} from "../../../src/lib/money.js";
import {chance, pick, stream} from "../../../src/lib/stream.js";
import type {DrawnStatement} from "./drawnStatement.js";

/** The text of a seed. */
export function ofxWritten({rows, currency, closingCents}: DrawnStatement, seed: number): string {
  const draw = stream(seed, "ofx");
  const isXml = chance(draw, 0.5);
  const isCard = chance(draw, 0.3);
  const gap = pick(draw, ["", "\n", "\r\n    "]);
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const leaf = (name: string, value: string) =>
    `<${name}>${escaped(value)}${isXml ? `</${name}>` : ""}${gap}`;
  const all = (name: string, inner: string) => `<${name}>${gap}${inner}</${name}>${gap}`;
  const clock = pick(draw, ["", "120000", "235959.000[-5:EST]", "000000[+2:CEST]"]);
  const bookings = rows.map(({date, amount, counterparty, description}, at) =>
    all(
      "STMTTRN",
      leaf("TRNTYPE", amount.startsWith("-") ? "DEBIT" : "CREDIT") +
        leaf("DTPOSTED", date.replaceAll("-", "") + clock) +
        leaf("TRNAMT", amount) +
        leaf("FITID", `id${at}`) +
        leaf("NAME", counterparty) +
        leaf("MEMO", description),
    ),
  );
  const from = isCard ? "CCACCTFROM" : "BANKACCTFROM";
  const inner =
    leaf("CURDEF", currency) +
    all(from, leaf("ACCTID", "12345")) +
    all("BANKTRANLIST", leaf("DTSTART", "20231220") + bookings.join("")) +
    all("LEDGERBAL", leaf("BALAMT", formatEur(closingCents)) + leaf("DTASOF", "20240301"));
  const statement = all(isCard ? "CCSTMTRS" : "STMTRS", inner);
  const head = isXml
    ? '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n'
    : "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\nCHARSET:NONE\n\n";
  return head + all("OFX", all(isCard ? "CREDITCARDMSGSRSV1" : "BANKMSGSRSV1", statement));
}
