// What do the headline figures of the bank say, and what did they say when another snapshot was published last?
// One object: now, and before (null where nothing else was published), each with snapshot (names what the bank held),
// as_of (the last day of the data) and headlines (measure, of, window and value of each, as measure-values has them).
// Size: bounded by measures.
// A build keeps `now` once its site is there (data/publishes.jsonl). Of the same bank it is the same, however often it is
// built.
import {withBank} from "../../loaders/datasets/bank.js";
import {measureValues} from "../../loaders/datasets/measureValues.js";
import {legTables} from "../../loaders/extracts.js";
import {hashOf} from "../../loaders/inputFiles.js";
import {readPublishHistory} from "../../loaders/publishHistory.js";
import type {Snapshot} from "../../loaders/snapshot/snapshot.js";
import {tableNames} from "../lib/bank/schema.js";
import {headlineMeasures, type Publish, publishBefore} from "../lib/site/publishes.js";

await withBank(async (bank) => {
  const values = await bank.once(measureValues);
  const now: Publish = {
    snapshot: contentOf(bank.snapshot),
    as_of: bank.snapshot.description.asOf,
    headlines: headlineMeasures.map((name) => {
      const {measure, of, window, value} = values.find(({measure}) => measure === name)!;
      return {measure, of, window, value};
    }),
  };
  return {now, before: publishBefore(now, readPublishHistory().publishes) ?? null};
});

/** Names what the bank held, by its tables: whatever reads them, and whether all postings are read or their sums. */
function contentOf({tables}: Snapshot): string {
  const names = [...tableNames.filter((name) => !legTables.includes(name)), "account_flows"];
  return hashOf(JSON.stringify(names.map((name) => tables.get(name)?.contentHash))).slice(0, 32);
}
