/**
 * Pairs of two sides with the largest sum of gains, each used at most once, and left alone where no pair gains. The
 * Hungarian method with potentials (Kuhn 1955, Munkres 1957, by shortest augmenting paths as Jonker and Volgenant 1987,
 * over the pairs that are possible only): to take the best pair first, and then the best of what is left, can lose more
 * later than it gained.
 */

export interface Pairing {
  readonly left: number;
  readonly right: number;
  readonly gain: number;
}

/**
 * The best pairs out of those given, which must gain something; in order of `left`. Sides that no chain of pairs joins
 * are solved apart.
 */
export function bestPairs(possible: readonly Pairing[]): Pairing[] {
  return chainsOf(possible)
    .flatMap(solve)
    .sort((a, b) => a.left - b.left);
}

/** The possible pairs in parts that share no side. */
function chainsOf(possible: readonly Pairing[]): Pairing[][] {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    while (parent.has(root)) root = parent.get(root)!;
    if (root !== name) parent.set(name, root);
    return root;
  };
  for (const {left, right} of possible) {
    const [a, b] = [rootOf(`l${left}`), rootOf(`r${right}`)];
    if (a !== b) parent.set(a, b);
  }
  const chains = new Map<string, Pairing[]>();
  for (const pair of possible) {
    const root = rootOf(`l${pair.left}`);
    const chain = chains.get(root);
    if (chain) chain.push(pair);
    else chains.set(root, [pair]);
  }
  return [...chains.values()];
}

interface Edge {
  readonly column: number;
  readonly cost: number;
}

function solve(chain: readonly Pairing[]): readonly Pairing[] {
  if (chain.length === 1) return chain;
  const lefts = [...new Set(chain.map(({left}) => left))];
  const rights = [...new Set(chain.map(({right}) => right))];
  const [rowOf, columnOf] = [placesOf(lefts), placesOf(rights)];
  const pairs = lefts.map(() => new Map<number, Pairing>());
  for (const pair of chain) pairs[rowOf.get(pair.left)!]!.set(columnOf.get(pair.right)!, pair);
  // A column of its own for each left side, to stay alone at no cost.
  const edges = pairs.map((row, at): Edge[] => [
    {column: rights.length + at, cost: 0},
    ...[...row].map(([column, {gain}]) => ({column, cost: -gain})),
  ]);
  return cheapestColumns(edges).flatMap((column, row) => pairs[row]!.get(column) ?? []);
}

function placesOf(items: readonly number[]): Map<number, number> {
  return new Map(items.map((item, place) => [item, place]));
}

/** The column of each row, each used once, with the least sum of costs; each row has a column that no other can use. */
function cheapestColumns(edges: readonly (readonly Edge[])[]): number[] {
  const rowPotential = edges.map((row) => Math.min(...row.map(({cost}) => cost)));
  const columnPotential = new Map<number, number>();
  const potentialOf = (column: number) => columnPotential.get(column) ?? 0;
  const rowOf = new Map<number, number>();
  for (let row = 0; row < edges.length; row++) {
    // The shortest way from the row, over columns in use and their rows, to a column that is free (Dijkstra 1959).
    const open = new Map<number, number>();
    const closed = new Map<number, number>();
    const comesFrom = new Map<number, number>();
    let [placed, at, reach] = [row, -1, 0];
    for (;;) {
      for (const {column, cost} of edges[placed]!) {
        const length = reach + cost - rowPotential[placed]! - potentialOf(column);
        if (closed.has(column) || length >= (open.get(column) ?? Number.POSITIVE_INFINITY))
          continue;
        open.set(column, length);
        comesFrom.set(column, at);
      }
      [at, reach] = nearestOf(open);
      open.delete(at);
      const user = rowOf.get(at);
      if (user === undefined) break;
      closed.set(at, reach);
      placed = user;
    }
    rowPotential[row]! += reach;
    for (const [column, length] of closed) {
      rowPotential[rowOf.get(column)!]! += reach - length;
      columnPotential.set(column, potentialOf(column) - reach + length);
    }
    for (let column = at; column >= 0; ) {
      const before = comesFrom.get(column)!;
      rowOf.set(column, before < 0 ? row : rowOf.get(before)!);
      column = before;
    }
  }
  const columns = Array<number>(edges.length).fill(-1);
  for (const [column, row] of rowOf) columns[row] = column;
  return columns;
}

function nearestOf(open: ReadonlyMap<number, number>): [column: number, length: number] {
  let nearest: [number, number] = [-1, Number.POSITIVE_INFINITY];
  for (const entry of open) if (entry[1] < nearest[1]) nearest = entry;
  return nearest;
}
