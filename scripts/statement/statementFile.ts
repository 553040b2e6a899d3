import {readFileSync} from "node:fs";
import {DateOrderError} from "../../src/lib/statements/dateOrder.js";
import {type ReadingOptions, readStatement} from "../../src/lib/statements/readStatement.js";
import type {Statement} from "../../src/lib/statements/statement.js";
import {StatementError} from "../../src/lib/statements/statementError.js";
import {FileError} from "../csv/fileError.js";

/** Reads a file as a statement. Throws `FileError`, one line with the file, what is wrong and what to do, where it is none. */
export function statementFile(file: string, options: ReadingOptions): Statement {
  try {
    return readStatement(readFileSync(file), options);
  } catch (error) {
    throw new FileError(`${file}: ${faultOf(error)}`, {cause: error});
  }
}

function faultOf(error: unknown): string {
  if (error instanceof DateOrderError)
    return `${error.message} (say --dates ${error.days.map(({order}) => order).join(" or --dates ")})`;
  if (error instanceof StatementError) return error.message;
  if (error instanceof Error && "code" in error && "syscall" in error)
    return error.code === "ENOENT" ? "no such file" : `cannot be read: ${error.code}`;
  throw error;
}
