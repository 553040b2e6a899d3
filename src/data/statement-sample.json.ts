// What would the statements of one invented person look like as their banks export them?
// Grain: one row per file.
// Size: bounded by files.
// Legs: needed.
// Columns: name (of the file), text (CSV). The files are those of the checking account (two, which share a month), of the savings
// account and of the broker, as far as the person has them; each in a layout of its own.
// The person is a main customer who trades, saves and is paid a salary, the first by id; where nobody does all of it, the first
// who does some.
import {withBank} from "../../loaders/datasets/bank.js";
import {sampleFiles} from "../../loaders/datasets/statementSample.js";

await withBank(sampleFiles);
