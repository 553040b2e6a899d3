/** Writes a statement as MT940 in any of its ways; some have no place for the counterparty. */
import {formatEur} from "../../../src/lib/money.js";
import {chance, pick, stream} from "../../../src/lib/stream.js";
import {type DrawnRow, type DrawnStatement, unsigned} from "./drawnStatement.js";

/** The text of a seed, and what is to be read of it. */
export function mt940Written(
  {rows, currency, openingCents, closingCents}: DrawnStatement,
  seed: number,
): {readonly text: string; readonly rows: readonly DrawnRow[]} {
  const draw = stream(seed, "mt940");
  const way = pick(draw, ["numbered", "tags", "named", "free"] as const);
  const mark = pick(draw, ["?", "~", "^"]);
  const end = pick(draw, ["\n", "\r\n"]);
  const comma = (amount: string) => unsigned(amount).replace(".", ",").replace(/,00$/, ",");
  const plainName = (text: string) => (way === "named" ? text.replaceAll("/", " ") : text);
  const balance = (tag: string, cents: number) =>
    `:${tag}:${cents < 0 ? "D" : "C"}231219${currency}${comma(formatEur(cents))}`;
  const lines = [
    ":20:STATEMENT",
    ":25:DE02120300000000202051",
    ":28C:1/1",
    balance("60F", openingCents),
  ];
  for (const row of rows) {
    const [year, month, day] = [row.date.slice(2, 4), row.date.slice(5, 7), row.date.slice(8)];
    const isSpent = row.amount.startsWith("-");
    const side = chance(draw, 0.1) ? (isSpent ? "RC" : "RD") : isSpent ? "D" : "C";
    const funds = chance(draw, 0.3) ? currency[2] : "";
    const entry = chance(draw, 0.7) ? `${month}${day}` : "";
    lines.push(`:61:${year}${month}${day}${entry}${side}${funds}${comma(row.amount)}NMSCNONREF`);
    const told = toldBy(way, row, mark);
    for (let at = 0; at < told.length; at += 65)
      lines.push(at === 0 ? `:86:${told.slice(0, 65)}` : told.slice(at, at + 65));
  }
  lines.push(balance("62F", closingCents));
  const isEnveloped = chance(draw, 0.3);
  if (isEnveloped) lines[0] = `{1:F01BANK}{2:I940BANK}{4:${end}${lines[0]}`;
  lines.push(isEnveloped ? "-}" : "-");
  return {
    text: lines.join(end) + end,
    rows: rows.map((row) => ({
      ...row,
      counterparty: way === "free" ? "" : plainName(row.counterparty),
    })),
  };
}

function toldBy(way: "numbered" | "tags" | "named" | "free", row: DrawnRow, mark: string): string {
  const {counterparty, description} = row;
  if (way === "free") return description;
  if (way === "named")
    return `/TRTP/SEPA/IBAN/NL20INGB0001234567/NAME/${counterparty}/REMI/${description}/EREF/1`;
  const purpose = way === "tags" ? `EREF+1 SVWZ+${description}` : description;
  const pieces: string[] = [];
  for (let at = 0; at < purpose.length; at += 27) {
    const number = pieces.length < 10 ? 20 + pieces.length : 50 + pieces.length;
    pieces.push(`${mark}${number}${purpose.slice(at, at + 27)}`);
  }
  return `166${mark}00TRANSFER${pieces.join("")}${mark}30BANKDEFF${mark}31DE89${mark}32${counterparty}`;
}
