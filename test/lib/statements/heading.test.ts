import {describe, expect, it} from "vitest";
import {meaningsOf} from "../../../src/lib/statements/heading.js";

describe("meaningsOf(heading)", () => {
  it.each([
    ["Buchungstag", "bookedOn"],
    ["dateVal", "valuedOn"],
    ["Amount (EUR)", "amount"],
    ["MONTANT(EUROS)", "amount"],
    ["Beguenstigter/Zahlungspflichtiger", "counterparty"],
    ["Empfänger", "counterparty"],
    ["Omschrijving-2", "description"],
    ["Saldo na mutatie", "balance"],
    ["Ursprünglicher Betrag", "originalAmount"],
    ["Számlaszám", "account"],
    ["Kwota transakcji (waluta rachunku)", "amount"],
    ["Gesamtbuchungsbetrag", "amount"],
    ["T. Price", "price"],
  ])("takes %s for %s first", (heading, role) => expect(meaningsOf(heading)[0]?.role).toBe(role));

  it("leaves open what has two meanings", () => {
    const roles = meaningsOf("Valuta").map(({role}) => role);
    expect(roles).toContain("valuedOn");
    expect(roles).toContain("currency");
  });

  it("knows nothing of other words, of long texts and of nothing", () => {
    expect(meaningsOf("Zzz")).toEqual([]);
    expect(meaningsOf("date ".repeat(30))).toEqual([]);
    expect(meaningsOf("")).toEqual([]);
  });
});
