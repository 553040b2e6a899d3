import {describe, expect, it} from "vitest";
import {readStatement} from "../../../src/lib/statements/readStatement.js";

const read = (...lines: string[]) => readStatement(new TextEncoder().encode(lines.join("\n")));
const stated = (...lines: string[]) =>
  read(...lines).balances.map(({kind, day, amount, currency, line}) =>
    `${line} ${kind} ${day} ${amount} ${currency}`.replace(/ {2,}/g, " ").trim(),
  );
const head = "Buchungstag;Text;Betrag;Saldo;Währung";
const row = "31.01.2024;Brot;-1,00;999,00;EUR";

describe("the balances that a file states", () => {
  it("stand above the table, with their day and as the table writes amounts", () => {
    expect(
      stated("Anfangssaldo;1.000 EUR", "Endsaldo am 31.01.2024;999,00- EUR", head, row),
    ).toEqual(["1 opening 1000.00 EUR", "2 closing 2024-01-31 -999.00 EUR"]);
  });

  it("stand among the rows, and below them", () => {
    expect(stated(head, "01.01.2024;Saldovortrag;;1.000,00;EUR", row, "Endsaldo;999,00")).toEqual([
      "2 opening 1000.00 EUR",
      "4 closing 999.00 EUR",
    ]);
  });

  it("are none of another currency, of what can be spent, or of any day between", () => {
    const around = ["Verfügbarer Saldo;2.000,00", "Solde (FRANCS);6.553,00"];
    expect(stated(...around, head, "30.01.2024;Tagessaldo;;1.000,00;EUR", row)).toEqual([]);
  });

  it("are the running ones too, beside each row that has one", () => {
    const {rows} = read(head, row, "31.01.2024;Tee;-2,00;;EUR", "31.01.2024;Hut;-3,50;993,50-;EUR");
    expect(rows.map(({balance}) => balance)).toEqual(["999.00", "", "-993.50"]);
  });

  it("are those of its account, where one is asked for", () => {
    const text = [
      ":20:A\n:25:NL44RABO0123456789\n:60F:C240131EUR10,00\n:61:2402010201D1,00NMSC\n:62F:C240201EUR9,00\n-",
      ":20:B\n:25:NL20INGB0001234567\n:60F:D240131EUR5,00\n:61:2402010201C2,00NMSC\n:62F:D240201EUR3,00\n-",
    ].join("\n");
    const {balances} = readStatement(new TextEncoder().encode(text), {
      account: "NL20INGB0001234567",
    });
    expect(balances.map(({kind, amount}) => [kind, amount])).toEqual([
      ["opening", "-5.00"],
      ["closing", "-3.00"],
    ]);
  });
});
