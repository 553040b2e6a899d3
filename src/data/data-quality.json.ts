// Does the bank keep its rules?
// Grain: one row per rule of sql/checks/, in their order.
// Size: bounded by rules.
// Columns: rule_number, check_name, rule (in words), broken_count (rows that break it), first_broken (the
// first of them, null where there is none).
// A database answers itself, where it is the source; the same SELECTs run on the snapshot of the CSV files.

import {withBank} from "../../loaders/datasets/bank.js";
import {checkResults} from "../../loaders/datasets/checkResults.js";

await withBank(async (bank) => {
  const results = await bank.once(checkResults);
  return results.map(({number, name, rule, brokenCount, firstBroken}) => ({
    rule_number: number,
    check_name: name,
    rule,
    broken_count: brokenCount,
    first_broken: firstBroken,
  }));
});
