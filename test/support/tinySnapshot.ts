import {join} from "node:path";
import {openCsvSource} from "../../loaders/csv.js";
import {ensureSnapshot, readPlan} from "../../loaders/snapshot.js";
import {openSnapshot, type SnapshotReader} from "../../loaders/snapshotReader.js";
import {temporaryFolder, tinyBank} from "./tinyBank.js";

/** A new snapshot of a folder's CSV files, the tiny bank's if none is given, open as `bank`. */
export async function tinySnapshot(
  folder: string = tinyBank,
): Promise<SnapshotReader & {file: string}> {
  const {file} = await ensureSnapshot({
    env: {},
    open: () => openCsvSource({folder}),
    file: join(temporaryFolder("snapshot"), "bank.duckdb"),
    plan: readPlan(),
  });
  return {...(await openSnapshot(file)), file};
}
