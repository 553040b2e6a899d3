import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {CategoryName} from "../../../src/lib/bank/categories.js";
import {type Correction, learn, mostCertain} from "../../../src/lib/classify/model.js";
import {between, pick, stream} from "../../../src/lib/stream.js";
import {payment, somePayment} from "../../support/payments.js";

const corrected = (category: CategoryName, description: string): Correction => ({
  payment: payment({description}),
  category,
});
const few = [
  corrected("groceries", "NORDKAUF BERLIN"),
  corrected("groceries", "SOLMARKT HAMBURG"),
  corrected("recreation", "KLETTERHALLE BERLIN"),
];

describe("learn(corrections)", () => {
  it("guesses a payee like those that were corrected, and says by which words", () => {
    const guess = learn(few)(payment({description: "NORDKAUF MUNICH 4412"}));
    expect(guess).toMatchObject({category: "groceries", because: ["nordkauf", "nordk…"]});
  });

  it("knows a word that a terminal has cut", () => {
    expect(learn(few)(payment({description: "KLETTERHAL"}))?.category).toBe("recreation");
  });

  it("guesses nothing where it knows no word, and nothing from nothing", () => {
    expect(learn(few)(payment({description: "UNHEARD"}))).toBeUndefined();
    expect(learn([])(payment({description: "NORDKAUF"}))).toBeUndefined();
  });

  it("guesses nothing from corrections of one category: all would be of that one", () => {
    expect(learn(few.slice(0, 2))(payment({description: "NORDKAUF BERLIN"}))).toBeUndefined();
  });

  it("is never as certain as a rule", () =>
    fc.assert(
      fc.property(
        fc.array(somePayment, {minLength: 1, maxLength: 20}),
        somePayment,
        (known, one) => {
          const corrections = known.map((payment, at) => ({
            payment,
            category: (["groceries", "travel"] as const)[at % 2]!,
          }));
          const guess = learn(corrections)(one);
          if (!guess) return;
          expect(guess.certainty).toBeGreaterThan(0);
          expect(guess.certainty).toBeLessThanOrEqual(mostCertain);
        },
      ),
    ));

  it("learns the same in whatever order corrections came", () => {
    const one = payment({description: "NORDKAUF HAMBURG"});
    const back = learn([...few].reverse())(one)!;
    const guess = learn(few)(one)!;
    expect(back.category).toBe(guess.category);
    expect(back.certainty).toBeCloseTo(guess.certainty, 12);
  });

  it("is right about as often as it is certain, also where a word tells little", () => {
    // Shop a is always groceries, shop b half of the time: the best that can be known.
    const draw = stream(1, "model");
    const make = (): Correction => {
      const shop = pick(draw, ["SHOPALPHA", "SHOPBETA"]);
      const isGroceries = shop === "SHOPALPHA" || draw() < 0.5;
      return {
        payment: payment({description: shop, amountCents: -between(draw, 100, 9000)}),
        category: isGroceries ? "groceries" : "travel",
      };
    };
    const guess = learn(Array.from({length: 300}, make));
    const tried = Array.from({length: 1000}, make).map(({payment, category}) => {
      const {category: guessed, certainty} = guess(payment)!;
      return {
        isRight: guessed === category,
        certainty,
        isSure: payment.description === "SHOPALPHA",
      };
    });
    for (const isSure of [true, false]) {
      const some = tried.filter((one) => one.isSure === isSure);
      const right = some.filter((one) => one.isRight).length / some.length;
      const certain = some.reduce((sum, {certainty}) => sum + certainty, 0) / some.length;
      expect(Math.abs(right - certain)).toBeLessThan(0.12);
    }
  });
});
