import {describe, expect, it} from "vitest";
import {readStatement} from "../../../src/lib/statements/readStatement.js";
import {between, chance, pick, stream} from "../../../src/lib/stream.js";

const prices = (lines: readonly string[]) =>
  readStatement(new TextEncoder().encode(lines.join("\n"))).trades.map(({price}) => price);

describe("a price that the file does not have", () => {
  const head = "Date,Action,Symbol,Shares,Fee,Total";

  it("is what was paid for one, without the fee that is in the amount", () => {
    const rows = ["2025-01-31,Buy,A,3,1.50,-61.50", "2025-02-03,Sell,A,3,1.50,64.50"];
    expect(prices([head, ...rows])).toEqual(["20", "22"]);
  });

  it("is the amount for one where the fee is beside, as rounder prices tell, or the balance", () => {
    const rows = ["2025-01-31,Buy,A,3,1.00,-60.00", "2025-02-03,Sell,A,3,1.00,66.00"];
    expect(prices([head, ...rows])).toEqual(["20", "22"]);
    const balanced = [
      "2025-01-31,Buy,A,4,1.00,-80.00,919.00",
      "2025-02-03,Sell,A,4,1.00,88.00,1006.00",
    ];
    expect(prices([`${head},Balance`, ...balanced])).toEqual(["20", "22"]);
    const inside = [
      "2025-01-31,Buy,A,4,1.00,-80.00,920.00",
      "2025-02-03,Sell,A,4,1.00,88.00,1008.00",
    ];
    expect(prices([`${head},Balance`, ...inside])).toEqual(["19.75", "22.25"]);
  });

  it("is of the gross amount where there is one, and without taxes where there is none", () => {
    const gross = "2025-01-31,Buy,A,3,1.00,60.00,-61.00";
    expect(prices(["Date,Action,Symbol,Shares,Fee,Gross amount,Net amount", gross])).toEqual([
      "20",
    ]);
    const taxed = "2025-01-31,Sell,A,3,1.00,2.00,57.00";
    expect(prices(["Date,Action,Symbol,Shares,Fee,Tax,Total", taxed])).toEqual(["20"]);
  });

  it("is the drawn one, with fees inside or beside", () => {
    for (let seed = 0; seed < 200; seed++) {
      const draw = stream(seed, "derived prices");
      const isBeside = chance(draw, 0.5);
      const drawn = Array.from({length: between(draw, 3, 12)}, (_, at) => {
        const [isSold, count] = [chance(draw, 0.4), pick(draw, [3, 6, 7, 11, 13, 17])];
        const [cents, fee] = [between(draw, 200, 90_000), between(draw, 1, 900)];
        const paid = cents * count + (isBeside ? 0 : isSold ? -fee : fee);
        const action = isSold ? "Sell" : "Buy";
        const row = `2025-03-${at + 10},${action},A,${count},${fee / 100},${isSold ? "" : "-"}${paid / 100}`;
        return {row, price: String(cents / 100)};
      });
      const got = prices([head, ...drawn.map(({row}) => row)]);
      expect(got, `seed ${seed}`).toEqual(drawn.map(({price}) => price));
    }
  });
});
