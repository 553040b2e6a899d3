import {quantileSorted} from "d3-array";
import fc from "fast-check";
import {expect, it} from "vitest";
import {pathQuantiles} from "../../../src/lib/forecasting/pathQuantiles.js";

it("pathQuantiles(paths, probabilities) interpolates between paths as d3-array does", () => {
  const value = fc.double({min: -1e9, max: 1e9, noNaN: true});
  fc.assert(
    fc.property(
      fc.array(value, {minLength: 1, maxLength: 40}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (values, probability) => {
        const paths = values.map((value) => Float64Array.of(value));
        const sorted = [...values].sort((a, b) => a - b);
        const [[quantile]] = pathQuantiles(paths, [probability]) as [[number]];
        expect(quantile).toBeCloseTo(quantileSorted(sorted, probability)!, 4);
      },
    ),
  );
});

it("pathQuantiles(paths, probabilities) has no months without paths", () => {
  expect(pathQuantiles([], [0.5])).toEqual([]);
});
