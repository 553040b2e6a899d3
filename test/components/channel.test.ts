import {describe, expect, it} from "vitest";
import {type Channel, reader} from "../../src/components/channel.js";
import {dataTable} from "../../src/components/dataTable.js";
import {lineChart} from "../../src/components/lineChart.js";
import {rankedBars} from "../../src/components/rankedBars.js";
import {page} from "../support/page.js";

interface City {
  readonly city: string;
  readonly customer_count?: number;
}

const cities: readonly City[] = [{city: "Porto"}, {city: "Dublin", customer_count: 3}];

describe("reader(channel, rows)", () => {
  it("reads a column that some rows lack, and a function of the row", () => {
    const count = reader<City, number | undefined>("customer_count", cities);
    expect(cities.map(count)).toEqual([undefined, 3]);
    expect(reader<City, string>((row) => row.city, cities)(cities[0]!)).toBe("Porto");
  });

  it("asks nothing of no rows", () => {
    expect(() => reader<City, string>("town" as Channel<City, string>, [])).not.toThrow();
  });

  it("throws on a column that no row has, with the nearest name or those that there are", () => {
    const read = (name: string) => () =>
      reader(name as keyof City, [{city: "Porto", customer_count: 2}]);
    expect(read("customer_cnt")).toThrow("no column customer_cnt (did you mean customer_count?)");
    expect(read("population")).toThrow("no column population (there are city, customer_count)");
  });
});

describe("a component that is given a column that its rows lack", () => {
  const rows = [{city: "Porto", month: "2026-01-01", customer_count: 2}];
  type Key = keyof (typeof rows)[0];
  const {document} = page();
  const wrong = "customer_cnt" as Key;

  it.each([
    ["rankedBars", () => rankedBars(rows, {width: 600, label: "city", value: wrong, document})],
    ["lineChart", () => lineChart(rows, {width: 600, x: "month", y: wrong, document})],
    ["dataTable", () => dataTable(rows, {columns: [{key: wrong}], document})],
    ["dataTable that is sorted", () => dataTable(rows, {sort: {key: wrong}, document})],
  ])("%s says so instead of drawing dashes", (_, draw) => {
    expect(draw).toThrow("no column customer_cnt (did you mean customer_count?)");
  });
});
