/**
 * A notebook as a file: markdown that reads as a page. Text stands as it is; a query or an input stands in a fence
 * whose first line says its kind and name.
 *
 *     # Where the fees come from
 *
 *     ```input least
 *     kind: number
 *     ```
 *
 *     ```sql fees
 *     select …
 *     ```
 *
 * The files that its queries read stand below the title, as `<!-- file sales: Sales 2025.csv -->`. Two texts that follow each other are kept apart by a line `<!-- cell -->`.
 */
import {type Cell, freeName, type Notebook, type NotebookFile} from "./notebook.js";

const parted = "<!-- cell -->";
const fileLine = /^<!-- file ([a-z_][a-z0-9_]*): (.+) -->$/;
const fence = /^(`{3,})(sql|input) ([a-z_][a-z0-9_]*)(?: chart=(\S+))?[ \t]*$/;

type Opening = [line: string, ticks: string, kind: "sql" | "input", name: string, chart?: string];

/** The notebook as markdown. */
export function printNotebook({title, cells, files = []}: Notebook): string {
  const blocks: string[] = [`# ${title}`];
  if (files.length > 0) blocks.push(files.map(printFile).join("\n"));
  let before: Cell | undefined;
  for (const cell of cells) {
    if (cell.kind === "text") {
      if (before?.kind === "text") blocks.push(parted);
      blocks.push(escaped(cell.source));
    } else blocks.push(fenced(cell));
    before = cell;
  }
  return `${blocks.join("\n\n")}\n`;
}

/** A name that would end the line is kept without what ends it. */
const printFile = ({name, file}: NotebookFile) =>
  `<!-- file ${name}: ${file.replaceAll(/-->|[\r\n]/g, "")} -->`;

/** A fence that is longer than any within. */
function fenced({kind, name, source, chart}: Cell): string {
  const longest = Math.max(
    2,
    ...Array.from(source.matchAll(/^\s*(`{3,})/gm), ([, ticks]) => ticks!.length),
  );
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${kind} ${name}${chart ? ` chart=${chart}` : ""}\n${source}\n${ticks}`;
}

/** A text could look like a cell, or like what parts two: such a line gets a backslash before it. */
const escaped = (text: string) =>
  text.replace(/^\\*(?:`{3,}(?:sql|input) [a-z_]|<!-- (?:cell -->|file [a-z_]))/gm, "\\$&");
const unescaped = (text: string) =>
  text.replace(/^\\(\\*(?:`{3,}(?:sql|input) [a-z_]|<!-- (?:cell -->|file [a-z_])))/gm, "$1");

/**
 * The notebook in a file of markdown, made here or by hand. Never fails: what is no cell is text. The first heading, if
 * the file begins with one, is the title.
 */
export function parseNotebook(markdown: string): Notebook {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const heading = /^# (.*)$/.exec(lines.find((line) => line.trim() !== "") ?? "");
  if (heading) lines.splice(0, lines.findIndex((line) => line.trim() !== "") + 1);
  const cells: Cell[] = [];
  const files: NotebookFile[] = [];
  let text: string[] = [];
  const endText = () => {
    const source = unescaped(trimmed(text).join("\n"));
    if (source !== "") cells.push({name: freeName(cells, "text"), kind: "text", source});
    text = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const open = fence.exec(line);
    const named = fileLine.exec(line);
    if (line === parted) endText();
    else if (named) files.push({name: named[1]!, file: named[2]!});
    else if (!open) text.push(line);
    else {
      endText();
      const [, ticks, kind, name, chart] = open as unknown as Opening;
      const end = lines.findIndex((line, index) => index > at && line.trimEnd() === ticks);
      const last = end < 0 ? lines.length : end;
      const source = lines.slice(at + 1, last).join("\n");
      cells.push({name, kind, source, ...(chart ? {chart} : {})});
      at = last;
    }
  }
  endText();
  const title = heading?.[1]?.trim() || "A notebook";
  return {title, cells: withTextNames(cells), ...(files.length > 0 ? {files} : {})};
}

/** Texts are called after their place, beside the names that queries and inputs have. */
function withTextNames(cells: readonly Cell[]): Cell[] {
  const named: Cell[] = cells.filter(({kind}) => kind !== "text");
  return cells.map((cell) => {
    if (cell.kind !== "text") return cell;
    const text = {...cell, name: freeName(named, "text")};
    named.push(text);
    return text;
  });
}

function trimmed(lines: readonly string[]): readonly string[] {
  const isBlank = (line: string) => line.trim() === "";
  const first = lines.findIndex((line) => !isBlank(line));
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}
