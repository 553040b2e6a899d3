import {parseArgs} from "node:util";
import {sayLastWords} from "./lastWords.js";

interface Described {
  readonly help: string;
}

/** One option of a command. A `flag` is true or false; the others take a value. */
export type Option =
  | (Described & {readonly type: "flag"})
  | (Described & {
      readonly type: "text";
      readonly default?: string;
      readonly values?: readonly string[];
    })
  | (Described & {
      readonly type: "integer" | "number";
      readonly default?: number;
      readonly min?: number;
      readonly max?: number;
    });

type Value<O extends Option> = O extends {type: "flag"}
  ? boolean
  : O extends {type: "text"}
    ? O extends {default: string}
      ? string
      : string | undefined
    : O extends {default: number}
      ? number
      : number | undefined;

export type Values<S extends Record<string, Option>> = {[K in keyof S]: Value<S[K]>};

export interface Command<S extends Record<string, Option>> {
  /** As a person calls it, for example `npm run seed --`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: S;
}

/** A mistake in how a command was called: one line for the person, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The values of a command's options, by name; defaults filled in. Throws `UsageError` on an unknown option,
 * a missing or malformed value, or one out of range.
 */
export function parseOptions<const S extends Record<string, Option>>(
  command: Command<S>,
  argv: readonly string[],
): Values<S> {
  const {values} = parse(command, argv);
  const result: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    result[name] = convert(name, option, values[name]);
  }
  return result as Values<S>;
}

/**
 * As `parseOptions`, for a command's main module: `--help` prints the help and exits 0, a mistake prints
 * one line and exits 2. Errors that nobody takes are told as `sayLastWords` says.
 */
export function readOptions<const S extends Record<string, Option>>(
  command: Command<S>,
  argv: readonly string[] = process.argv.slice(2),
): Values<S> {
  sayLastWords();
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(helpText(command));
    process.exit(0);
  }
  try {
    return parseOptions(command, argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message} (${command.usage} --help lists the options)\n`);
    process.exit(2);
  }
}

/** The words of a command line that are neither options nor their values, and the rest, for `readOptions`. */
export function operandsOf(
  command: Command<Record<string, Option>>,
  argv: readonly string[] = process.argv.slice(2),
): {operands: string[]; rest: string[]} {
  const args = [...argv];
  const {tokens} = parseArgs({
    args,
    options: parserOptions(command),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const places = tokens.flatMap(({kind, index}) => (kind === "positional" ? [index] : []));
  return {
    operands: places.map((at) => args[at]!),
    rest: args.filter((_, at) => !places.includes(at)),
  };
}

/** The help of a command: summary, usage, and a line for each option with its default. */
export function helpText(command: Command<Record<string, Option>>): string {
  const rows = Object.entries(command.options).map(([name, option]) => [
    option.type === "flag" ? `--${name}` : `--${name} <${option.type}>`,
    "default" in option && option.default !== undefined
      ? `${option.help} (default ${option.default})`
      : option.help,
  ]);
  const width = Math.max(6, ...rows.map(([left]) => left!.length));
  const lines = rows.map(([left, right]) => `  ${left!.padEnd(width)}  ${right}`);
  return [
    command.summary,
    "",
    `Usage: ${command.usage} [options]`,
    "",
    ...lines,
    `  ${"--help".padEnd(width)}  print this`,
    "",
  ].join("\n");
}

function parserOptions(command: Command<Record<string, Option>>) {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      {type: option.type === "flag" ? ("boolean" as const) : ("string" as const)},
    ]),
  );
}

function parse(command: Command<Record<string, Option>>, argv: readonly string[]) {
  try {
    const args = attachNegatives([...argv]);
    return parseArgs({args, options: parserOptions(command), strict: true});
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const fault = message.replace(advice, "").replace(/^./, (first) => first.toLowerCase());
    throw new UsageError(fault.replaceAll("\n", "\\n"));
  }
}

/** What Node's parser says behind a mistake. Not cut at a mark: an argument may be `/tmp/trades.csv`. */
const advice =
  /\. This command does not take positional arguments$|\.\nDid you forget to specify .*$/s;

/** `--months -3` as `--months=-3`, so that the range check, not the parser, speaks of it. */
function attachNegatives(argv: string[]): string[] {
  const joined: string[] = [];
  for (const word of argv) {
    const last = joined.at(-1);
    if (/^-\d/.test(word) && last?.startsWith("--") && !last.includes("=")) {
      joined[joined.length - 1] = `${last}=${word}`;
    } else joined.push(word);
  }
  return joined;
}

function convert(name: string, option: Option, given: unknown): unknown {
  if (option.type === "flag") return given === true;
  if (given === undefined) return option.default;
  const text = String(given);
  if (option.type === "text") {
    if (option.values && !option.values.includes(text)) {
      throw new UsageError(`invalid --${name}: ${text} (use ${option.values.join(", ")})`);
    }
    return text;
  }
  const value = Number(text);
  const whole = option.type === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (text.trim() === "" || !whole) {
    const kind = option.type === "integer" ? "whole number" : "number";
    throw new UsageError(`invalid --${name}: ${JSON.stringify(text)} is not a ${kind}`);
  }
  const {min = -Infinity, max = Infinity} = option;
  if (value < min || value > max) {
    const range = max === Infinity ? `at least ${min}` : `${min} to ${max}`;
    throw new UsageError(`invalid --${name}: ${value} (use ${range})`);
  }
  return value;
}
