// What would the statements of one invented person look like as their banks export them?
// Grain: one row per file.
// Columns: name (of the file), text (CSV). The files are those of the checking account (two, which share a month), of the savings
// account and of the broker, as far as the person has them; each in a layout of its own.
// The person is, of every fiftieth, the one with most kinds of accounts, and of these the one with most payments.
import {withBank} from "../../loaders/datasets/bank.js";
import {sampleFiles} from "../../loaders/datasets/statementSample.js";

await withBank(sampleFiles);
