// Where do the numbers of this site come from, and how fresh are they?
// One object: source (csv, mariadb or clickhouse), label, as_of (last day of the data), seed and parameters of the
// simulation, fallback_cause (why MariaDB, though configured, was not used; null otherwise), notes (files
// that were edited, and the like), transaction_count, and tables with the row count of each.
// It speaks of the snapshot that all other datasets were made from. It carries no time of building: the
// same data give the same bytes.
// Size: bounded by tables.
import {withBank} from "../../loaders/datasets/bank.js";

await withBank(({snapshot: {description, tables}}) => ({
  source: description.kind,
  label: description.label,
  as_of: description.asOf,
  seed: description.parameters.seed ?? null,
  parameters: description.parameters,
  fallback_cause: description.fallbackCause,
  notes: description.notes,
  transaction_count: tables.get("transactions")?.rowCount ?? null,
  tables: Object.fromEntries([...tables].map(([name, {rowCount}]) => [name, rowCount])),
}));
