import {describe, expect, it} from "vitest";
import {renamedReads, withEdits} from "../../../src/lib/notebook/renamedReads.js";

const renamed = (source: string, kind: "sql" | "input" | "text" = "sql") =>
  withEdits(source, renamedReads(source, {name: "fees", kind}, "costs"));

describe("renamedReads(source, cell, after)", () => {
  it.each([
    ["from fees", "from costs"],
    [
      'select * from Fees, "fees" x join memory.main.fees using (id)',
      "select * from costs, costs x join memory.main.costs using (id)",
    ],
    [
      "select fees.city, sum(fees.fee) from fees group by Fees.city",
      "select costs.city, sum(costs.fee) from costs group by costs.city",
    ],
    ["select fees from fees order by fees", "select fees from costs order by fees"],
    ["select x.city from fees x where x.fees > 1", "select x.city from costs x where x.fees > 1"],
    ["select fees.city from fees as fees", "select fees.city from costs as fees"],
    ["select fees.a from bank.x fees", "select fees.a from bank.x fees"],
    ["from bank.fees, files.fees", "from bank.fees, files.fees"],
    ["with fees as (select 1) from fees", "with fees as (select 1) from fees"],
    [
      "select 'from fees', $$fees$$ -- fees\n/* from fees */ from fees",
      "select 'from fees', $$fees$$ -- fees\n/* from fees */ from costs",
    ],
    ["select $fees from fees", "select $fees from costs"],
    ["summarize fees; from fees", "summarize costs; from costs"],
    ["select fees(1) from fees(2)", "select fees(1) from fees(2)"],
    ["", ""],
  ])("writes %j anew", (source, expected) => {
    expect(renamed(source)).toBe(expected);
  });

  it("keeps the old name as an alias where a name before a dot could be another table's", () => {
    expect(renamed("select fees.a from fees where a in (select fees.b from bank.x fees)")).toBe(
      "select fees.a from costs as fees where a in (select fees.b from bank.x fees)",
    );
  });

  it("writes an input anew where a query takes it, and nothing for a text", () => {
    expect(renamed("select $Fees, '$fees', $$ $fees $$, $fees_2 from fees -- $fees", "input")).toBe(
      "select $costs, '$fees', $$ $fees $$, $fees_2 from fees -- $fees",
    );
    expect(renamed("from fees, $fees", "text")).toBe("from fees, $fees");
  });
});
