import {beforeAll, describe, expect, it} from "vitest";
import {missingFiles} from "../../../src/lib/notebook/filesRead.js";
import {type Cell, problemsOf} from "../../../src/lib/notebook/notebook.js";
import type {CellRun} from "../../../src/workbench/notebook/cellRun.js";
import {completions} from "../../../src/workbench/notebook/completions.js";
import {functionNames} from "../../../src/workbench/notebook/functionNames.js";
import {Runner} from "../../../src/workbench/notebook/runner.js";
import {openTestBank, wasmEngine} from "../../support/wasmEngine.js";
import {cellsBeside, wrongQueries} from "../../support/wrongQueries.js";

const columns = [
  ["users", "user_id"],
  ["users", "name"],
  ["users", "city"],
  ["users", "kind"],
  ["transactions", "amount_eur"],
  ["transactions", "category"],
  ["transactions", "booked_on"],
].map(([table, column]) => ({
  ...{table: table!, column: column!, type: "VARCHAR", row_count: 1, null_count: 0},
  ...{least: null, most: null, holds: undefined},
}));

let engine: ReturnType<typeof wasmEngine>;
let functions: readonly string[];

beforeAll(async () => {
  engine = wasmEngine(await openTestBank());
  functions = await functionNames(engine);
});

async function failureOf(source: string, others: readonly Cell[] = cellsBeside) {
  const cells = [{name: "answer", kind: "sql" as const, source}, ...others];
  let last: CellRun | undefined;
  const offered = completions();
  offered.setSchema(columns);
  offered.setFunctions(functions);
  const runner = new Runner({
    engine,
    cells: () => cells,
    onRun(name, run) {
      if (name === "answer") last = run;
    },
    problems: (all) => [
      ...problemsOf(all),
      ...missingFiles(all, {
        here: new Set(["sales"]),
        known: [{name: "shop", file: "shop.duckdb"}],
      }),
    ],
    names: () => offered.names,
  });
  await runner.run("answer");
  if (last?.state !== "failed") throw new Error(`did not fail: ${JSON.stringify(last)}`);
  const {message, hint, place} = last.error;
  return {
    words: [message, hint].filter(Boolean).join("\n"),
    marked: place && source.slice(place.from, place.to),
  };
}

describe("a wrong query", () => {
  it.each(wrongQueries)("%s says what is wrong and where", async (_, sql, words, marked) => {
    const told = await failureOf(sql);
    expect(told.words).toMatch(words);
    expect(told.marked).toBe(marked);
    expect(told.words.split("\n").length).toBeLessThan(4);
    expect(told.words).not.toMatch(/^\s+at |LINE \d+:|INTERNAL|\[object/m);
  });
});
