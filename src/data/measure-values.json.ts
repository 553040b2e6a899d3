// What is each measure of this site worth today?
// Grain: one row per measure of src/lib/measures/measures.ts, in its order.
// Size: bounded by measures.
// Columns: measure, of (whom it is told of: src/lib/measures/reading.ts), window (complete months that count, `end` for a
// state), as_of (the last complete month; null where there is none), value (euro, a share from 0 to 1, months or a
// number; null where there is nothing to measure), customer_count (those with an account in the window).
// Sums are those of the last complete month, ratios are taken over the last twelve (all, if fewer), and paces, such as
// runway, are taken of one customer at a time: the value is the median over those with three months here (all, if the
// bank has fewer). What needs a whole life is told of main customers (sql/derived/person_relations.sql) with an account
// open at the end, as the pages do.
import {withBank} from "../../loaders/datasets/bank.js";
import {measureValues} from "../../loaders/datasets/measureValues.js";

await withBank((bank) => bank.once(measureValues));
