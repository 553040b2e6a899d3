import {describe, expect, it} from "vitest";
import type {Payment} from "../../../src/lib/classify/payment.js";
import {tieRefunds} from "../../../src/lib/classify/refunds.js";
import {payment} from "../../support/payments.js";

const shop = (date: string, amountCents: number, counterparty = "Zapatoo") =>
  payment({date, amountCents, counterparty});
const ties = (...payments: readonly Payment[]) =>
  tieRefunds(payments).map(({refund, purchase}) => [refund.date, purchase.date]);

describe("tieRefunds(payments)", () => {
  it("ties a refund to the purchase of its amount, not to the latest", () => {
    const purchases = [shop("2025-03-01", -4395), shop("2025-03-10", -9900)];
    expect(ties(...purchases, shop("2025-03-20", 4395))).toEqual([["2025-03-20", "2025-03-01"]]);
  });

  it("ties a part to a purchase that was larger", () => {
    const purchases = [shop("2025-03-01", -4395), shop("2025-03-02", -1000)];
    expect(ties(...purchases, shop("2025-03-20", 2000))).toEqual([["2025-03-20", "2025-03-01"]]);
  });

  it("gives each refund a purchase of its own", () => {
    const purchases = [shop("2025-03-01", -1000), shop("2025-03-05", -1000)];
    const refunds = [shop("2025-03-06", 1000), shop("2025-03-09", 1000), shop("2025-03-10", 1000)];
    const found = ties(...purchases, ...refunds);
    expect(found).toHaveLength(2);
    expect(new Set(found.map(([, purchase]) => purchase)).size).toBe(2);
  });

  it("ties nothing of another payee, from before, from long ago, or larger", () => {
    const purchase = shop("2025-03-01", -1000);
    expect(ties(purchase, shop("2025-03-05", 1000, "Elektrino"))).toEqual([]);
    expect(ties(purchase, shop("2025-02-28", 1000))).toEqual([]);
    expect(ties(purchase, shop("2025-08-01", 1000))).toEqual([]);
    expect(ties(purchase, shop("2025-03-05", 1001))).toEqual([]);
    expect(ties(payment({amountCents: -5}), payment({amountCents: 5}))).toEqual([]);
  });
});
