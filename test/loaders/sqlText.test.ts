import {describe, expect, it} from "vitest";
import {namesIn} from "../../loaders/sqlText.js";

describe("namesIn({sql}, database)", () => {
  it.each([
    ["from own.a join own.b on true, OWN.c", ["a", "b", "c"]],
    ['from own."My list", /* why */ own.städte -- own.x', ["My list", "städte"]],
    ["from a where b.own.c = 1", []],
    ["select 1 /* a /* b */ from own.x */ from own.y", ["y"]],
    ["select $t1$ from own.x '$t1$, $é$ from own.x $é$ from own.y", ["y"]],
    ["select e'\\' from own.x ', 'it''s own.x' from own.y", ["y"]],
    ["select 1 as \"it's\" from own.y where z = '!'", ["y"]],
    ["select '-- \n' --'\r from own.y", ["y"]],
    ["select 1 --\u2028 from own.x\n from own.y", ["y"]],
  ])("%s names %j", (sql, names) => {
    expect(namesIn({sql}, "own")).toEqual(names);
  });

  it("counts what stands behind neither from nor join where it is a table", () => {
    const sql = "select own.a from own.b, own.c";
    expect(namesIn({sql}, "own", (name) => name === "c")).toEqual(["b", "c"]);
  });
});
