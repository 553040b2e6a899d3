// What would the statements of one invented person look like as their banks export them?
// Grain: one row per file.
// Size: bounded by files.
// Legs: needed.
// Private: accounts.iban shown, because a statement has it.
// Private: descriptions.description shown, because a statement is made of them.
// Columns: name (of the file), text (CSV). The files are those of the checking account (two, which share a month), of the savings
// account and of the broker, as far as the person has them; each in a layout of its own.
// The person is a main customer who trades, saves and is paid a salary, the first by id; where nobody does all of it, the first
// who does some. Of a bank that is not simulated there are no files: they would be somebody's.
import {withBank} from "../../loaders/datasets/bank.js";
import {sampleFiles} from "../../loaders/datasets/statementSample.js";
import {isSimulated} from "../../loaders/source.js";

await withBank((bank) => (isSimulated(bank.snapshot.description) ? sampleFiles(bank) : []));
