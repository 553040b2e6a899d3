import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openCsvSource} from "../../loaders/csv/source.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import {ensureSnapshot, readPlan} from "../../loaders/snapshot/snapshot.js";
import {parseMonth} from "../../src/lib/day.js";
import {writeBank} from "../seed/writeBank.js";
import {figures, prepareFigures, showFigure, statementRow} from "./realism/statement.js";

/**
 * The statement of realism of a bank with the default size and the given seed: the rows of the table in data/README.md,
 * and how many figures are met.
 */
export async function benchRealism(seed: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-bench-"));
  try {
    const bank = join(folder, "bank");
    writeBank(
      {individuals: 2500, companies: 120, months: 18, seed, start: parseMonth("2025-05")},
      bank,
    );
    const {file} = await ensureSnapshot({
      env: {},
      open: () => openCsvSource({folder: bank}),
      file: join(folder, "bank.duckdb"),
      plan: readPlan(),
    });
    const reader = await openSnapshot(file);
    await prepareFigures(reader.connection);
    const shown = [];
    for (const figure of figures) shown.push(await showFigure(reader.connection, figure));
    reader.close();
    const met = shown.filter(({isMet}) => isMet).length;
    return [...shown.map(statementRow), `seed ${seed}: ${met} of ${shown.length} figures met`];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
