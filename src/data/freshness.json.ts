// Where do the numbers of this site come from, and how fresh are they?
// One object: source (csv, mariadb or clickhouse), label, as_of (last day of the data), seed and parameters of the
// simulation, is_simulated (no person in it is real), fallback_cause (why MariaDB, though configured, was not used; null otherwise), notes (files
// that were edited, and the like), transaction_count (of the source, also where the snapshot is without them), and tables with the row count of each.
// It speaks of the snapshot that all other datasets were made from. It carries no time of building: the
// same data give the same bytes.
// Size: bounded by tables.
import {join} from "node:path";
import {withBank} from "../../loaders/datasets/bank.js";
import {projectRoot} from "../../loaders/environment.js";
import type {Legs} from "../../loaders/snapshot/legs.js";
import {isSimulated} from "../../loaders/source.js";
import {list} from "../lib/words.js";

await withBank(async ({snapshot: {description, tables, legs}, query}) => {
  const [legCount] = await query<{count: number}>(
    "select cast(coalesce(sum(leg_count), 0) as bigint) as count from bank.account_flows",
  );
  return {
    source: description.kind,
    label: description.label,
    as_of: description.asOf,
    seed: description.parameters.seed ?? null,
    parameters: description.parameters,
    is_simulated: isSimulated(description),
    fallback_cause: description.fallbackCause,
    notes: [...description.notes, ...(await notesOn(legs))],
    transaction_count: legCount!.count,
    tables: Object.fromEntries([...tables].map(([name, {rowCount}]) => [name, rowCount])),
  };
});

/** What a reader should know of a site that is without single postings. */
async function notesOn(legs: Legs): Promise<string[]> {
  if (legs === "all") return [];
  // reads pages as Framework does, which takes longer to import than all else takes
  const {madeWith, pagesWithoutLegs} = await import("../../loaders/pages/withoutLegs.js");
  const pages = list(pagesWithoutLegs(join(projectRoot, "src")));
  return [`Made ${madeWith(legs)}. What needs every one is left out of these pages: ${pages}.`];
}
