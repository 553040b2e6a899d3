import {basename, dirname, join} from "node:path";
import {openCsvSource} from "../../loaders/csv/source.js";
import {openSnapshot, type SnapshotReader} from "../../loaders/snapshot/reader.js";
import {ensureSnapshot, readPlan} from "../../loaders/snapshot/snapshot.js";
import {generatedBanks} from "./bank.js";
import {temporaryFolder, tinyBank} from "./tinyBank.js";

/**
 * A snapshot of a folder's CSV files, the tiny bank's if none is given, open as `bank`. That of a generated bank, which
 * nobody edits, is kept beside it and made anew only when the code that makes it has changed.
 */
export async function tinySnapshot(
  folder: string = tinyBank,
): Promise<SnapshotReader & {file: string}> {
  const place =
    dirname(folder) === generatedBanks
      ? join(generatedBanks, `${basename(folder)}-snapshot`)
      : temporaryFolder("snapshot");
  const {file} = await ensureSnapshot({
    env: {},
    open: () => openCsvSource({folder}),
    file: join(place, "bank.duckdb"),
    plan: readPlan(),
  });
  return {...(await openSnapshot(file)), file};
}
