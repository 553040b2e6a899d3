/**
 * What depends on what: pages on figures, figures on datasets, datasets on columns of tables, derived tables on columns of
 * others. It is read from the code itself when the site is built (`loaders/lineage/`); here it is asked.
 */

export type LineageKind = "page" | "figure" | "dataset" | "table" | "column";

/** The layers, from what a reader sees to what the bank records. */
export const lineageKinds: readonly LineageKind[] = [
  "page",
  "figure",
  "dataset",
  "table",
  "column",
];

/** A row of `lineage.json`. */
export interface LineageNode {
  /** Kind and name, `table:transactions`, `figure:people/savings#savings-shares`. */
  readonly id: string;
  readonly kind: LineageKind;
  readonly name: string;
  /** What it is: a title, the question that it answers, a grain, a meaning; null where nothing says. */
  readonly text: string | null;
  /** Where it is seen, from the root of the site; null for what is no page and no figure. */
  readonly path: string | null;
  /** The file that makes it, from the project's root; null for what the source records. */
  readonly file: string | null;
  /** The measures that its SQL calls. */
  readonly measures: readonly string[];
  /** The names that it is made of, the nearest only. */
  readonly reads: readonly string[];
}

/** A name near the chosen one, and whether nothing is between them. */
export interface Neighbour {
  readonly node: LineageNode;
  readonly isNear: boolean;
}

/** What the chosen name is made of, and what is made of it, by kind. */
export interface Neighbourhood {
  readonly made: Readonly<Record<LineageKind, readonly Neighbour[]>>;
  readonly uses: Readonly<Record<LineageKind, readonly Neighbour[]>>;
}

/** The names and both directions of their dependence, to be asked often. */
export interface Lineage {
  readonly nodes: readonly LineageNode[];
  node(id: string): LineageNode | undefined;
  /** All that a name is made of and all that is made of it. Throws on an unknown name. */
  around(id: string): Neighbourhood;
  /** The pages, figures and datasets that are made of a name, however many steps away. */
  madeOf(id: string, kind: LineageKind): readonly LineageNode[];
}

/** The id of the table of a column: `table:users` for `column:users.city`. */
export function tableOf(columnId: string): string {
  return columnId.replace(/^column:(.+)\.[^.]+$/, "table:$1");
}

export function lineageOf(nodes: readonly LineageNode[]): Lineage {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const readers = new Map<string, string[]>();
  for (const {id, reads} of nodes)
    for (const read of reads) readers.set(read, [...(readers.get(read) ?? []), id]);
  const columnsOf = new Map<string, string[]>();
  for (const {id, kind} of nodes)
    if (kind === "column") columnsOf.set(tableOf(id), [...(columnsOf.get(tableOf(id)) ?? []), id]);

  /** What a name is made of, one step down: a column belongs to its table, which may be derived from others. */
  const below = (id: string): readonly string[] =>
    id.startsWith("column:") ? [tableOf(id)] : (byId.get(id)?.reads ?? []);
  /** What is made of a name, one step up: a table is used where any of its columns is. */
  const above = (id: string): readonly string[] =>
    id.startsWith("table:")
      ? (columnsOf.get(id) ?? []).flatMap((column) => readers.get(column) ?? [])
      : (readers.get(id) ?? []);

  function around(id: string): Neighbourhood {
    const chosen = byId.get(id);
    if (!chosen) throw new Error(`no such name: ${id} (names begin with their kind, table:users)`);
    const made = reached(id, below);
    const uses = reached(id, above);
    if (chosen.kind === "table") for (const column of columnsOf.get(id) ?? []) made.set(column, 1);
    // the columns behind a derived table say little of what was chosen
    for (const [other, steps] of made)
      if (other.startsWith("column:") && steps > stepsTo(chosen.kind, "column")) made.delete(other);
    return {made: byKind(made, chosen.kind), uses: byKind(uses, chosen.kind)};
  }

  function byKind(steps: ReadonlyMap<string, number>, from: LineageKind): Neighbourhood["made"] {
    const found = [...steps]
      .flatMap(([id, distance]) => {
        const node = byId.get(id);
        return node ? [{node, isNear: distance <= stepsTo(from, node.kind)}] : [];
      })
      .sort((a, b) => Number(b.isNear) - Number(a.isNear) || (a.node.name < b.node.name ? -1 : 1));
    const of = (kind: LineageKind) => found.filter(({node}) => node.kind === kind);
    return {
      page: of("page"),
      figure: of("figure"),
      dataset: of("dataset"),
      table: of("table"),
      column: of("column"),
    };
  }

  return {
    nodes,
    node: (id) => byId.get(id),
    around,
    madeOf: (id, kind) =>
      [...reached(id, above).keys()].flatMap((other) => {
        const node = byId.get(other);
        return node?.kind === kind ? [node] : [];
      }),
  };
}

/** The fewest steps between two kinds where nothing is in between: a dataset reaches its tables by way of columns. */
function stepsTo(from: LineageKind, to: LineageKind): number {
  // columns are between datasets and tables
  const order: readonly LineageKind[] = ["page", "figure", "dataset", "column", "table"];
  const distance = Math.abs(order.indexOf(from) - order.indexOf(to));
  // a table is used as soon as one of its columns is
  return from === "table" ? Math.max(1, distance - 1) : Math.max(1, distance);
}

/** Every name that steps lead to, with the number of steps; the first is not among them. */
function reached(id: string, next: (id: string) => readonly string[]): Map<string, number> {
  const steps = new Map<string, number>([[id, 0]]);
  for (const [at, distance] of steps)
    for (const other of next(at)) if (!steps.has(other)) steps.set(other, distance + 1);
  steps.delete(id);
  return steps;
}
