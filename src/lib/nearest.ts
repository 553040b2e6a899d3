/** The name that a mistyped or shortened one most likely means; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: {name: string; distance: number} | undefined;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = {name: candidate, distance};
  }
  if (best && best.distance <= Math.max(1, Math.floor(name.length * 0.4))) return best.name;
  return known.find((candidate) => candidate.startsWith(`${name}_`));
}

/** ` (did you mean customer_count?)`, or the names that there are where none is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return ` (did you mean ${near}?)`;
  const some = known.slice(0, 12).join(", ");
  return known.length === 0 ? "" : ` (there are ${some}${known.length > 12 ? ", …" : ""})`;
}

/** Letters to put in, take out, exchange or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        row[j - 1]! + 1,
        last[j]! + 1,
        last[j - 1]! + (isSame ? 0 : 1),
        isSwap ? beforeLast[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
