import {FileError} from "./csv/fileError.js";
import {doubtText} from "./statement/doubtText.js";
import {statementJson} from "./statement/json.js";
import {statementFile} from "./statement/statementFile.js";
import {operandsOf, readOptions} from "./terminal/options.js";

const command = {
  usage: "npm run -s statement -- FILE",
  summary: `Prints the rows of a bank's or broker's export (delimited text, camt.053, camt.052, MT940, OFX, QFX or QIF) as
a JSON array, in the order of the file: date (the booking day), amount (signed from the holder's view), currency,
counterparty, description, category (the bank's own) and line. No format is to be chosen. What is pending, refused,
a total or a balance is left out; --json-report counts it. What could not be read, and so is missing among the rows, and
what is doubtful is told in a line each on stderr; with --json-report it is in the report instead.
Exits with 0, also where such lines are told; with 1 where the file cannot be read, with 2 where the call is wrong.`,
  options: {
    trades: {type: "flag", help: "print the trades of a broker's file instead"},
    account: {type: "text", help: "only the rows of this account, as the file names it"},
    dates: {
      type: "text",
      values: ["dmy", "mdy"],
      help: "the order of dates, where the file allows two",
    },
    amounts: {
      type: "text",
      values: ["out", "in"],
      help: "what amounts without any sign are, where nothing else tells",
    },
    "json-report": {type: "flag", help: "print what was recognised, left out and doubted instead"},
  },
} as const;

const {operands, rest} = operandsOf(command);
const {trades, account, dates, amounts, "json-report": isReport} = readOptions(command, rest);
const [file, ...more] = operands;
if (file === undefined || more.length > 0) {
  const fault = file === undefined ? "missing file" : `more than one file: ${more.join(", ")}`;
  process.stderr.write(`${fault} (${command.usage}; --help lists the options)\n`);
  process.exit(2);
}

try {
  const statement = statementFile(file, {
    account,
    dates: dates as "dmy" | "mdy" | undefined,
    amounts: amounts as "out" | "in" | undefined,
  });
  // the report has them itself
  if (!isReport) process.stderr.write(doubtText(file, statement));
  process.stdout.write(statementJson(statement, isReport ? "report" : trades ? "trades" : "rows"));
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
