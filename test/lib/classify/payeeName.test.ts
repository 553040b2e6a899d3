import {describe, expect, it} from "vitest";
import {payeeKey, payeeName} from "../../../src/lib/classify/payeeName.js";
import {payment} from "../../support/payments.js";

describe("payeeName(payment)", () => {
  it.each([
    [
      "",
      "KARTENZAHLUNG REWE SAGT DANKE 41237//BERLIN/DE 2025-03-04 18:22",
      "Rewe Sagt Danke Berlin De",
    ],
    ["", "PAYPAL *SPOTIFY", "Spotify"],
    ["SumUp *Café Nord", "", "Café Nord"],
    ["Muster Energie GmbH & Co. KG", "Abschlag", "Muster Energie"],
    ["", "SEPA-LASTSCHRIFT EREF+8837221 MREF+M001 SVWZ+Stadtwerke Nord", "Stadtwerke Nord"],
    ["", "COMPRA TARJ. 4176XXXXXXXX1234 BAR PEPE 03/04", "Bar Pepe"],
    ["", "PAIEMENT PAR CARTE 0304 CARREFOUR PARIS", "Carrefour Paris"],
    ["Anna Muster", "Miete", "Anna Muster"],
    ["PayPal Europe S.a.r.l.", "PP.1234.PP . ZAPATOO, Ihr Einkauf bei ZAPATOO", "Zapatoo"],
    ["PayPal Europe S.a.r.l.", "PP.1234.PP . Kaufhafen", "Kaufhafen"],
    ["PAYPAL *KAUFHAFEN", "1234567890", "Kaufhafen"],
    ["Klarna Bank AB", "1234567890", "Klarna Bank"],
    ["", "12345 2025-03-04", ""],
  ])("of “%s”, “%s” is “%s”", (counterparty, description, name) => {
    expect(payeeName(payment({counterparty, description}))).toBe(name);
  });
});

describe("payeeKey(payment)", () => {
  it("is one for one shop, whatever the day and the terminal", () => {
    const keys = [
      "12.03. 18:01 K55 NORDKAUF BERLIN 44123456",
      "01/04/25 09:30 K12 Nordkauf Berlin 99",
    ].map((rest) => payeeKey(payment({description: `KARTENZAHLUNG ${rest}`})));
    expect(new Set(keys).size).toBe(1);
  });
});
