import {basename, dirname, join} from "node:path";
import {openCsvSource} from "../../loaders/csv/source.js";
import {openSnapshot, type SnapshotReader} from "../../loaders/snapshot/reader.js";
import {ensureSnapshot, type Snapshot} from "../../loaders/snapshot/snapshot.js";
import {generatedBanks} from "./bank.js";
import {temporaryFolder, tinyBank} from "./tinyBank.js";

/**
 * A snapshot of a folder's CSV files. That of a generated bank, which nobody edits, is kept beside it and made anew only
 * when the code that makes it has changed.
 */
export function snapshotOf(folder: string): Promise<Snapshot> {
  const place =
    dirname(folder) === generatedBanks
      ? join(generatedBanks, `${basename(folder)}-snapshot`)
      : temporaryFolder("snapshot");
  return ensureSnapshot({
    env: {},
    open: () => openCsvSource({folder}),
    file: join(place, "bank.duckdb"),
  });
}

/** The snapshot of a folder's CSV files, the tiny bank's if none is given, open as `bank`. */
export async function tinySnapshot(
  folder: string = tinyBank,
): Promise<SnapshotReader & {file: string}> {
  const {file} = await snapshotOf(folder);
  return {...(await openSnapshot(file)), file};
}
