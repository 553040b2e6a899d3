/** A notebook: cells in the order in which they are read, each with a name that queries use. */
import {nearest} from "../nearest.js";
import {reservedRead} from "./reservedWords.js";
import {foldedName, sqlTokens} from "./sqlTokens.js";
import {inputsRead, tablesRead} from "./tablesRead.js";

export const cellKinds = ["sql", "text", "input"] as const;
export type CellKind = (typeof cellKinds)[number];

export interface Cell {
  /**
   * Lower-case letters, digits and `_`, as SQL takes it without quotes; texts have one too, so that each can be
   * told.
   */
  readonly name: string;
  readonly kind: CellKind;
  readonly source: string;
  /** The chart that was chosen for a query: what `chartText` writes. */
  readonly chart?: string;
}

export interface Notebook {
  readonly title: string;
  readonly cells: readonly Cell[];
  /** The files that its queries read: their rows are not kept with it. */
  readonly files?: readonly NotebookFile[];
}

export interface NotebookFile {
  /** What queries call it: a table of `files`, or the database that a file of DuckDB is. */
  readonly name: string;
  /** The file's own name. */
  readonly file: string;
}

export interface CellProblem {
  readonly cell: string;
  readonly message: string;
  /** From where to where in the cell's source, where one place is to blame. */
  readonly place?: {readonly from: number; readonly to: number};
}

const namePattern = /^[a-z_][a-z0-9_]{0,40}$/;

/** Whether a cell may be called so. */
export const isCellName = (name: string): boolean => namePattern.test(name);

/** The names of the other cells that a cell reads: tables that a query names, inputs that it takes as `$name`. */
export function reads({kind, source}: Cell, cells: readonly Cell[]): string[] {
  if (kind !== "sql") return [];
  const [tables, inputs] = [new Set(tablesRead(source)), new Set(inputsRead(source))];
  return cells
    .filter(({kind, name}) =>
      kind === "sql" ? tables.has(name) : kind === "input" && inputs.has(name),
    )
    .map(({name}) => name);
}

/** By name, the cells that each cell reads. */
export function readsByName(cells: readonly Cell[]): ReadonlyMap<string, readonly string[]> {
  return new Map(cells.map((cell) => [cell.name, reads(cell, cells)]));
}

/**
 * The names of the SQL cells that have to run again when `changed` has, in an order in which each finds ready what it
 * reads: itself first if it is a query. Cells in a circle are left out.
 */
export function toRun(cells: readonly Cell[], changed: string): string[] {
  const all = readsByName(cells);
  const stale = new Set([changed]);
  const order = inOrder(cells).order;
  for (const name of order) if (all.get(name)?.some((read) => stale.has(read))) stale.add(name);
  return order.filter((name) => stale.has(name));
}

/** What a cell needs to have run before it: itself last. */
export function neededFor(cells: readonly Cell[], name: string): string[] {
  const all = readsByName(cells);
  const needed = new Set([name]);
  const {order} = inOrder(cells);
  for (const each of [...order].reverse())
    if (needed.has(each)) for (const read of all.get(each) ?? []) needed.add(read);
  return order.filter((each) => needed.has(each));
}

/**
 * The SQL cells so that each comes after those that it reads, otherwise as they stand; and the circles, each as the
 * names along it.
 */
export function inOrder(cells: readonly Cell[]): {
  readonly order: readonly string[];
  readonly circles: readonly (readonly string[])[];
} {
  const all = readsByName(cells);
  const order: string[] = [];
  const circles: string[][] = [];
  const inCircle = new Set<string>();
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) {
      const circle = path.slice(path.indexOf(name));
      if (circle.every((each) => !inCircle.has(each))) circles.push(circle);
      for (const each of circle) inCircle.add(each);
      return;
    }
    if (done.has(name)) return;
    for (const read of all.get(name) ?? []) visit(read, [...path, name]);
    if (done.has(name)) return;
    done.add(name);
    order.push(name);
  };
  const queries = new Set(cells.filter(({kind}) => kind === "sql").map(({name}) => name));
  for (const name of queries) visit(name, []);
  return {order: order.filter((name) => queries.has(name) && !inCircle.has(name)), circles};
}

/** What is wrong with the cells among each other: names, inputs that are not there, circles. */
export function problemsOf(cells: readonly Cell[]): CellProblem[] {
  const seen = new Set<string>();
  const problems: CellProblem[] = [];
  const namesOf = (wanted: CellKind) =>
    new Set(cells.filter(({kind}) => kind === wanted).map(({name}) => name));
  const [tables, inputs] = [namesOf("sql"), namesOf("input")];
  for (const cell of cells) {
    const {name, kind, source} = cell;
    const say = (message: string, word?: string) =>
      problems.push({cell: name, message, ...placeOf(source, word)});
    if (!isCellName(name))
      say(
        `invalid name of a cell: ${JSON.stringify(name)} (write lower-case letters, digits and _)`,
      );
    if (seen.has(name)) say(`a name twice: ${name} (give one of the two cells another)`);
    seen.add(name);
    if (kind !== "sql") continue;
    for (const input of inputsRead(source))
      if (!inputs.has(input))
        say(
          `unknown input: $${input} (add an input cell of this name${meant(input, inputs)})`,
          `$${input}`,
        );
    const word = reservedRead(source, tables);
    if (word)
      say(
        `reserved word of SQL: ${word} (write "${word}" in quotes, or give that cell another name)`,
        word,
      );
  }
  for (const circle of inOrder(cells).circles) {
    for (const [at, name] of circle.entries()) {
      const around = [...circle.slice(at), ...circle.slice(0, at), name];
      const {source} = cells.find((cell) => cell.name === name)!;
      problems.push({
        cell: name,
        message: `cells read each other in a circle: ${around.join(" reads ")} (let one of them read something else)`,
        ...placeOf(source, around[1]),
      });
    }
  }
  return problems;
}

/** Where the source says a name for the first time; nothing where it does not. */
export function placeOf(source: string, name: string | undefined): Pick<CellProblem, "place"> {
  const token = sqlTokens(source).find(
    (token) => token.kind !== "comment" && foldedName(token) === name,
  );
  return token ? {place: {from: token.from, to: token.to}} : {};
}

const meant = (input: string, inputs: ReadonlySet<string>) => {
  const near = nearest(input, [...inputs]);
  return near === undefined ? "" : `, or did you mean $${near}?`;
};

/** The same as long as a cell and all that it reads are the same. */
export function contentKey(
  cell: Cell,
  cells: readonly Cell[],
  above: readonly string[] = [],
): string {
  const before = reads(cell, cells).map((name) => {
    const read = cells.find((cell) => cell.name === name)!;
    const isWithin = read.kind !== "sql" || above.includes(name); // around a circle once
    return `${name}=${isWithin ? read.source : contentKey(read, cells, [...above, name])}`;
  });
  return JSON.stringify([cell.source, ...before]);
}

/** A name like `answer` that no cell has: `answer`, `answer_2`, … */
export function freeName(cells: readonly Cell[], wanted: string): string {
  const taken = new Set(cells.map(({name}) => name));
  for (let at = 1; ; at++) {
    const name = at === 1 ? wanted : `${wanted}_${at}`;
    if (!taken.has(name)) return name;
  }
}
