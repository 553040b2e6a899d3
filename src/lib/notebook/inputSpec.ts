/** What an input cell says, in lines of `key: value`: what is asked for, and the value that queries get as `$name`. */
import {parseDay} from "../day.js";
import {quotedText} from "../quotedSql.js";

export const inputKinds = ["number", "date", "choice", "person", "company"] as const;
export type InputKind = (typeof inputKinds)[number];

export interface InputSpec {
  readonly kind: InputKind;
  /** What it is called on the page; the name of the cell, if nothing. */
  readonly label: string;
  /** A number, a day like `2025-12-17`, one of the choices, or an id like `ind-000017`; empty for none. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  /** Only of a choice. */
  readonly choices?: readonly string[];
}

const keys = ["kind", "label", "value", "min", "max", "choices"];

/** What the lines say. Throws, naming the line, on what is no input. */
export function parseInput(source: string): InputSpec {
  const said = new Map<string, string>();
  for (const line of source.split("\n")) {
    if (line.trim() === "") continue;
    const [, key, value] = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || !keys.includes(key))
      throw new Error(
        `invalid line of an input: ${JSON.stringify(line)} (write one of ${keys.join(", ")}, a colon and a value)`,
      );
    said.set(key, value!);
  }
  const kind = inputKinds.find((kind) => kind === (said.get("kind") ?? "number"));
  if (!kind)
    throw new Error(
      `unknown kind of an input: ${JSON.stringify(said.get("kind"))} (one of ${inputKinds.join(", ")})`,
    );
  const choices = (said.get("choices") ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
  if (kind === "choice" && choices.length === 0)
    throw new Error("a choice without choices (write a line like: choices: Berlin, Hamburg)");
  return {
    kind,
    label: said.get("label") ?? "",
    value: said.get("value") ?? (kind === "choice" ? choices[0]! : ""),
    ...(said.has("min") ? {min: said.get("min")!} : {}),
    ...(said.has("max") ? {max: said.get("max")!} : {}),
    ...(kind === "choice" ? {choices} : {}),
  };
}

/** The lines of an input: what `parseInput` reads. */
export function printInput({kind, label, value, min, max, choices}: InputSpec): string {
  const lines = {kind, label, value, min, max, choices: choices?.join(", ")};
  return Object.entries(lines)
    .filter(([, text]) => text !== undefined && text !== "")
    .map(([key, text]) => `${key}: ${text}`)
    .join("\n");
}

/**
 * The value as SQL writes it: `12.5`, `(-5)`, `date '2025-12-17'`, `'Berlin'`; `null` for none. Throws on what is no value,
 * or no least or greatest one.
 */
export function inputSql({kind, value, min = "", max = ""}: InputSpec): string {
  for (const given of [value, min, max]) if (given !== "") assertValue(kind, given);
  if (value === "") return "null";
  // behind another minus, that of a number would begin a comment
  if (kind === "number") return value.startsWith("-") ? `(${value})` : value;
  return kind === "date" ? `date '${value}'` : quotedText(value);
}

function assertValue(kind: InputKind, value: string): void {
  if (kind === "date") parseDay(value);
  else if (kind === "number" && !/^-?\d+(\.\d+)?$/.test(value))
    throw new Error(`invalid number: ${JSON.stringify(value)} (write it like -12.5)`);
}
