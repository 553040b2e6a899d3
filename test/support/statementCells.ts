/** How a statement that is written for a test writes its cells and bytes. */
import {formatDay} from "../../src/lib/day.js";
import type {StatementKind} from "./statementKinds.js";
import type {StatementLanguage} from "./statementLanguages.js";

/** An amount as the kind writes it. */
export function amountText(
  cents: number,
  {decimal, thousands, minus, plus, dropsZeros, sign, signs}: StatementKind,
): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  const fraction = String(size % 100).padStart(2, "0");
  const shown = dropsZeros ? fraction.replace(/0+$/, "") : fraction;
  const number = shown === "" ? whole : `${whole}${decimal}${shown}`;
  const money = sign === "code" ? `€${number}` : sign === "behind" ? `${number} €` : number;
  if (cents >= 0) return plus && signs === "signed" ? `+${money}` : money;
  return {before: `-${money}`, behind: `${money}-`, parentheses: `(${money})`, long: `−${money}`}[
    minus
  ];
}

/** A day as the kind and the language write it. */
export function dateText(day: number, {months}: StatementLanguage, {dates}: StatementKind): string {
  const [y = "", m = "", d = ""] = formatDay(day).split("-");
  const month = months.split(" ")[Number(m) - 1]!;
  return {
    "d.m.y": `${d}.${m}.${y}`,
    "d/m/y": `${d}/${m}/${y}`,
    "d-m-y": `${d}-${m}-${y}`,
    "y-m-d": `${y}-${m}-${d}`,
    "y/m/d": `${y}/${m}/${d}`,
    ymd: `${y}${m}${d}`,
    dmy: `${d}${m}${y}`,
    "m/d/y": `${m}/${d}/${y}`,
    "d.m.yy": `${d}.${m}.${y.slice(2)}`,
    "d MMM y": `${Number(d)} ${month} ${y}`,
    "d-MMM-yy": `${d}-${month}-${y.slice(2)}`,
    "y-m-dTt": `${y}-${m}-${d}T10:11:12Z`,
    "d.m.y t": `${d}.${m}.${y} 10:11`,
    "D.M.y": `${Number(d)}. ${Number(m)}. ${y}`,
  }[dates];
}

/** A cell between delimiters. */
export function field(cell: string, {quotes, delimiter}: StatementKind): string {
  const isText = /\p{L}/u.test(cell);
  const needs = cell.includes(delimiter) || cell.includes('"');
  return quotes === "always" || needs || (quotes === "texts" && isText)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

/** The bytes of a text. Throws where the alphabet lacks a letter. */
export function encoded(text: string, encoding: string): Uint8Array {
  const [name = "", mark] = encoding.split("-mark");
  const marked = mark === undefined ? text : `\ufeff${text}`;
  if (name === "utf-8") return new TextEncoder().encode(marked);
  if (name.startsWith("utf-16")) {
    const bytes = Uint8Array.from(Buffer.from(marked, "utf16le"));
    return name === "utf-16le" ? bytes : Uint8Array.from(Buffer.from(bytes).swap16());
  }
  const letters = lettersOf(name);
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter === "−" ? "-" : letter);
    if (byte < 0) throw new Error(`no ${letter} in ${name}`);
    return byte;
  });
}

/** The 256 letters of an alphabet. Node's own windows-1252 lacks the euro. */
function lettersOf(name: string): string {
  const letters = new TextDecoder(name).decode(Uint8Array.from({length: 256}, (_, byte) => byte));
  return name === "windows-1252" ? letters.replace("\u0080", "€") : letters;
}
