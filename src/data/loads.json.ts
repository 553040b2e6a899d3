// What was loaded into the system of record, when, and how did it end?
// Grain: one row per file and run of the loader, the latest first, at most 160 (ten runs of all tables).
// Size: bounded: 160 rows at most.
// Columns: batch_id, table_name, row_count (rows in the file), inserted_count, updated_count,
// unchanged_count, rejected_count, pruned_count, started_at, finished_at (null while it runs), outcome,
// note. Empty where the CSV files are the source: they are loaded nowhere.
import {withBank} from "../../loaders/datasets/bank.js";

await withBank(({askSource}) =>
  askSource(async (source) =>
    source.description.kind === "csv"
      ? []
      : source.query(
          `select batch_id, table_name, row_count, inserted_count, updated_count, unchanged_count,
            rejected_count, pruned_count, started_at, finished_at, outcome, note
          from load_batches
          order by batch_id desc
          limit 160`,
        ),
  ),
);
