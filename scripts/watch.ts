/** `npm run watch`: what the watches say of the source as it is now, for a mail, a chat or a monitor. */
import {bankOf} from "../loaders/datasets/bank.js";
import {checkResults} from "../loaders/datasets/checkResults.js";
import {evaluateWatches} from "../loaders/datasets/watches/evaluate.js";
import {log} from "../loaders/log.js";
import {errorWords} from "../loaders/machineError.js";
import {openSnapshot} from "../loaders/snapshot/reader.js";
import {ensureSnapshot} from "../loaders/snapshot/snapshot.js";
import {readOptions} from "./terminal/options.js";
import {watchJson, watchLines} from "./watch/report.js";

const {json} = readOptions({
  usage: "npm run -s watch --",
  summary: `Asks the watches of src/watches/ about the last complete month of the source, those that fire first.
Ends with 1 where one fires, with 2 where one has a mistake or the source cannot be read, else with 0.`,
  options: {json: {type: "flag", help: "print one JSON object instead of lines"}},
});

try {
  const snapshot = await ensureSnapshot();
  const reader = await openSnapshot(snapshot.file);
  try {
    const bank = bankOf(snapshot, reader);
    const watches = await evaluateWatches(bank, () => checkResults(bank));
    const write = json ? watchJson : watchLines;
    process.stdout.write(write(watches, snapshot.description));
    if (watches.some(({state}) => state === "fires")) process.exitCode = 1;
  } finally {
    reader.close();
  }
} catch (error) {
  log.error(errorWords(error));
  process.exitCode = 2;
}
