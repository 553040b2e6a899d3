import {describe, expect, it} from "vitest";
import type {CategoryName} from "../../../../src/lib/bank/categories.js";
import {classifyPayments} from "../../../../src/lib/classify/classify.js";
import {plainWords} from "../../../../src/lib/classify/plainWords.js";
import type {Condition} from "../../../../src/lib/classify/rule.js";
import {shippedRules} from "../../../../src/lib/classify/shipped/shippedRules.js";
import {payment} from "../../../support/payments.js";

const rules = shippedRules();
const rowOf = (description: string, amountCents: number) =>
  classifyPayments([payment({description, amountCents})], {rules: [], shipped: rules})[0]!;

/** Lines as banks of each country write them; money in where the amount says so. */
const lines: readonly (readonly [string, number, CategoryName])[] = [
  ["REWE SAGT DANKE 41237//BERLIN/DE 2025-03-04", -2340, "groceries"],
  ["DAUERAUFTRAG MIETE WOHNUNG 4", -85_000, "rent"],
  ["LOHN / GEHALT 04/25", 240_000, "salary"],
  ["Bargeldauszahlung GA NR00012345 BLZ 37050198", -10_000, "cash"],
  ["Familienkasse Kindergeld KG123", 25_500, "benefit"],
  ["PRLV SEPA FREE MOBILE", -1999, "communications"],
  ["VIR SALAIRE MARS SARL DUPONT", 198_000, "salary"],
  ["LOYER AVRIL", -72_000, "rent"],
  ["FRAIS TENUE DE COMPTE", -200, "fee"],
  ["COMPRA TARJ. 4940 MERCADONA VALENCIA", -4400, "groceries"],
  ["RECIBO MAPFRE SEGUROS", -21_000, "insurance"],
  ["TRASPASO CUENTA AHORRO", -10_000, "saving"],
  ["ADDEBITO SDD ENEL ENERGIA", -7100, "utilities"],
  ["PENSIONE INPS", 110_000, "pension"],
  ["TRATTORIA DA MARIO", -3300, "restaurants"],
  ["NS GROEP IZ NS REIZIGERS", -1200, "transport"],
  ["Zorgverzekeraar VGZ premie", -13_800, "insurance"],
  ["Belastingdienst", -21_000, "income_tax"],
  ["LEVANTAMENTO MB LISBOA", -4000, "cash"],
  ["COMPRA CONTINENTE LISBOA", -3300, "groceries"],
  ["Lön mars", 2_800_000, "salary"],
  ["Apoteket Hjärtat Stockholm", -12_000, "health"],
  ["Husleje april", -700_000, "rent"],
  ["TRYG FORSIKRING", -30_000, "insurance"],
  ["Vuokra huhtikuu", -85_000, "rent"],
  ["HSL MOBIILI", -6000, "transport"],
  ["Wypłata z bankomatu", -20_000, "cash"],
  ["PKN ORLEN STACJA 123", -25_000, "transport"],
  ["Mzda 03/2025", 4_200_000, "salary"],
  ["Lékárna U Anděla", -20_000, "health"],
  ["Lønn april", 3_500_000, "salary"],
  ["TFL TRAVEL CH", -280, "transport"],
  ["INTEREST PAID", 320, "interest"],
  ["NETFLIX.COM", -1299, "subscriptions"],
  ["AMAZON PRIME*AB12", -899, "subscriptions"],
  ["UBER *EATS", -2400, "restaurants"],
  ["UBER *TRIP", -1400, "transport"],
  ["H & M 123 DUBLIN", -2500, "clothing"],
  ["PayPal Europe S.a.r.l. et Cie S.C.A. Elektrino", -2500, "peer"],
];

describe("shippedRules()", () => {
  it.each(lines.slice(0, -1))("knows “%s” of %i cents as %s", (description, cents, category) => {
    expect(rowOf(description, cents).category).toBe(category);
  });

  it("does not take the legal form of a payment service for a shop", () => {
    expect(rowOf(lines.at(-1)![0], -2500).by).toBe("nothing");
  });

  it("gives known payees their clean name", () => {
    expect(rowOf("TESCO STORES 3211 LONDON", -2200).payee).toBe("Tesco");
    expect(rowOf("DB VERTRIEB GMBH", -3900).payee).toBe("DB Vertrieb");
  });

  it("lets the name of a payee decide over a common word beside it", () => {
    expect(rowOf("REWE MARKT RESTAURANT TAXI", -2500).category).toBe("groceries");
  });

  it("knows at least a thousand payees, and words for each category that a person pays or gets", () => {
    const names = rules
      .filter(({actions}) => actions.payee)
      .flatMap(({condition}) => textsOf(condition));
    expect(names.length).toBeGreaterThan(1000);
    const known = new Set(rules.map(({actions}) => actions.category));
    const missing = ["equipment", "invoice", "vendor"];
    for (const category of missing) expect(known).not.toContain(category);
  });

  it("says nothing twice, but where the direction of the money tells the two apart", () => {
    const seen = new Map<string, string>();
    const twice = rules.flatMap((rule) => {
      const sign = JSON.stringify(rule.condition).match(/"sign":"(in|out)"/)?.[1] ?? "any";
      return textsOf(rule.condition).flatMap((text) => {
        // a star at the end of the word is another phrase
        const [before, after] = [/^\*/.exec(text) ?? "", /\*$/.exec(text) ?? ""];
        const words = `${before}${plainWords(text).join(" ")}${after}`;
        const phrase = `${rule.stage} ${sign} ${words}`;
        const known = seen.get(phrase);
        seen.set(phrase, rule.actions.category!);
        return known && known !== rule.actions.category
          ? [`${text}: ${known}, ${rule.actions.category}`]
          : [];
      });
    });
    expect(twice).toEqual([]);
  });
});

function textsOf(condition: Condition): readonly string[] {
  if (condition.kind === "text") return condition.comparison === "contains" ? condition.values : [];
  if (condition.kind === "and" || condition.kind === "or")
    return condition.conditions.flatMap(textsOf);
  return condition.kind === "not" ? textsOf(condition.condition) : [];
}
