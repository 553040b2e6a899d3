/**
 * The name that differs from `wrong` by the fewest letters, if that is at most a third of it; undefined if none
 * does.
 */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const word = wrong.toLowerCase();
  let best: {name: string; distance: number} | undefined;
  for (const name of names) {
    const distance = letterDistance(word, name.toLowerCase());
    if (distance > 0 && distance < (best?.distance ?? Infinity)) best = {name, distance};
  }
  return best && best.distance <= Math.max(1, word.length / 3) ? best.name : undefined;
}

/**
 * Letters to add, leave out, change or swap with the next: the distance of Damerau (1964), of adjacent letters
 * only.
 */
export function letterDistance(a: string, b: string): number {
  let [before, last, row]: number[][] = [[], [], Array.from({length: b.length + 1}, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last!, row!, [i]];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(last![j]! + 1, row![j - 1]! + 1, last![j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before![j - 2]! + 1);
      row![j] = least;
    }
  }
  return row![b.length]!;
}
