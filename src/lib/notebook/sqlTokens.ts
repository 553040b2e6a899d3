/**
 * SQL in its smallest parts, as DuckDB reads them: enough to know names from texts and comments. Blanks are left out,
 * and what is not closed ends with the text.
 */
export type SqlTokenKind = "word" | "quoted" | "text" | "number" | "input" | "comment" | "mark";

export interface SqlToken {
  readonly kind: SqlTokenKind;
  /** As written, quotes and all. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Either mark ends a line. */
const lineComment = String.raw`--[^\n\r]*`;
/** To the engine each letter beyond ASCII may begin a name, whatever it is. */
const letter = String.raw`(?:[A-Za-z_]|[^\0-\x7f\s])`;

/** `$$text$$` or `$tag$text$tag$`. */
const dollars = String.raw`(?<tag>\$(?:${letter}(?:${letter}|\d)*)?\$)[\s\S]*?(?:\k<tag>|$)`;
/** Between quotes there is a line's end, and behind it the same text goes on with its escapes. */
const gap = String.raw`'(?:[ \t\f]|${lineComment})*[\n\r](?:\s|${lineComment}[\n\r])*'`;
const escaped = String.raw`[eE]'(?:[^'\\]|''|\\[\s\S]|${gap})*(?:'|$)`;
const plain = "'(?:[^']|'')*(?:'|$)";

const token = new RegExp(
  [
    String.raw`(?<comment>${lineComment}|/\*)`,
    `(?<text>${escaped}|${plain}|${dollars})`,
    '(?<quoted>"(?:[^"]|"")*(?:"|$))',
    String.raw`(?<input>\$${letter}(?:${letter}|\d)*)`,
    String.raw`(?<number>\d+(?:_\d+)*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>${letter}(?:${letter}|[\d$])*)`,
    String.raw`(?<mark>::|\S)`,
  ].join("|"),
  "gu",
);

const kinds = ["comment", "text", "quoted", "input", "number", "word", "mark"] as const;

/** The tokens of a text, in its order. Their texts and the blanks between them are the whole of it. */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  const next = new RegExp(token);
  for (let match = next.exec(sql); match; match = next.exec(sql)) {
    const {0: opening, index: from, groups} = match;
    if (opening === "/*") next.lastIndex = commentEnd(sql, from);
    const to = next.lastIndex;
    const kind = kinds.find((kind) => groups?.[kind] !== undefined)!;
    tokens.push({kind, text: sql.slice(from, to), from, to});
  }
  return tokens;
}

/** Where a comment between `/*` and its end ends; it may hold others. */
export function commentEnd(sql: string, from: number): number {
  let depth = 0;
  for (const {0: mark, index} of sql.slice(from).matchAll(/\/\*|\*\//g)) {
    depth += mark === "/*" ? 1 : -1;
    if (depth === 0) return from + index + mark.length;
  }
  return sql.length;
}

/** The name that a word or a quoted name stands for, as the engine compares it: without case. */
export function foldedName({kind, text}: SqlToken): string {
  return (kind === "quoted" ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}

export interface Statement {
  readonly sql: string;
  /** Where it begins in the whole. */
  readonly from: number;
  /** Its first word, lower-case; empty where it begins with a mark. */
  readonly verb: string;
}

/** The statements between the semicolons, without those that say nothing. */
export function statements(sql: string): Statement[] {
  const found: Statement[] = [];
  let [first, last]: [SqlToken?, SqlToken?] = [];
  const end = () => {
    if (first && last) {
      const verb = first.kind === "word" ? first.text.toLowerCase() : "";
      found.push({sql: sql.slice(first.from, last.to), from: first.from, verb});
    }
    first = last = undefined;
  };
  for (const token of sqlTokens(sql)) {
    if (token.kind === "comment") continue;
    if (token.text === ";" && token.kind === "mark") end();
    else {
      first ??= token;
      last = token;
    }
  }
  end();
  return found;
}
