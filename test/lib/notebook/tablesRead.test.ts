import {describe, expect, it} from "vitest";
import {inputsRead, tablesRead} from "../../../src/lib/notebook/tablesRead.js";

describe("tablesRead(sql)", () => {
  it.each([
    ["select * from city", ["city"]],
    ['select * from City join "Late Payers" using (id), other', ["city", "late payers", "other"]],
    ["from city select *", ["city"]],
    ["select city from bank.users", []],
    ["select * from memory.main.city, temp.t, bank.city", ["city", "t"]],
    ["select 'from city' -- from town\n/* from village */ from hamlet", ["hamlet"]],
    ["select $$from city$$, $a$ from town $a$ from hamlet", ["hamlet"]],
    [
      "with a as (select * from city), b(x) as not materialized (select 1) select * from a, b",
      ["city"],
    ],
    ["select extract(year from city) from town where x is distinct from village", ["town"]],
    [
      "select * from (select * from city) c, (town join village on true), range(10)",
      ["city", "town", "village"],
    ],
    ["select * from a order by city desc, town", ["a"]],
    ["select * from a join b on a.x = b.x, c where x in (select y from d)", ["a", "b", "c", "d"]],
    ["describe city", ["city"]],
    ["summarize city; from town", ["city", "town"]],
    ["select * from 'file.csv' city", []],
    ["select a from lateral (select 1), town union all select b from village", ["town", "village"]],
    ["select * from (values (1), (2)) city(n), town", ["town"]],
    ["pivot city on town using sum(village)", ["city"]],
    ["select city. from", []],
    ["", []],
  ])("%s reads %j", (sql, tables) => {
    expect(tablesRead(sql)).toEqual(tables);
  });
});

describe("inputsRead(sql)", () => {
  it("finds `$name`, but not in texts, comments or quoted names", () => {
    const sql = "select $Days, '$no', \"$no\", $$ $no $$ -- $no\n where x > $days and y = $least";
    expect(inputsRead(sql)).toEqual(["days", "least"]);
  });
});
