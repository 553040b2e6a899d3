/** One file that somebody dropped: a statement, a rules file, a question about its dates, or the reason why it is none. */
import {parseRules} from "../../lib/classify/parseRules.js";
import {DateOrderError} from "../../lib/statements/dateOrder.js";
import {type ReadingOptions, readStatement} from "../../lib/statements/readStatement.js";
import type {Statement} from "../../lib/statements/statement.js";
import {StatementError} from "../../lib/statements/statementError.js";
import {accountNamed, accountOfFile} from "./accounts.js";
import {rulesName} from "./settings.js";

/** A date of the file under both orders. */
export interface DateChoice {
  readonly line: number;
  readonly value: string;
  readonly days: readonly {readonly order: "dmy" | "mdy"; readonly day: string}[];
}

export type OwnFile =
  | {readonly kind: "statement"; readonly statement: Statement}
  | {readonly kind: "rules"; readonly text: string; readonly count: number}
  | {readonly kind: "question"; readonly question: DateChoice}
  | {readonly kind: "error"; readonly message: string};

export interface NamedFile {
  readonly id: string;
  readonly name: string;
  readonly file: OwnFile;
}

/** Reads a file; whatever is wrong with it is its answer. */
export function ownFile(
  {name, bytes}: {readonly name: string; readonly bytes: Uint8Array},
  options: Pick<ReadingOptions, "dates" | "amounts">,
): OwnFile {
  const rules = maybeRules(name, bytes);
  if (rules) return rules;
  try {
    const read = readStatement(bytes, options);
    const fallback = accountOfFile(name, read);
    const named = <T extends {readonly account: string}>(one: T): T => ({
      ...one,
      account: accountNamed(one.account) || fallback,
    });
    const statement = {...read, rows: read.rows.map(named), balances: read.balances.map(named)};
    return {kind: "statement", statement};
  } catch (error) {
    if (error instanceof DateOrderError) return {kind: "question", question: choiceOf(error)};
    if (error instanceof StatementError) return {kind: "error", message: error.message};
    throw error;
  }
}

function choiceOf({line, value, days}: DateOrderError): DateChoice {
  const open = days.flatMap(({order, day}) => (order === "ymd" ? [] : [{order, day}]));
  return {line, value, days: open};
}

/** A rules file is told by its first rule or note, not by its name. */
function maybeRules(name: string, bytes: Uint8Array): OwnFile | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart();
  if (!/^(if |\[(first|normal|last)\]|#[^\n]*\n\s*(#|if |\[))/.test(head)) return undefined;
  const text = new TextDecoder().decode(bytes);
  try {
    const rules = parseRules(text, rulesName);
    return rules.length === 0
      ? {kind: "error", message: "a rules file without a rule (a rule is: if … then …)"}
      : {kind: "rules", text, count: rules.length};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {kind: "error", message: message.replace(rulesName, name)};
  }
}
