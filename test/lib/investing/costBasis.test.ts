import {describe, expect, it} from "vitest";
import {formatScaled} from "../../../src/lib/investing/decimal.js";
import {trails} from "../../../src/lib/investing/trail.js";
import {formatEur} from "../../../src/lib/money.js";
import {expectTrue} from "./arithmetic.js";
import {costBasisCases} from "./costBasisCases.js";
import {casesIn} from "./ledgerTable.js";

const cases = casesIn(costBasisCases);

describe("trails(trades, splits, {method})", () => {
  it("is held to at least thirty hand-worked cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
  });

  for (const {title, methods, trades, splits, expected} of cases) {
    for (const method of methods) {
      it(`${method}: ${title}`, () => {
        const [trail] = trails(trades, splits, {method});
        const found = trail!.rows.map(({heldE6, basis, realized}) => [
          formatScaled(heldE6, 6),
          formatEur(basis.costCents),
          formatEur(realized.gainCents),
        ]);
        expect(found).toEqual(
          expected.map((cells) => cells.slice(0, 3).map((cell) => cell.replace("−", "-"))),
        );
        for (const cells of expected) expectTrue(cells[3]!);
      });
    }
  }
});
