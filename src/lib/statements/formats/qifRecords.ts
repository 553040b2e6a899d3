/** The records of a QIF file, section by section. */

export interface QifLine {
  readonly letter: string;
  readonly value: string;
}

export interface QifRecord {
  /** `bank`, `invst`, `account`, …, in small letters. */
  readonly section: string;
  /** The account that the last block of an account named. */
  readonly account: string;
  readonly lines: readonly QifLine[];
  /** Where it begins, from 1. */
  readonly line: number;
  /** Whether its end is marked, as all but the last must be. */
  readonly isEnded: boolean;
}

/** The records of a text in their order. */
export function qifRecords(text: string): QifRecord[] {
  const records: QifRecord[] = [];
  let [section, account, line] = ["", "", 0];
  let lines: QifLine[] = [];
  const end = (isEnded: boolean) => {
    if (lines.length > 0) {
      if (section === "account") account = valueUnder({lines}, "N") || account;
      records.push({section, account, lines, line, isEnded});
    }
    lines = [];
  };
  for (const [at, written] of text.split(/\r\n|\n|\r/).entries()) {
    const trimmed = written.trim();
    if (trimmed === "") continue;
    if (trimmed.startsWith("!")) {
      end(true);
      const [, kind = "", name = ""] = /^!(\w+):?\s*(.*)$/.exec(trimmed) ?? [];
      if (/^type$/i.test(kind)) section = name.trim().toLowerCase();
      else if (/^account$/i.test(kind)) section = "account";
    } else if (trimmed === "^") end(true);
    else {
      if (lines.length === 0) line = at + 1;
      lines.push({letter: trimmed[0]!, value: trimmed.slice(1).trim()});
    }
  }
  end(false);
  return records;
}

/** The first value of a letter; empty where the record has none. */
export const valueUnder = (
  {lines}: Pick<QifRecord, "lines">,
  ...letters: readonly string[]
): string => lines.find(({letter}) => letters.includes(letter))?.value ?? "";

/** The values of a letter, each of which may be there again, as addresses and splits are. */
export const valuesUnder = ({lines}: QifRecord, letter: string): string[] =>
  lines.flatMap((each) => (each.letter === letter ? [each.value] : []));
