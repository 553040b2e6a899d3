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

/** `$$text$$` or `$tag$text$tag$`. */
const dollars = /(?<tag>\$[A-Za-z_]*\$)[\s\S]*?(?:\k<tag>|$)/u;
const texts = [/[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)/u, /'(?:[^']|'')*(?:'|$)/u, dollars];

const token = new RegExp(
  [
    /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/u,
    {source: `(?<text>${texts.map(({source}) => source).join("|")})`},
    /(?<quoted>"(?:[^"]|"")*(?:"|$))/u,
    /(?<input>\$[\p{L}_][\p{L}\p{N}_]*)/u,
    /(?<number>\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/u,
    /(?<word>[\p{L}_][\p{L}\p{N}_$]*)/u,
    /(?<mark>::|\S)/u,
  ]
    .map(({source}) => source)
    .join("|"),
  "gu",
);

const kinds = ["comment", "text", "quoted", "input", "number", "word", "mark"] as const;

/** The tokens of a text, in its order. Their texts and the blanks between them are the whole of it. */
export function sqlTokens(sql: string): SqlToken[] {
  return Array.from(sql.matchAll(token), ({0: text, index, groups}) => ({
    kind: kinds.find((kind) => groups?.[kind] !== undefined)!,
    text,
    from: index,
    to: index + text.length,
  }));
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
