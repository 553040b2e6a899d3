import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {publishBank} from "../../../loaders/snapshot/publish.js";
import {cellSql, cellTable} from "../../../src/lib/notebook/cellSql.js";
import {inputSql, parseInput} from "../../../src/lib/notebook/inputSpec.js";
import {inOrder, problemsOf} from "../../../src/lib/notebook/notebook.js";
import {linkLetters} from "../../../src/lib/notebook/notebookLink.js";
import {questions} from "../../../src/workbench/notebook/questions.js";
import {bank} from "../../support/bank.js";
import {temporaryFolder} from "../../support/tinyBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";
import {openWasmBank} from "../../support/wasmBank.js";

let snapshot: Awaited<ReturnType<typeof tinySnapshot>>;
let wasm: Awaited<ReturnType<typeof openWasmBank>>;

beforeAll(async () => {
  snapshot = await tinySnapshot(bank({individuals: 150, companies: 40, months: 14, seed: 9}));
  const file = join(temporaryFolder("notebook"), "bank.duckdb");
  writeFileSync(file, await publishBank(snapshot.file));
  wasm = await openWasmBank(file);
});
afterAll(() => snapshot.close());

describe("questions to start from", () => {
  it("are twenty, each with a title of its own", () => {
    expect(new Set(questions.map(({title}) => title)).size).toBe(20);
  });

  it.each(questions)(
    "$title is answered by the browser's engine, cell by cell",
    async (notebook) => {
      const {cells} = notebook;
      expect(problemsOf(cells)).toEqual([]);
      expect(await linkLetters(notebook)).toBeDefined();
      const inputs = new Map(
        cells
          .filter(({kind}) => kind === "input")
          .map(({name, source}) => [name, inputSql(parseInput(source))]),
      );
      const {order} = inOrder(cells);
      expect(order).toHaveLength(cells.filter(({kind}) => kind === "sql").length);
      for (const name of order) {
        const {before, table} = cellSql(
          name,
          cells.find((cell) => cell.name === name)!.source,
          inputs,
        );
        expect(before).toEqual([]);
        wasm.query(table!.sql);
        expect(wasm.query(`from ${cellTable(name)}`).numRows, name).toBeGreaterThan(1);
      }
    },
  );
});
