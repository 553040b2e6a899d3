/**
 * The interpreter of `.sql` data loaders, which Framework calls with the path of one and with `--city=Porto` for `[city]`: the rows of its SELECT
 * over the snapshot go to stdout, in the format that the loader's name tells. The runner (`npm run data`)
 * does the same for all of them in one process.
 */
import {relative, resolve} from "node:path";
import {projectRoot} from "../environment.js";
import {log} from "../log.js";
import {openSnapshot} from "../snapshot/reader.js";
import {ensureSnapshot} from "../snapshot/snapshot.js";
import {readSql} from "../sqlText.js";
import type {Parameters} from "./pagePaths.js";
import {openPrivacy} from "./private/privacy.js";
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
  const loader = relative(projectRoot, resolve(file));
  const dataset = {loader, language: "sql", target: loader.replace(/\.sql$/, "")} as const;
  const privacy = openPrivacy(snapshot, [dataset], []);
  try {
    await privacy.assertSaid(dataset);
    const {bytes, rowCount} = await makeSqlDataset(reader.connection, readSql(file), format, {
      own: reader.own,
      parameters: parametersOf(process.argv.slice(3)),
    });
    await privacy.assertKept(dataset, bytes);
    process.stdout.write(bytes);
    log.info(`${file}: ${rowCount} rows in ${Math.round(performance.now() - start)} ms`);
  } finally {
    privacy.close();
    reader.close();
  }
}

function parametersOf(args: readonly string[]): Parameters {
  const found = args.map((argument) => /^--(\w+)=([\s\S]*)$/.exec(argument));
  return Object.fromEntries(found.flatMap((match) => (match ? [[match[1]!, match[2]!]] : [])));
}
