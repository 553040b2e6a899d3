/** Invented statements for the tests of the page. */

import type {Analysis} from "../../src/people/statement/analysis.js";
import {FileReader} from "../../src/people/statement/fileReader.js";
import {noSettings, type Settings} from "../../src/people/statement/settings.js";

export const file = (name: string, lines: readonly string[]) => ({
  id: name,
  name,
  content: new Blob([`${lines.join("\n")}\n`]),
});

/** What the page knows of files. */
export async function analysed(
  files: readonly ReturnType<typeof file>[],
  settings: Partial<Settings> = {},
): Promise<Analysis> {
  const all = {...noSettings, ...settings};
  return (await new FileReader().answer({ask: "analysis", files, settings: all})) as Analysis;
}

/** A checking account over these months, with a salary, a rent, a shop and a transfer to savings each. */
export function checking(months: readonly string[], {opening = 1000} = {}): string[] {
  let balance = opening;
  const rows = months.flatMap((month) =>
    (
      [
        ["01", "Acme GmbH", "Gehalt", 2000],
        ["02", "Hausverwaltung Lot", "Miete", -700],
        ["10", "Kiosk Blau", "Karte", -40.5],
        ["28", "Ada Moor", "Umbuchung Sparen", -200],
      ] as const
    ).map(([day, payee, text, amount]) => {
      balance += amount;
      return `${day}.${month.slice(5)}.${month.slice(0, 4)};${payee};${text};${comma(amount)};EUR;${comma(balance)}`;
    }),
  );
  return [
    "IBAN;DE02120300000000202051",
    "Kontoinhaber;Ada Moor",
    "",
    "Buchungstag;Empfänger;Verwendungszweck;Betrag;Währung;Saldo",
    ...rows,
  ];
}

/** An account over these months of which no line says which it is, without balances. */
export function unnamed(months: readonly string[]): string[] {
  return [
    "Date,Description,Amount,Currency",
    ...months.flatMap((month) => [
      `${month}-01,Rent payment,-800.00,EUR`,
      `${month}-03,Salary ACME,2500.00,EUR`,
      `${month}-15,Rewe,-100.00,EUR`,
      `${month}-28,Rewe,-50.00,EUR`,
      `${month}-30,Netflix,-10.00,EUR`,
    ]),
  ];
}

const comma = (amount: number) => amount.toFixed(2).replace(".", ",");
