/**
 * Mistakes in the tiny bank's files. Columns: the mistake, the table, what is replaced in its file, by what, the line
 * that is reported, and what the reason says. `⏎` is the end of a line, `␀` a NUL byte, `·` a blank before a column's end.
 */
export const badRows = `
a wrong type                    | transactions   | -45.90    | -45.9O                             | 3 | invalid amount_eur: "-45.9O" (write euro
a fraction of a cent            | transactions   | -45.90    | -45.905                            | 3 | invalid amount_eur
a fraction in an integer        | savings_goals  | 1,ind-    | 1.5,ind-                           | 2 | invalid goal_id: "1.5"
a number out of range           | calendar       | ,4,false  | ,99999999999,false                 | 2 | invalid weekday
a number below its least        | calendar       | ,4,false  | ,0,false                           | 2 | invalid weekday: "0" (at least 1)
a word that is not in the list  | accounts       | ,checking,| ,current,                          | 2 | invalid kind: "current" (use
a text that is too long         | cities         | Berlin,DE | Berlin,DEU                         | 2 | invalid country: "DEU" (at most 2
an empty field                  | cities         | Berlin,DE | Berlin,                            | 2 | invalid country: "" (it may not be empty)
an unknown key                  | trades         | ,AAPL,    | ,AAPX,                             | 2 | unknown symbol: "AAPX" (not in instruments)
a duplicate id                  | transactions   | ⏎3,       | ⏎2,                                | 4 | duplicate transaction_id: "2"
a second split on a day         | splits         | ,1,4⏎     | ,1,4⏎AAPL,2025-06-09,1,2⏎          | 3 | duplicate symbol, day: "AAPL, 2025-06-09"
an impossible date              | savings_goals  | ,2026-    | ,2026-02-30⏎9,ind-000001,x,1,2026- | 2 | invalid due_on
an impossible hour              | transactions   | 09:12:30  | 24:00:00                           | 3 | invalid booked_at
a short row                     | cities         | Berlin,DE,| Berlin,                            | 2 | 3 fields instead of 4
a long row                      | cities         | Berlin,DE,| Berlin,DE,7,                       | 2 | 5 fields instead of 4
a NUL byte                      | cities         | Berlin    | Ber␀lin                            | 2 | NUL byte
a quote that never ends         | invoices       | 1,com     | "1,com                             | 2 | bad quoting
a quote in the middle           | cities         | Berlin    | Ber"lin                            | 2 | bad quoting
an id that ends in a blank      | counterparties | cp-00002  | cp-00002·                          | 3 | may not end in a blank
`;

export interface Mistake {
  readonly mistake: string;
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly reason: string;
}

export function mistakesIn(text: string): Mistake[] {
  return text
    .trim()
    .split("\n")
    .map((row) => {
      const cells = row.split("|").map((cell) => plain(cell.trim()));
      const [mistake = "", table = "", from = "", to = "", line, reason = ""] = cells;
      return {mistake, table, from, to, line: Number(line), reason};
    });
}

function plain(cell: string): string {
  return cell.replaceAll("⏎", "\n").replaceAll("␀", "\0").replaceAll("·", " ");
}
