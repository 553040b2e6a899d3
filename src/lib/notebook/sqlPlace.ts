/** What is wanted where somebody types SQL: a table, a member of something, or another name. */
import {foldedName, type SqlToken, sqlTokens} from "./sqlTokens.js";
import {expectsTable} from "./tablesRead.js";

export interface SqlPlace {
  /**
   * `member`: of what stands before the dot. `nothing`: within a text, a comment or a number, or where a new name is made.
   */
  readonly wants: "name" | "member" | "nothing";
  /** The parts before the dots, lower-case. */
  readonly of: readonly string[];
  /** Whether a query names its tables there. */
  readonly isTable: boolean;
  /** What is typed of the name, lower-case, and where it begins. */
  readonly word: string;
  readonly from: number;
}

/** What is wanted at the end of the SQL. */
export function placeAtEnd(sql: string): SqlPlace {
  const tokens = sqlTokens(sql);
  const last = tokens.at(-1);
  const isAtEnd = last?.to === sql.length;
  const nothing: SqlPlace = {
    wants: "nothing",
    of: [],
    isTable: false,
    word: "",
    from: sql.length,
  };
  if (last && isAtEnd && !["word", "mark"].includes(last.kind)) return nothing;
  const isWord = isAtEnd && last?.kind === "word";
  const before = tokens.slice(0, isWord ? -1 : undefined).filter(({kind}) => kind !== "comment");
  const from = isWord ? last.from : sql.length;
  const word = isWord ? last.text.toLowerCase() : "";
  const {of, start} = qualifiers(before, from);
  const isTable = expectsTable(sql.slice(0, start));
  if (of.length > 0) return {wants: "member", of, isTable, word, from};
  const previous = before.at(-1);
  if (previous?.text === ".") return nothing;
  if (previous?.kind === "word" && previous.text.toLowerCase() === "as") return nothing;
  return {wants: "name", of, isTable, word, from};
}

/** The names before the dots that lead up to a place, without blanks between, and where they start. */
function qualifiers(
  tokens: readonly SqlToken[],
  place: number,
): {readonly of: readonly string[]; readonly start: number} {
  const of: string[] = [];
  let start = place;
  for (let at = tokens.length - 1; at > 0; at -= 2) {
    const [name, dot] = [tokens[at - 1]!, tokens[at]!];
    const isName = name.kind === "word" || name.kind === "quoted";
    if (dot.text !== "." || dot.to !== start || !isName || name.to !== dot.from) break;
    of.unshift(foldedName(name));
    start = name.from;
  }
  return {of, start};
}

/** The names that `as` gives in a query, without tables and types, lower-case. */
export function namesGiven(sql: string): string[] {
  const tokens = sqlTokens(sql).filter(({kind}) => kind !== "comment");
  const given = tokens.filter(
    (token, at) =>
      (token.kind === "word" || token.kind === "quoted") &&
      tokens[at - 1]?.text.toLowerCase() === "as" &&
      [",", "from", undefined].includes(tokens[at + 1]?.text.toLowerCase()),
  );
  return [...new Set(given.map(foldedName))];
}
