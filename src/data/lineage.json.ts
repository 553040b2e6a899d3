// Which pages and figures depend on which datasets, tables and columns?
// Grain: one row per page, figure, dataset, table and column; queries that a page asks in the browser count as datasets.
// Size: bounded by pages, datasets and tables.
// Columns: id (kind and name), kind, name, text (what it is), path (where it is seen, from the root of the site), file
// (what makes it), measures (those that its SQL calls), reads (the ids of what it is made of, the nearest only).
import {withBank} from "../../loaders/datasets/bank.js";
import {audiencePages} from "../../loaders/editions/audiencePages.js";
import {environment} from "../../loaders/environment.js";
import {readLineage} from "../../loaders/lineage/lineage.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";

await withBank(async ({snapshot}) => {
  // not the connection to the bank: it makes all of its database slow
  const reader = await openSnapshot(snapshot.file);
  try {
    return await readLineage(reader.connection, {has: audiencePages(environment)?.has});
  } finally {
    reader.close();
  }
});
