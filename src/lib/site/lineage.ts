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

/** A name near the chosen one; near where no derived table is in between. */
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

  /** As `next`, but not on from a derived table that is not the chosen name itself. */
  const shortOf = (chosen: string, next: (id: string) => readonly string[]) => (id: string) =>
    id.startsWith("table:") && id !== chosen ? [] : next(id);

  function around(id: string): Neighbourhood {
    if (!byId.has(id))
      throw new Error(`no such name: ${id} (a name begins with its kind: table:users)`);
    const near = {
      made: reached(id, shortOf(id, below)),
      uses: reached(id, shortOf(id, above)),
    };
    for (const column of columnsOf.get(id) ?? []) near.made.add(column);
    // of what is behind a derived table, the columns say little
    const behind = [...reached(id, below)].filter((other) => !other.startsWith("column:"));
    return {
      made: byKind(new Set([...near.made, ...behind]), near.made),
      uses: byKind(reached(id, above), near.uses),
    };
  }

  function byKind(ids: ReadonlySet<string>, near: ReadonlySet<string>): Neighbourhood["made"] {
    const found = [...ids]
      .flatMap((id) => {
        const node = byId.get(id);
        return node ? [{node, isNear: near.has(id)}] : [];
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
      [...reached(id, above)].flatMap((other) => {
        const node = byId.get(other);
        return node?.kind === kind ? [node] : [];
      }),
  };
}

/** Every name that steps lead to; the first is not among them. */
function reached(id: string, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set([id]);
  for (const at of found) for (const other of next(at)) found.add(other);
  found.delete(id);
  return found;
}
