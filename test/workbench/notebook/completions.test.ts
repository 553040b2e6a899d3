import {CompletionContext} from "@codemirror/autocomplete";
import {EditorState} from "@codemirror/state";
import {describe, expect, it} from "vitest";
import {completions} from "../../../src/workbench/notebook/completions.js";

const offered = completions();
const bank = {
  categories: ["category", "owner_kind"],
  transactions: ["transaction_id", "account_id", "booked_at", "category", "amount_eur"],
  users: ["user_id", "city"],
};
offered.setSchema(
  Object.entries(bank).flatMap(([table, columns]) =>
    columns.map((column) => ({table, column, type: "VARCHAR", holds: undefined}) as never),
  ),
);
offered.setCells(new Map([["by_city", [{name: "Share of all", type: "DOUBLE"}]]]));
offered.setFiles([
  {database: "memory", table: "targets", columns: [{name: "target", type: "DOUBLE"}]} as never,
]);
offered.setFunctions(["concat", "cardinality", "count", "nanosecond", "ucase", "read_csv"]);

/** What is offered at the bar, labels only; null where there is no list. */
function at(source: string, explicit = false): readonly string[] | null {
  const doc = source.replace("|", "");
  const context = new CompletionContext(EditorState.create({doc}), source.indexOf("|"), explicit);
  return offered.offer(context)?.options.map(({label}) => label) ?? null;
}

describe("what an editor offers", () => {
  it.each([
    ["select cat| from bank.transactions", "category"],
    ["select 1 from bank.transactions where cat|", "category"],
    ["from bank.users join bank.transactions using (acc|", "account_id"],
    ["select cit|", "city"],
    ["select transactions.b| from bank.transactions", "booked_at"],
    ["select t.b| from bank.transactions as t", "booked_at"],
    ["select t.b| from bank.transactions t where t.amount_eur > 0", "booked_at"],
    ["select bank.users.c| from bank.users", "city"],
    ["from cat|", "bank.categories"],
    ["select * from bank.users join tra|", "bank.transactions"],
    ["from bank.tra|", "transactions"],
    ["select bank.savi|", "savings_rate"],
    ["select savi|", "bank.savings_rate"],
    ["with late as (select 1) from la|", "late"],
    ["from by|", "by_city"],
    ["select sha| from by_city", "Share of all"],
    ["select tar| from memory.targets", "target"],
    ["select 1; select cat| from bank.transactions; from bank.users", "category"],
    ["select sum(amount_eur) as total from bank.transactions order by tot|", "total"],
    ["sel|", "select"],
  ])("offers first in %s: %s", (source, first) => {
    expect(at(source)?.[0]).toBe(first);
  });

  it.each([
    "select count(*) as n|",
    "select * from bank.users where city = 're|",
    "select 1 -- cat|",
    "select 1|",
    "select 1 |",
    "select |",
  ])("offers nothing in %s", (source) => {
    expect(at(source)).toBeNull();
  });

  it("offers members only behind a dot, and tables only where one is expected", () => {
    expect(at("select transactions.| from bank.transactions")).toEqual(bank.transactions);
    expect(at("from bank.tra|")).toEqual(["transactions"]);
    expect(at("from c|")).toEqual(["bank.categories", "by_city"]);
    expect(at("select nothing.| from bank.users")).toEqual([]);
  });

  it("offers of functions and of the language's words those that begin as typed", () => {
    expect(at("select cat| from bank.transactions")).not.toContain("concat");
    expect(at("select n| from bank.users")).toContain("nanosecond");
    expect(at("select co| from bank.users")?.slice(0, 2)).toEqual(["concat", "count"]);
  });

  it("offers all that fits when asked", () => {
    expect(at("select | from bank.users", true)?.slice(0, 2)).toEqual(["user_id", "city"]);
  });
});
