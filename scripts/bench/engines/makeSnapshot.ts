/**
 * Makes a snapshot in a process of its own: `node … makeSnapshot.ts FILE FOLDER` that of a folder's CSV files, and
 * `node … makeSnapshot.ts FILE` that of the source which the settings name.
 */
import {openCsvSource} from "../../../loaders/csv/source.js";
import {environment} from "../../../loaders/environment.js";
import {openSource} from "../../../loaders/openSource.js";
import {ensureSnapshot} from "../../../loaders/snapshot/snapshot.js";

const [file, folder] = [process.argv[2]!, process.argv[3]];
const open = () => (folder === undefined ? openSource(environment) : openCsvSource({folder}));
await ensureSnapshot({open, file});
