import type {Column} from "../../src/lib/notebook/columns.js";
import type {Cell} from "../../src/lib/notebook/notebook.js";
import type {Engines} from "../../src/workbench/notebook/answers.js";
import type {CellRun} from "../../src/workbench/notebook/cellRun.js";
import {Runner} from "../../src/workbench/notebook/runner.js";

export type Way = "run" | "preview";

/** The columns that a cell of this query shows, whole or while somebody types. Throws where it fails. */
export async function notebookColumns(
  engine: Engines,
  source: string,
  way: Way,
): Promise<readonly Column[]> {
  const cell: Cell = {name: "answer", kind: "sql", source};
  let last: CellRun | undefined;
  const runner = new Runner({
    engine,
    cells: () => [cell],
    onRun: (_, run) => {
      last = run;
    },
  });
  await runner[way]("answer");
  if (last?.state !== "done") throw new Error(`${source}: ${JSON.stringify(last)}`);
  return last.answer.columns;
}
