/**
 * What a booking was for, from `:86:`. Three ways are in use: numbered parts (`166?00…?20…`, Germany, Austria,
 * Poland, Hungary), named parts (`/NAME/…/REMI/…`, the Netherlands, Belgium), and free text.
 */

export interface Mt940Text {
  readonly counterparty: string;
  readonly counterpartyAccount: string;
  readonly description: string;
}

/** A line of the format has at most so many letters, and goes on in the next without a blank. */
const lineLetters = 65;
const partLetters = 27;

/** What the lines of an `:86:` say. */
export function mt940Text(lines: readonly string[]): Mt940Text {
  const numbered = /^\d{3}([^\dA-Za-z\s/])\d\d/.exec(lines[0] ?? "");
  if (numbered) return numberedText(lines.join(""), numbered[1]!);
  const text = joined(lines, lineLetters);
  if (/^\/[A-Z]{2,4}\//.test(text)) return namedText(lines.join(""));
  return sepaText(text, "") ?? {counterparty: "", counterpartyAccount: "", description: text};
}

/** Pieces of one text, cut where a line was full: there a word goes on. */
function joined(pieces: readonly string[], full: number): string {
  return pieces.reduce(
    (text, piece, at) =>
      at === 0 || (pieces[at - 1]!.length >= full && !tag.test(piece))
        ? text + piece
        : `${text} ${piece}`,
    "",
  );
}

const tag = /^(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|SQTP|ANAM)\+/;
const tags = new RegExp(` ?\\b${tag.source.slice(1)}`);

function numberedText(text: string, mark: string): Mt940Text {
  const parts = new Map<number, string>();
  for (const piece of text.slice(4).split(mark)) {
    const number = /^\d\d/.exec(piece)?.[0];
    const last = [...parts.keys()].at(-1);
    if (number !== undefined && !parts.has(Number(number)))
      parts.set(Number(number), piece.slice(2));
    else if (last !== undefined) parts.set(last, `${parts.get(last)}${mark}${piece}`);
  }
  const between = (from: number, to: number) =>
    [...parts].flatMap(([number, part]) => (number >= from && number <= to ? [part] : []));
  const purpose = joined([...between(20, 29), ...between(60, 63)], partLetters).trim();
  const name = joined(between(32, 33), partLetters).trim();
  const account = (parts.get(31) ?? "").trim();
  const told = sepaText(purpose, name);
  return {
    counterparty: told?.counterparty ?? name,
    counterpartyAccount: account || (told?.counterpartyAccount ?? ""),
    description: told?.description || (told ? "" : purpose) || (parts.get(0) ?? "").trim(),
  };
}

/** `EREF+…SVWZ+…ABWA+…`; undefined for a text without such tags. */
function sepaText(text: string, name: string): Mt940Text | undefined {
  const [before = "", ...pieces] = text.split(tags);
  if (pieces.length === 0) return undefined;
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < pieces.length; at += 2) values.set(pieces[at]!, pieces[at + 1]!.trim());
  return {
    counterparty: name || (values.get("ABWA") ?? values.get("ABWE") ?? values.get("ANAM") ?? ""),
    counterpartyAccount: values.get("IBAN") ?? "",
    description: values.get("SVWZ") || before.trim(),
  };
}

const names =
  /\/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|CNTP|PURP|ORDP|BENM|ISDT|RTRN|PREF|TRCD|ADDR|ULTD|ULTB|ULTC|SVCL|TRAN|MBID|PY)\//;

function namedText(text: string): Mt940Text {
  const [, ...pieces] = text.split(names);
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < pieces.length; at += 2)
    if (!values.get(pieces[at]!)) values.set(pieces[at]!, pieces[at + 1]!.trim());
  const [account = "", , name = ""] = (values.get("CNTP") ?? "").split("/");
  return {
    counterparty: (values.get("NAME") || name).replace(/\/+$/, "").trim(),
    counterpartyAccount: values.get("IBAN") || account,
    description: (values.get("REMI") || values.get("TRTP") || "")
      .replace(/^(USTD|STRD)\/\/?(CUR\/)?/, "")
      .replace(/\/+$/, "")
      .trim(),
  };
}
