/** How alike two divisions of the same people are. A division is one label a person, 0 and up. */

/** How many people have each pair of labels, `table[a][b]`. */
function crossed(a: readonly number[], b: readonly number[]): number[][] {
  const width = partCount(b);
  const table = Array.from({length: partCount(a)}, () => Array<number>(width).fill(0));
  a.forEach((label, at) => {
    table[label]![b[at]!]! += 1;
  });
  return table;
}

/** Not by `Math.max(...labels)`, which takes some hundred thousand people at most. */
const partCount = (labels: readonly number[]) =>
  labels.reduce((count, label) => Math.max(count, label + 1), 0);

const pairs = (count: number) => (count * (count - 1)) / 2;
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/**
 * The Rand index adjusted for chance (Hubert and Arabie 1985, Journal of Classification 2): 1 where two divisions are the
 * same but for the names of their parts, about 0 where they agree as chance would have it, below 0 for less than that.
 * Two divisions that put all into one part, or each person into a part of their own, are the same: 1.
 */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const table = crossed(a, b);
  const together = total(table.flat().map(pairs));
  const inA = total(table.map((row) => pairs(total(row))));
  const inB = total((table[0] ?? []).map((_, at) => pairs(total(table.map((row) => row[at]!)))));
  const all = pairs(a.length);
  const expected = all > 0 ? (inA * inB) / all : 0;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/**
 * For each part of `a` how well the most similar part of `b` matches it, by Jaccard's coefficient: people in both over
 * people in either; 0 for a part without people.
 */
export function bestJaccards(a: readonly number[], b: readonly number[], parts: number): number[] {
  const table = crossed(a, b);
  const sizes = (table[0] ?? []).map((_, at) => total(table.map((row) => row[at]!)));
  return Array.from({length: parts}, (_, part) => {
    const row = table[part] ?? [];
    const size = total(row);
    return Math.max(
      0,
      ...row.map((both, at) => (both > 0 ? both / (size + sizes[at]! - both) : 0)),
    );
  });
}
