/** Builds the snapshot of a folder's CSV files, but halts, and says so, when it comes to the transactions. */
import {openCsvSource} from "../../loaders/csv/source.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import type {Source} from "../../loaders/source.js";

const [folder, file] = process.argv.slice(2) as [string, string];

async function open(): Promise<Source> {
  const source = await openCsvSource({folder});
  return {
    ...source,
    async extract(extract, target) {
      if (extract.name === "transactions") {
        process.stdout.write("halted\n");
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      }
      return source.extract(extract, target);
    },
  };
}

await ensureSnapshot({env: {}, open, file});
