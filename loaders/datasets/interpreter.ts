/**
 * The interpreter of `.sql` data loaders, which Framework calls with the path of one and with `--city=Porto` for `[city]`: the rows of its SELECT
 * over the snapshot go to stdout, in the format that the loader's name tells. The runner (`npm run data`)
 * does the same for all of them in one process.
 */
import {log} from "../log.js";
import {openSnapshot} from "../snapshot/reader.js";
import {ensureSnapshot} from "../snapshot/snapshot.js";
import {readSql} from "../sqlText.js";
import type {Parameters} from "./pagePaths.js";
import {makeSqlDataset, sqlFormat} from "./sqlDataset.js";

try {
  const file = process.argv[2];
  if (!file) throw new Error("no loader given (give the path of one, such as a .csv.sql)");
  await interpret(file);
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function interpret(file: string): Promise<void> {
  const format = sqlFormat(file);
  const start = performance.now();
  const snapshot = await ensureSnapshot();
  const reader = await openSnapshot(snapshot.file);
  try {
    const {bytes, rowCount} = await makeSqlDataset(reader.connection, readSql(file), format, {
      own: reader.own,
      parameters: parametersOf(process.argv.slice(3)),
    });
    process.stdout.write(bytes);
    log.info(`${file}: ${rowCount} rows in ${Math.round(performance.now() - start)} ms`);
  } finally {
    reader.close();
  }
}

function parametersOf(args: readonly string[]): Parameters {
  const found = args.map((argument) => /^--(\w+)=([\s\S]*)$/.exec(argument));
  return Object.fromEntries(found.flatMap((match) => (match ? [[match[1]!, match[2]!]] : [])));
}
