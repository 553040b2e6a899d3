/** The few functions over rows that the sentences need; a library of them would weigh more than the page's data. */

/** Items by a key, in order of appearance. */
export function group<T, Key>(items: readonly T[], key: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const at = key(item);
    const same = groups.get(at);
    if (same) same.push(item);
    else groups.set(at, [item]);
  }
  return groups;
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** The first item with the least value; undefined of none. */
export function least<T>(items: readonly T[], value: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (least, item) => (least === undefined || value(item) < value(least) ? item : least),
    undefined,
  );
}
