import {describe, expect, it} from "vitest";
import {readStatement} from "../../../src/lib/statements/readStatement.js";
import {between, chance, pick, type Stream, stream} from "../../../src/lib/stream.js";

const read = (lines: readonly string[]) =>
  readStatement(new TextEncoder().encode(`${lines.join("\n")}\n`));
const sides = (lines: readonly string[]) =>
  read(lines).rows.map(({account, counterpartyAccount}) => [account, counterpartyAccount]);

const own = "DE02120300000000202051";
const other = "NL44RABO0123456789";
const third = "NL20INGB0001234567";

describe("a column that is called no more than an account’s", () => {
  it("is the other side’s where each number has its name, however few there are", () => {
    const rows = ["Landlord", "Landlord", "Gym", "Gym", "Landlord"].map(
      (name, at) => `2025-01-0${at + 1},${name},${name === "Gym" ? third : other},-9.00`,
    );
    expect(sides(["Date,Payee,IBAN,Amount", ...rows])[2]).toEqual(["", third]);
  });

  it("is the holder’s where many names stand beside one number", () => {
    const rows = ["Baker", "Gym", "Post"].map((name) => `2025-01-01,${name},${own},-9.00`);
    expect(sides(["Date,Payee,IBAN,Amount", ...rows])[0]).toEqual([own, ""]);
    expect(sides(["Date,Text,Kontonummer,Amount", ...rows])[0]).toEqual([own, ""]);
  });

  it("is the other side’s where some rows have none, as payments by card", () => {
    const rows = ["Baker,", `Landlord,${other}`, "Post,", "Kiosk,"].map(
      (cells, at) => `0${at + 1}.01.2025;${cells.replace(",", ";")};-9,00`,
    );
    expect(sides(["Datum;Empfänger;Kontonummer;Betrag", ...rows])[1]).toEqual(["", other]);
  });

  it("is what the lines above the table make of it", () => {
    const head = ["Date,Payee,IBAN,Amount", `2025-01-01,Rent,${own},-9.00`];
    expect(sides([`IBAN: ${own}`, ...head])).toEqual([[own, ""]]);
    expect(sides([`Account: ${other}`, ...head])).toEqual([[other, own]]);
    expect(sides(["Konto: 202051", ...head])).toEqual([[own, ""]]);
  });

  it("is the other one, where one side has a column of its own", () => {
    const row = `2025-01-01,${own},Rent,${other},-9.00`;
    expect(sides(["Date,Own account,Payee,IBAN,Amount", row])).toEqual([[own, other]]);
    expect(sides(["Date,IBAN,Payee,Counterparty IBAN,Amount", row])).toEqual([[own, other]]);
  });

  it("is nobody’s, and said to be doubtful, where nothing tells", () => {
    const {rows, doubts} = read(["Date,IBAN,Payee,Amount", `2025-01-01,${own},Rent,-9.00`]);
    expect(rows[0]).toMatchObject({account: "", counterpartyAccount: ""});
    expect(doubts).toEqual([
      '"IBAN" may be the account or the other side’s: it was used for neither',
    ]);
  });

  it("is told in any language, with any few accounts and names, in either place", () => {
    for (let seed = 0; seed < 400; seed++) {
      const draw = stream(seed, "account columns");
      const {lines, isOwn, numbers} = drawn(draw);
      const got = read(lines).rows.map((row) => (isOwn ? row.account : row.counterpartyAccount));
      expect(got, `seed ${seed}: ${lines[0]}`).toEqual(numbers);
    }
  });
});

const languages = [
  "Buchungsdatum;Empfänger;Betrag;IBAN;Kontonummer;Konto",
  "Date;Payee;Amount;IBAN;Account number;Account",
  "Date;Bénéficiaire;Montant;IBAN;Numéro de compte;Compte",
  "Fecha;Beneficiario;Importe;IBAN;Número de cuenta;Cuenta",
  "Data;Beneficiario;Importo;IBAN;Numero conto;Conto",
  "Datum;Naam;Bedrag;IBAN;Rekeningnummer;Rekening",
  "Data operacji;Odbiorca;Kwota;IBAN;Numer rachunku;Rachunek",
  "Datum;Název protiúčtu;Částka;IBAN;Číslo účtu;Účet",
  "Könyvelés dátuma;Partner neve;Összeg;IBAN;Számlaszám;Számla",
];

/** A statement of six and more rows whose accounts are the holder's, or those of a few payees. */
function drawn(draw: Stream): {lines: string[]; isOwn: boolean; numbers: string[]} {
  const [date = "", payee = "", amount = "", ...accounts] = pick(draw, languages).split(";");
  const isOwn = chance(draw, 0.5);
  const number = () =>
    `DE${between(draw, 10, 99)}${between(draw, 1e8, 9e8)}${between(draw, 1e8, 9e8)}`;
  const holders = Array.from({length: between(draw, 1, 2)}, number);
  const payees = ["Baker", "Gym", "Landlord", "Post"].map((name) => ({name, iban: number()}));
  const isCard = () => !isOwn && chance(draw, 0.3);
  const rows = Array.from({length: 2 * between(draw, 4, 9)}, (_, at) => {
    const {name, iban} = payees[at % payees.length]!;
    const account = isOwn ? holders[Math.floor(at / 4) % holders.length]! : isCard() ? "" : iban;
    return {day: `2025-01-${String(at + 10)}`, name, account};
  });
  const order = pick(draw, [
    [0, 1, 2, 3],
    [3, 0, 1, 2],
    [0, 3, 1, 2],
    [0, 1, 3, 2],
  ]);
  const line = (cells: readonly string[]) => order.map((at) => cells[at]).join(";");
  return {
    isOwn,
    numbers: rows.map(({account}) => account),
    lines: [
      line([date, payee, amount, pick(draw, accounts)]),
      ...rows.map(({day, name, account}) => line([day, name, "-9.50", account])),
    ],
  };
}
