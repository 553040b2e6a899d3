/** Builds the snapshot of the tiny bank and halts, saying so, when it comes to the transactions. */
import {openCsvSource} from "../../loaders/csv.js";
import {ensureSnapshot} from "../../loaders/snapshot.js";
import type {Source} from "../../loaders/source.js";
import {editedBank} from "./tinyBank.js";

const folder = editedBank({cities: (text) => text.replace("3700000", "3700002")});

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

await ensureSnapshot({env: {}, open, file: process.argv[2]!});
