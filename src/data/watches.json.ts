// What do the watches of src/watches/ say at the end of the last complete month, and what would they have said before?
// Grain: one row per watch, in the order of their names.
// Size: bounded by watches and months.
// Columns: name, title, severity, state (fires, quiet, or silent: nothing to say), sentence, subtitle, unit (of values: EUR,
// share from 0 to 1, or count), condition (in words), history (each complete month: month, value, limit and whether it
// fires; null where there is none), sql (what is asked).
// Each month is asked of what was known at its end; only the rules of the books are known of the last month alone.
import {withBank} from "../../loaders/datasets/bank.js";
import {checkResults} from "../../loaders/datasets/checkResults.js";
import {evaluateWatches} from "../../loaders/datasets/watches/evaluate.js";

await withBank((bank) => evaluateWatches(bank, () => bank.once(checkResults)));
