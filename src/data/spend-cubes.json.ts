// How was money paid, what for, where, when, by whom, in which size, and at which chain of shops?
// One object: months (first days, in order), complete (whether the data hold each day), axes (the keys of each), totals (by axis,
// cents by value and month) and cubes (by pair of axes, euros to three figures by both values and month); of the axis bin, the number of
// payments in place of money. src/bank/spend-mix/cubes.ts reads them.
// A payment is a leg that takes money from an account of this bank, so that one between two accounts here counts once; what
// enters an account counts on the axis flow only, and there without transfers between accounts of one owner.
// Hours and weekdays are those of booking, in UTC. A city is where the owner of the account lives or sits. A chain is all shops of
// one name but for that of their city.
// Size: bounded by pairs of axes.
// Legs: needed.
import {withBank} from "../../loaders/datasets/bank.js";
import {streamNumberColumns} from "../../loaders/datasets/numberColumns.js";
import {readSpendCubes} from "../bank/spend-mix/cubeQueries.js";

await withBank((bank) =>
  readSpendCubes({...bank, columns: (sql) => streamNumberColumns(bank, sql)}),
);
