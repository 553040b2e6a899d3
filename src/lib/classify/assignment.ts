/**
 * Pairs of two sides with the largest sum of gains, each used at most once, and left alone where no pair gains. The
 * Hungarian method with potentials (Kuhn 1955, Munkres 1957, in the shortest augmenting path form of Jonker and Volgenant
 * 1987): to take the best pair first, and then the best of what is left, can lose more later than it gained.
 */

export interface Pairing {
  readonly left: number;
  readonly right: number;
  readonly gain: number;
}

/**
 * The best pairs out of those given, which must gain something; in order of `left`. Sides that no chain of pairs joins are
 * solved apart, in the cube of the number of members of a chain.
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

function solve(chain: readonly Pairing[]): readonly Pairing[] {
  if (chain.length === 1) return chain;
  const lefts = [...new Set(chain.map(({left}) => left))];
  const rights = [...new Set(chain.map(({right}) => right))];
  const pairs = new Map(chain.map((pair) => [`${pair.left} ${pair.right}`, pair]));
  const pairAt = (row: number, column: number) => pairs.get(`${lefts[row]} ${rights[column]}`);
  // A column for each left side that stays alone makes the table wide enough, and every row's choice free.
  const cost = lefts.map((_, row) =>
    Array.from(
      {length: rights.length + lefts.length},
      (_, column) => -(pairAt(row, column)?.gain ?? 0),
    ),
  );
  return cheapestColumns(cost).flatMap((column, row) => pairAt(row, column) ?? []);
}

/** The column of each row, each used once, with the least sum of costs; at least as many columns as rows. */
function cheapestColumns(cost: readonly (readonly number[])[]): number[] {
  const [height, width] = [cost.length, cost[0]!.length];
  const rowPotential = Array<number>(height + 1).fill(0);
  const columnPotential = Array<number>(width + 1).fill(0);
  /** The row of each column, from 1 on; 0 for none. Column 0 holds the row that is being placed. */
  const rowOf = Array<number>(width + 1).fill(0);
  for (let row = 1; row <= height; row++) {
    rowOf[0] = row;
    const least = Array<number>(width + 1).fill(Number.POSITIVE_INFINITY);
    const before = Array<number>(width + 1).fill(0);
    const isDone = Array<boolean>(width + 1).fill(false);
    let at = 0;
    do {
      isDone[at] = true;
      const placed = rowOf[at]!;
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let column = 1; column <= width; column++) {
        if (isDone[column]) continue;
        const reduced =
          cost[placed - 1]![column - 1]! - rowPotential[placed]! - columnPotential[column]!;
        if (reduced < least[column]!) {
          least[column] = reduced;
          before[column] = at;
        }
        if (least[column]! < step) [step, next] = [least[column]!, column];
      }
      for (let column = 0; column <= width; column++) {
        if (isDone[column]) {
          rowPotential[rowOf[column]!]! += step;
          columnPotential[column]! -= step;
        } else least[column]! -= step;
      }
      at = next;
    } while (rowOf[at] !== 0);
    while (at !== 0) {
      const previous = before[at]!;
      rowOf[at] = rowOf[previous]!;
      at = previous;
    }
  }
  const columns = Array<number>(height).fill(-1);
  rowOf.forEach((row, column) => {
    if (column > 0 && row > 0) columns[row - 1] = column - 1;
  });
  return columns;
}
