import type {Cell} from "./notebook.js";
import {foldedName, sqlTokens} from "./sqlTokens.js";
import {isOwnPath, namesMade, type TableUse, tableUses} from "./tablesRead.js";

/** Another text from one place of a source to another. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What is written anew in a query when a cell that it reads gets another name: the table and, before a dot, the name by
 * which its columns are told. Texts, comments, columns and other tables called alike stay. Where a name before a dot could
 * be another table's, the cell's keeps its old name as an alias.
 */
export function renamedReads(
  source: string,
  {name, kind}: Pick<Cell, "name" | "kind">,
  after: string,
): Edit[] {
  if (kind === "text") return [];
  if (kind === "input")
    return sqlTokens(source)
      .filter((token) => token.kind === "input" && token.text.slice(1).toLowerCase() === name)
      .map(({from, to}) => ({from: from + 1, to, text: after}));
  const isMade = namesMade(source).includes(name);
  const uses = tableUses(source);
  const read = uses.filter(
    ({path}) => path.at(-1) === name && isOwnPath(path) && !(isMade && path.length === 1),
  );
  const isPlain = (use: TableUse) => read.includes(use) && !use.isAliased;
  const told = read.some(isPlain) ? namesBeforeDots(source, name, uses) : [];
  const isUnclear =
    told.length > 0 && (isMade || uses.some((use) => use.name === name && !isPlain(use)));
  const tables = read.map((use) => ({
    from: use.from,
    to: use.to,
    text: isUnclear && isPlain(use) ? `${after} as ${name}` : after,
  }));
  const columns = isUnclear ? [] : told.map(({from, to}) => ({from, to, text: after}));
  return [...tables, ...columns].sort((a, b) => a.from - b.from);
}

/** Where a name stands before a dot, outside of the names of tables. */
function namesBeforeDots(source: string, name: string, uses: readonly TableUse[]) {
  const tokens = sqlTokens(source).filter(({kind}) => kind !== "comment");
  return tokens.filter(
    (token, at) =>
      (token.kind === "word" || token.kind === "quoted") &&
      foldedName(token) === name &&
      tokens[at + 1]?.text === "." &&
      tokens[at - 1]?.text !== "." &&
      !uses.some(({begin, to}) => begin <= token.from && token.to <= to),
  );
}

/** The source with edits, which come in its order. */
export function withEdits(source: string, edits: readonly Edit[]): string {
  let written = "";
  let end = 0;
  for (const {from, to, text} of edits) {
    written += source.slice(end, from) + text;
    end = to;
  }
  return written + source.slice(end);
}
