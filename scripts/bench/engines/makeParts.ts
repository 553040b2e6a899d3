/** Writes the legs of a snapshot as Parquet parts, in a process of its own: `node … makeParts.ts SNAPSHOT FOLDER`. */
import {mkdirSync} from "node:fs";
import {openDuckdb} from "./duckdb.js";
import {writeParquetParts} from "./parquetParts.js";

const [snapshot, folder] = [process.argv[2]!, process.argv[3]!];
mkdirSync(folder, {recursive: true});
const {connection, close} = await openDuckdb(snapshot);
await writeParquetParts(connection, folder);
close();
