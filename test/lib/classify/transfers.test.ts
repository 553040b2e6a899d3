import {describe, expect, it} from "vitest";
import type {OwnAccount, Payment} from "../../../src/lib/classify/payment.js";
import {pairTransfers} from "../../../src/lib/classify/transfers.js";
import {payment} from "../../support/payments.js";

const accounts: readonly OwnAccount[] = [
  {account: "checking", kind: "checking", iban: "IE01 0001", holder: "Ada Muster"},
  {account: "savings", kind: "savings", iban: "IE01 0002", holder: "Ada Muster"},
  {account: "other bank", kind: "checking"},
];
const out = (changes: Partial<Payment> = {}) => payment({amountCents: -50_000, ...changes});
const into = (changes: Partial<Payment> = {}) =>
  payment({amountCents: 50_000, account: "savings", ...changes});
const pairs = (...payments: readonly Payment[]) =>
  pairTransfers(payments, accounts).map(({out, into}) => [out.id, into.id]);

describe("pairTransfers(payments, accounts)", () => {
  it("pairs what left one account with what arrived on another", () => {
    const [a, b] = [out({counterpartyIban: "IE010002"}), into({description: "Transfer"})];
    const [transfer, ...more] = pairTransfers([b, a], accounts);
    expect(more).toEqual([]);
    expect(transfer).toMatchObject({out: a, into: b, because: ["same day", "account number"]});
    expect(transfer!.certainty).toBeGreaterThan(0.95);
  });

  it("asks for more than an amount where days lie between", () => {
    expect(pairs(out(), into({date: "2025-03-06"}))).toEqual([]);
    const words = into({date: "2025-03-06", description: "Savings"});
    expect(pairs(out(), words)).toHaveLength(1);
    expect(pairs(out(), into({date: "2025-03-10", description: "Savings"}))).toEqual([]);
    expect(pairs(out(), into({date: "2025-03-02", description: "Savings"}))).toEqual([]);
  });

  it("pairs nothing that names somebody else's account, is of another currency, or of the same account", () => {
    expect(pairs(out({counterpartyIban: "DE99"}), into())).toEqual([]);
    expect(pairs(out(), into({counterpartyIban: "IE010002"}))).toEqual([]);
    expect(pairs(out(), into({currency: "USD"}))).toEqual([]);
    expect(pairs(out(), into({account: "checking"}))).toEqual([]);
    expect(pairs(out({amountCents: -50_001}), into())).toEqual([]);
  });

  it("lets an unknown number be that of an account whose own is not known", () => {
    expect(pairs(out({counterpartyIban: "DE99"}), into({account: "other bank"}))).toHaveLength(1);
  });

  it("pairs several equal ones each with its own, by their days", () => {
    const outs = ["2025-03-03", "2025-03-04"].map((date) => out({date}));
    const intos = ["2025-03-05", "2025-03-04"].map((date) =>
      into({date, counterparty: "Ada Muster"}),
    );
    expect(pairs(...outs, ...intos)).toEqual([
      [outs[0]!.id, intos[1]!.id],
      [outs[1]!.id, intos[0]!.id],
    ]);
  });

  it("uses each payment once", () => {
    expect(pairs(out(), into(), into())).toHaveLength(1);
    expect(pairs()).toEqual([]);
  });
});
