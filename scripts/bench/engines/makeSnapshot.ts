/** Makes the snapshot of a folder's CSV files, in a process of its own: `node … makeSnapshot.ts FOLDER FILE`. */
import {openCsvSource} from "../../../loaders/csv/source.js";
import {ensureSnapshot} from "../../../loaders/snapshot/snapshot.js";

const [folder, file] = [process.argv[2]!, process.argv[3]!];
await ensureSnapshot({env: {}, open: () => openCsvSource({folder}), file});
