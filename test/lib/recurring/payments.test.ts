import {describe, expect, it} from "vitest";
import {placeOf} from "../../../src/lib/recurring/payments.js";

describe("placeOf(day, cents)", () => {
  it("tells days and signed amounts of any size apart", () => {
    const days = [0, 1, 2, 19_000, 19_001, 19_002, 47_000];
    const sizes = [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, 2 ** 32, 2 ** 32 + 1, 2 ** 33, 1e14];
    const cents = new Set(sizes.flatMap((size) => [size, 0 - size]));
    const places = days.flatMap((day) => [...cents].map((amount) => placeOf(day, amount)));
    expect(new Set(places).size).toBe(days.length * cents.size);
  });

  it("is the same for the same day and amount", () => {
    for (const cents of [-1e14, -(2 ** 31), -1, 0, 1, 2 ** 31, 1e14])
      expect(placeOf(19_000, cents)).toBe(placeOf(19_000, cents));
  });
});
