import {describe, expect, it} from "vitest";
import type {BankAccount} from "../../../scripts/import/bankView.js";
import {channelOf, insidePurposes, outsidePurpose} from "../../../scripts/import/purpose.js";
import {type CategoryName, categories} from "../../../src/lib/bank/categories.js";
import type {Classified, Decider} from "../../../src/lib/classify/classified.js";
import type {StatementRow} from "../../../src/lib/statements/statement.js";

const person = {ownerKind: "individual"} as BankAccount;
const company = {ownerKind: "company"} as BankAccount;

function classified(amountCents: number, by: Decider = "rule", certainty = 1) {
  return {by, certainty, why: "it says so", payment: {amountCents}} as Classified;
}

describe("outsidePurpose(category, classified, account)", () => {
  it("keeps what is decided and fits the account", () => {
    expect(outsidePurpose("groceries", classified(-100), person)).toEqual({category: "groceries"});
    expect(outsidePurpose("vat", classified(-100), company)).toEqual({category: "vat"});
    expect(outsidePurpose("salary", classified(100), person)).toEqual({category: "salary"});
  });

  it("books own money elsewhere as people's own accounts elsewhere", () => {
    const booked = (category: CategoryName) =>
      outsidePurpose(category, classified(-100), person).category;
    expect(
      ["saving", "brokerage_funding", "trade"].map((each) => booked(each as CategoryName)),
    ).toEqual(["household", "household", "household"]);
    expect(outsidePurpose("saving", classified(-100), company)).toEqual({category: "saving"});
  });

  it("doubts what nothing decides, a guess, and what no account of the kind has", () => {
    expect(outsidePurpose(undefined, classified(-100, "nothing", 0), person)).toEqual({
      category: "peer",
      doubt: "no rule knows it",
    });
    expect(outsidePurpose(undefined, classified(100, "nothing", 0), company).category).toBe(
      "invoice",
    );
    expect(outsidePurpose("health", classified(-100, "guess", 0.8), person)).toEqual({
      category: "health",
      doubt: "guessed, 80% certain: it says so",
    });
    expect(outsidePurpose("health", classified(-100, "guess", 0.4), person).category).toBe("peer");
    expect(outsidePurpose("groceries", classified(-100), company)).toEqual({
      category: "vendor",
      doubt: "Groceries is nothing that companies have here",
    });
  });

  it("gives each category that no rule of the bank forbids across its border, to each kind of owner", () => {
    for (const name of Object.keys(categories) as CategoryName[]) {
      for (const account of [person, company]) {
        for (const cents of [-100, 100]) {
          const {category} = outsidePurpose(name, classified(cents), account);
          const {owner} = categories[category];
          expect(["both", account === person ? "person" : "company"]).toContain(owner);
          expect(["trade", "payroll"]).not.toContain(category);
          if (category === "salary") expect(cents).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe("insidePurposes(category, payer, payee)", () => {
  it("names both sides as the simulation does", () => {
    expect(insidePurposes("salary", company, person)).toEqual(["payroll", "salary"]);
    expect(insidePurposes("vendor", company, company)).toEqual(["vendor", "invoice"]);
    expect(insidePurposes("groceries", person, person)).toEqual(["peer", "peer"]);
    expect(insidePurposes("groceries", person, company)).toEqual(["groceries", "invoice"]);
    expect(insidePurposes("salary", person, company)).toEqual(["peer", "invoice"]);
    expect(insidePurposes(undefined, company, person)).toEqual(["vendor", "peer"]);
  });
});

describe("channelOf(row, category)", () => {
  const said = (category: CategoryName, description: string) =>
    channelOf({category: "", description} as StatementRow, category);

  it("is what the bank's words say, else what is usual for the purpose", () => {
    expect(said("groceries", "Kartenzahlung girocard")).toBe("card");
    expect(said("groceries", "SEPA-Lastschrift")).toBe("direct_debit");
    expect(said("utilities", "Überweisung")).toBe("credit_transfer");
    expect(said("rent", "Mai")).toBe("credit_transfer");
    expect(said("clothing", "PayPal Europe")).toBe("e_money");
  });

  it("is a book entry for fees and interest, and cash for cash alone", () => {
    expect(said("fee", "card fee")).toBe("book");
    expect(said("cash", "card at the machine")).toBe("cash");
    expect(said("groceries", "Bargeld am Geldautomat")).toBe("card");
  });
});
