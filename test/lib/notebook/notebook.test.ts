import {describe, expect, it} from "vitest";
import {
  type Cell,
  freeName,
  inOrder,
  neededFor,
  problemsOf,
  toRun,
} from "../../../src/lib/notebook/notebook.js";

const sql = (name: string, source: string): Cell => ({name, kind: "sql", source});
const input = (name: string): Cell => ({name, kind: "input", source: "kind: number"});

describe("toRun(cells, changed)", () => {
  const cells = [
    sql("last", "from middle"),
    input("days"),
    sql("first", "select $days as n"),
    sql("middle", "from first"),
    sql("apart", "select 'first'"),
  ];

  it("is what depends on the change, in the order of dependence, and nothing else", () => {
    expect(toRun(cells, "first")).toEqual(["first", "middle", "last"]);
    expect(toRun(cells, "apart")).toEqual(["apart"]);
    expect(toRun(cells, "days")).toEqual(["first", "middle", "last"]);
    expect(toRun(cells, "gone")).toEqual([]);
  });

  it("neededFor(cells, name) is what it reads, at any distance, before it", () => {
    expect(neededFor(cells, "last")).toEqual(["first", "middle", "last"]);
    expect(neededFor(cells, "first")).toEqual(["first"]);
  });
});

describe("problemsOf(cells)", () => {
  it("finds nothing wrong in an ordinary notebook", () => {
    expect(problemsOf([input("a"), sql("b", "select $a"), sql("c", "from b, bank.users")])).toEqual(
      [],
    );
  });

  it("names a circle by its way, and runs none of it", () => {
    const cells = [sql("a", "from c"), sql("b", "from a"), sql("c", "from b"), sql("d", "from a")];
    const problems = problemsOf(cells);
    expect(problems.map(({cell}) => cell)).toEqual(["a", "c", "b"]);
    expect(problems[0]).toEqual({
      cell: "a",
      message:
        "cells read each other in a circle: a reads c reads b reads a (let one of them read something else)",
      place: {from: 5, to: 6},
    });
    expect(inOrder(cells).order).toEqual(["d"]);
    expect(problemsOf([sql("a", "from a")])[0]?.message).toMatch(/a reads a \(/);
  });

  it("says a name twice, a name that SQL would not take, and an input that is not there", () => {
    const cells = [sql("a", "select 1"), sql("a", "select 2"), sql("A b", "select $dayz")];
    expect(problemsOf(cells).map(({message}) => message)).toEqual([
      "a name twice: a (give one of the two cells another)",
      'invalid name of a cell: "A b" (write lower-case letters, digits and _)',
      "unknown input: $dayz (add an input cell of this name)",
    ]);
  });
});

it("freeName(cells, wanted) counts on until nobody has the name", () => {
  expect(freeName([], "answer")).toBe("answer");
  expect(freeName([sql("answer", ""), sql("answer_2", "")], "answer")).toBe("answer_3");
});
