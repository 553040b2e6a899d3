import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {publishBank} from "../../loaders/snapshot/publish.js";
import type {Engines} from "../../src/workbench/notebook/answers.js";
import {
  arrowSettings,
  type Batch,
  columnsOf,
  columnTypes,
} from "../../src/workbench/notebook/arrowColumns.js";
import {Stopped} from "../../src/workbench/notebook/engine.js";
import {bank} from "./bank.js";
import {temporaryFolder} from "./tinyBank.js";
import {tinySnapshot} from "./tinySnapshot.js";
import {openWasmBank} from "./wasmBank.js";

/** A small bank, published and opened as the browser does. */
export async function openTestBank(): Promise<DuckDBConnection> {
  const snapshot = await tinySnapshot(bank({individuals: 20, companies: 5, months: 3, seed: 4}));
  const file = join(temporaryFolder("notebook-bank"), "bank.duckdb");
  writeFileSync(file, await publishBank(snapshot.file));
  snapshot.close();
  return openWasmBank(file, arrowSettings);
}

/** The notebook's engine without the worker around it. */
export function wasmEngine(connection: DuckDBConnection): Engines {
  return {
    ready: async () => {},
    async query(sql, {signal, most}) {
      if (signal.aborted) throw new Stopped();
      const {schema, batches, numRows} = connection.query(sql) as unknown as {
        schema: Batch["schema"];
        batches: readonly Batch[];
        numRows: number;
      };
      const columns = columnsOf(columnTypes(schema), batches, most);
      return {columns, rowCount: Math.min(numRows, most), isCut: numRows > most};
    },
  };
}
