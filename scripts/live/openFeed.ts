import {resolve} from "node:path";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {bankOf, streamFolder} from "../stream/layout.js";
import {databaseFeed} from "./databaseFeed.js";
import {directoryOfFiles} from "./directory.js";
import type {LiveFeed} from "./feed.js";
import {fileFeed} from "./fileFeed.js";

/**
 * What was posted to MariaDB where `DATA_SOURCE` says so, else what the generator writes. Names are looked up in the bank
 * that is continued: in the database, or in its CSV files.
 */
export async function openFeed(
  env: Environment,
  {stream, reader = "live"}: {stream?: string | undefined; reader?: string} = {},
): Promise<LiveFeed> {
  if (env.DATA_SOURCE === "mariadb") return databaseFeed(requiredDatabaseSettings(env));
  const folder = stream === undefined ? streamFolder : resolve(projectRoot, stream);
  return fileFeed(folder, {reader, directory: () => directoryOfFiles(bankOf(folder))});
}
