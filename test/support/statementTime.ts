/** Prints how long this process took, in milliseconds, to read a file as a statement, or to part it into cells alone. */
import {readFileSync} from "node:fs";
import {parse} from "csv-parse/browser/esm/sync";
import {readStatement} from "../../src/lib/statements/readStatement.js";

const [file = "", what] = process.argv.slice(2);
const bytes = readFileSync(file);
const start = performance.now();
const count =
  what === "read"
    ? readStatement(bytes).rows.length
    : parse(bytes, {delimiter: ";", trim: true, relax_quotes: true}).length;
process.stdout.write(JSON.stringify({ms: performance.now() - start, count}));
