/** The words and marks of a rules file, by rule. */
import {type Stage, stages} from "./rule.js";

export interface Token {
  readonly kind: "word" | "quoted" | "expression" | "mark";
  readonly text: string;
  readonly line: number;
}

/** What stands in a file from one unindented line to the next. */
export interface RuleTokens {
  readonly stage: Stage;
  readonly line: number;
  readonly tokens: readonly Token[];
}

/** `line 3 of my-rules: unknown field: "paye" (write payee or text)`. */
export function ruleError(file: string, line: number, message: string): Error {
  return new Error(`line ${line} of ${file}: ${message}`);
}

const token = /\s*(?:"((?:[^"]|"")*)"|\/((?:[^/\\]|\\.)+)\/|([,()])|([^\s,()"]+))/uy;

/** The rules of a file, in its order. Throws with the line on a quote that never closes and an unknown stage. */
export function ruleTokens(text: string, file: string): RuleTokens[] {
  const rules: {stage: Stage; line: number; tokens: Token[]}[] = [];
  let stage: Stage = "normal";
  for (const [index, row] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1;
    const content = row.trim();
    if (content === "" || content.startsWith("#")) continue;
    const heading = /^\[(.*)\]$/.exec(content)?.[1]?.trim();
    if (heading !== undefined) {
      stage = stageNamed(heading, file, line);
      continue;
    }
    const tokens = lineTokens(content, file, line);
    const last = rules.at(-1);
    if (/^\s/.test(row) && last?.stage === stage) last.tokens.push(...tokens);
    else rules.push({stage, line, tokens});
  }
  return rules;
}

function stageNamed(name: string, file: string, line: number): Stage {
  const stage = stages.find((known) => known === name);
  if (stage) return stage;
  const next = stages.map((known) => `[${known}]`).join(", ");
  throw ruleError(file, line, `unknown stage: ${JSON.stringify(name)} (write one of ${next})`);
}

function lineTokens(content: string, file: string, line: number): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < content.length) {
    const from = token.lastIndex;
    const found = token.exec(content);
    if (!found) {
      const rest = JSON.stringify(content.slice(from).trim());
      throw ruleError(file, line, `quote that never closes: ${rest} (end it with ")`);
    }
    const [, quoted, expression, mark, word] = found;
    if (quoted !== undefined)
      tokens.push({kind: "quoted", text: quoted.replaceAll('""', '"'), line});
    else if (expression !== undefined) tokens.push({kind: "expression", text: expression, line});
    else if (mark !== undefined) tokens.push({kind: "mark", text: mark, line});
    else tokens.push({kind: "word", text: word!, line});
  }
  return tokens;
}
