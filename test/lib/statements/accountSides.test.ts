import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {readStatement} from "../../../src/lib/statements/readStatement.js";

const accounts = (bytes: Uint8Array) =>
  readStatement(bytes).rows.map(({account, counterpartyAccount}) => [account, counterpartyAccount]);
const fixture = (name: string) =>
  accounts(readFileSync(join(projectRoot, "test/fixtures/statements", `${name}.csv`)));
const read = (text: string) => accounts(new TextEncoder().encode(text));

describe("the accounts of a row", () => {
  it("are told by the number that is on either side, where a bank writes from which to which money went", () => {
    const own = "12124000000000000000000001";
    expect(fixture("pl-from-to-accounts")).toEqual([
      [own, ""],
      [own, "12102010260000000000000000"],
    ]);
    const [mine, landlord, firm] = [
      "DE89370400440532013000",
      "DE02120300000000202051",
      "DE02120300000000202052",
    ];
    const rows = [
      `25.03.2024;Miete;-500,00;DE89 3704 0044 0532 0130 00;${landlord}`,
      `24.03.2024;Lohn;1.000,00;${firm};${mine}`,
    ];
    expect(read(`Datum;Text;Betrag;From account;To account\n${rows.join("\n")}\n`)).toEqual([
      ["DE89 3704 0044 0532 0130 00", landlord],
      [mine, firm],
    ]);
  });

  it("are as the headings say, where the number stands in its own column", () => {
    expect(fixture("nl-many-columns")).toEqual([
      ["NL44RABO0123456789", "NL91ABNA0417164300"],
      ["NL44RABO0123456789", "NL20INGB0001234567"],
    ]);
    const rows = [
      "2024-03-25,Fee,-1.00,DE89370400440532013000,DE89370400440532013000",
      "2024-03-24,Rent,-5.00,DE89370400440532013000,DE02120300000000202051",
    ];
    expect(read(`Date,Text,Amount,Own account,Counterparty IBAN\n${rows.join("\n")}\n`)).toEqual([
      ["DE89370400440532013000", "DE89370400440532013000"],
      ["DE89370400440532013000", "DE02120300000000202051"],
    ]);
  });

  it.each([
    ["de-account-and-its-name", "DE89370400440532013000"],
    ["uk-guarded-numbers", "601234-12345678"],
    ["ie-short-years", "12345678"],
    ["neobank-business", "EUR Main"],
    ["fr-account-with-balance", "Compte de chèques ****1234"],
  ])("name the number rather than its name, a card or a balance beside: %s", (name, account) => {
    expect(fixture(name).map(([own]) => own)).toEqual([account, account]);
  });
});
