import {describe, expect, it} from "vitest";
import {barChart} from "../../src/components/barChart.js";
import {dataTable} from "../../src/components/dataTable.js";
import {dotPlot} from "../../src/components/dotPlot.js";
import {figure} from "../../src/components/figure.js";
import {heatmap} from "../../src/components/heatmap.js";
import {histogram} from "../../src/components/histogram.js";
import {lineChart} from "../../src/components/lineChart.js";
import {numberCard} from "../../src/components/numberCard.js";
import {partBars} from "../../src/components/partBars.js";
import {picker} from "../../src/components/picker.js";
import {rankedBars} from "../../src/components/rankedBars.js";
import {segmented} from "../../src/components/segmented.js";
import {slider} from "../../src/components/slider.js";
import {stackedShares} from "../../src/components/stackedShares.js";
import {surplusChart} from "../../src/components/surplusChart.js";
import {waterfall} from "../../src/components/waterfall.js";
import {page} from "../support/page.js";

const {document} = page();
const rows = [{city: "Porto", month: "2026-01-01", customer_count: 2}];

/** As a cell calls a component, which the compiler does not see. */
type Call = (...given: unknown[]) => unknown;

const charts = {
  barChart,
  dotPlot,
  heatmap,
  histogram,
  lineChart,
  partBars,
  rankedBars,
  stackedShares,
  surplusChart,
  waterfall,
  dataTable,
} as unknown as Readonly<Record<string, Call>>;

const elements = {figure, numberCard, picker, segmented, slider} as unknown as Readonly<
  Record<string, Call>
>;

describe("a component that is given an option it does not know", () => {
  it.each(Object.entries(charts))("%s says so, with the nearest name", (_, draw) => {
    expect(() => draw(rows, {width: 600, documnet: document})).toThrow(
      "no option documnet (did you mean document?)",
    );
  });

  it.each(Object.entries(elements))("%s says so, with the nearest name", (_, draw) => {
    expect(() => draw({id: "x", rows, documnet: document})).toThrow(/no option (documnet|id|rows)/);
    expect(() => draw({documnet: document})).toThrow("(did you mean document?)");
  });

  it("names those that there are where none is near", () => {
    const draw = rankedBars as unknown as Call;
    const options = {width: 600, label: "city", value: "customer_count", series: "month"};
    expect(() => draw(rows, options)).toThrow(
      "no option series (there are width, height, document, label, value, color, format, name, href, level, extent)",
    );
  });

  it("says it where the chart would stand, and the page goes on", () => {
    const draw = rankedBars as unknown as Call;
    const root = figure({
      id: "cities",
      finding: "Cities",
      rows,
      chart: (rows, options) =>
        draw(rows, {...options, label: "city", valu: "customer_count"}) as HTMLElement,
      document,
    });
    expect(root.querySelector(".message.is-error")?.textContent).toContain(
      "no option valu (did you mean value?)",
    );
  });

  it("counts what is said of a column of a table among them", () => {
    const draw = dataTable as unknown as Call;
    expect(() => draw(rows, {columns: [{key: "city", lable: "City"}], document})).toThrow(
      "no option lable (did you mean label?)",
    );
  });
});

describe("lineChart(rows, {x}) with numbers on x", () => {
  const over = (values: readonly number[]) => () =>
    lineChart(
      values.map((at) => ({at, value: 1})),
      {width: 600, x: "at", y: "value", document},
    );

  it("says what it wants where they are weekdays or years", () => {
    const said = "x is no time: 1 (a date, or a text as 2026-10-31; barChart draws over any names)";
    expect(over([1, 2, 3])).toThrow(said);
    expect(over([2024, 2025])).toThrow("x is no time: 2024");
  });

  it("takes milliseconds, also those of 1970", () => {
    expect(over([Date.UTC(2026, 0), Date.UTC(2026, 1)])).not.toThrow();
    expect(over([0, Date.UTC(1970, 5)])).not.toThrow();
  });
});
