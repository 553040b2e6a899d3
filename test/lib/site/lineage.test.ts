import {describe, expect, it} from "vitest";
import {type LineageNode, lineageOf} from "../../../src/lib/site/lineage.js";

const node = (id: string, reads: readonly string[] = []): LineageNode => ({
  id,
  kind: id.split(":")[0] as LineageNode["kind"],
  name: id.split(":")[1]!,
  text: null,
  path: null,
  file: null,
  measures: [],
  reads,
});

/** A page with a figure of a dataset, which reads a table that is derived from another. */
const lineage = lineageOf([
  node("page:p", ["figure:f"]),
  node("figure:f", ["dataset:d"]),
  node("dataset:d", ["column:months.sum"]),
  node("dataset:e", ["column:legs.day"]),
  node("table:months", ["column:legs.amount"]),
  node("column:months.sum"),
  node("table:legs"),
  node("column:legs.amount"),
  node("column:legs.day"),
]);

const told = (id: string, direction: "made" | "uses") =>
  Object.values(lineage.around(id)[direction])
    .flat()
    .map(({node, isNear}) => `${node.id}${isNear ? "" : " (behind)"}`);

describe("lineageOf(nodes).around(id)", () => {
  it("goes down to tables and columns, and to those behind a derived table", () => {
    expect(told("page:p", "made")).toEqual([
      "figure:f",
      "dataset:d",
      "table:months",
      "table:legs (behind)",
      "column:months.sum",
    ]);
  });

  it("goes up from a table to what reads it, and to what is made of a table derived from it", () => {
    expect(told("table:legs", "uses")).toEqual([
      "page:p (behind)",
      "figure:f (behind)",
      "dataset:e",
      "dataset:d (behind)",
      "table:months",
    ]);
    expect(told("table:legs", "made")).toEqual(["column:legs.amount", "column:legs.day"]);
  });

  it("tells columns of one table apart", () => {
    expect(told("column:legs.day", "uses")).toEqual(["dataset:e"]);
    expect(told("column:legs.amount", "uses")).not.toContain("dataset:e");
  });

  it("throws on a name that is none", () => {
    expect(() => lineage.around("table:leg")).toThrow("no such name: table:leg");
  });
});
