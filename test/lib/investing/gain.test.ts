import {describe, expect, it} from "vitest";
import {type Gain, gainOf} from "../../../src/lib/investing/gain.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {formatEur} from "../../../src/lib/money.js";
import {expectTrue} from "./arithmetic.js";
import {casesIn} from "./ledgerTable.js";

/** Columns: realized gain, its price effect, its currency effect, arithmetic. */
const cases = casesIn(`
# both: in euro all gain is price
buy 10 @ 10.00 fee 1.00            | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 12.00 fee 1.00           | 18.00  | 18.00  | 0.00   | 10 × 12.00 − 1.00 − 101.00 = 18.00; 100.00 × 1 − 100.00 = 0.00

# both: the dollar rises, the price does not move
buy 10 @ 100.00 usd 0.90           | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 100.00 usd 0.95          | 50.00  | 0.00   | 50.00  | 1000.00 × 0.95 − 900.00 = 50.00

# both: the price rises, the dollar does not move
buy 10 @ 100.00 usd 0.90           | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 110.00 usd 0.90          | 90.00  | 90.00  | 0.00   | 100.00 × 0.90 = 90.00; 1000.00 × 0.90 − 900.00 = 0.00

# both: price and dollar rise, and the gain in dollars counts at today's rate
buy 10 @ 100.00 usd 0.90           | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 110.00 usd 0.95          | 145.00 | 95.00  | 50.00  | 1100.00 × 0.95 − 900.00 = 145.00; 1000.00 × 0.95 − 900.00 = 50.00; 100.00 × 0.95 = 95.00

# both: the price rises and the dollar falls by more
buy 10 @ 100.00 usd 0.90           | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 110.00 usd 0.80          | −20.00 | 80.00  | −100.00 | 1100.00 × 0.80 − 900.00 = −20.00; 1000.00 × 0.80 − 900.00 = −100.00

# both: commissions count to the price
buy 10 @ 100.00 usd 0.90 fee 4.00  | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 100.00 usd 0.95 fee 6.00 | 40.00  | −10.00 | 50.00  | 950.00 − 6.00 − 904.00 = 40.00; 1000.00 × 0.95 − 900.00 = 50.00; 0 − 4.00 − 6.00 = −10.00

# both: a quarter of the shares has a quarter of the effects
buy 8 @ 100.00 usd 0.90            | 0.00   | 0.00   | 0.00   | 0 = 0
sell 2 @ 120.00 usd 1.00           | 60.00  | 40.00  | 20.00  | 240.00 − 180.00 = 60.00; 200.00 × 1.00 − 180.00 = 20.00

# average: two purchases at two rates share one rate
buy 1 @ 100.00 usd 0.80            | 0.00   | 0.00   | 0.00   | 0 = 0
buy 1 @ 100.00 usd 1.00            | 0.00   | 0.00   | 0.00   | 0 = 0
sell 1 @ 100.00 usd 1.00           | 10.00  | 0.00   | 10.00  | 100.00 × 1.00 − (80.00 + 100.00) ÷ 2 = 10.00

# fifo: the first of the two has its own rate
buy 1 @ 100.00 usd 0.80            | 0.00   | 0.00   | 0.00   | 0 = 0
buy 1 @ 100.00 usd 1.00            | 0.00   | 0.00   | 0.00   | 0 = 0
sell 1 @ 100.00 usd 1.00           | 20.00  | 0.00   | 20.00  | 100.00 × 1.00 − 80.00 = 20.00

# both: a split moves neither effect
buy 5 @ 100.00 usd 0.90            | 0.00   | 0.00   | 0.00   | 0 = 0
split 1:2                          | 0.00   | 0.00   | 0.00   | 0 = 0
sell 10 @ 55.00 usd 0.95           | 72.50  | 47.50  | 25.00  | 550.00 × 0.95 − 450.00 = 72.50; 500.00 × 0.95 − 450.00 = 25.00
`);

const cells = (gain: Gain) => [
  formatEur(gain.gainCents),
  formatEur(gain.priceEffectCents),
  formatEur(gain.currencyEffectCents),
];

describe("trails(trades) divides each realized gain into price and currency", () => {
  for (const {title, methods, trades, splits, expected} of cases) {
    for (const method of methods) {
      it(`${method}: ${title}`, () => {
        const [trail] = trails(trades, splits, {method});
        expect(trail!.rows.map(({realized}) => cells(realized))).toEqual(
          expected.map((row) => row.slice(0, 3).map((cell) => cell.replace("−", "-"))),
        );
        for (const row of expected) expectTrue(row[3]!);
      });
    }
  }
});

describe("gainOf(worthCents, basis, rateE6)", () => {
  it("divides an unrealized gain in the same way", () => {
    const basis = {costCents: 900_00, paidCents: 900_00, paidLocalCents: 1000_00};
    expect(cells(gainOf(1045_00, basis, 950_000))).toEqual(["145.00", "95.00", "50.00"]);
  });

  it("gives nothing for nothing", () => {
    const nothing = {costCents: 0, paidCents: 0, paidLocalCents: 0};
    expect(gainOf(0, nothing, 950_000)).toEqual({
      gainCents: 0,
      priceEffectCents: 0,
      currencyEffectCents: 0,
    });
  });
});
