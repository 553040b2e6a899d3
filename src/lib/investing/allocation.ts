/** A part of a whole: what it is called, what it is worth, and its share (0 to 1). */
export interface Share {
  readonly name: string;
  readonly valueCents: number;
  readonly share: number;
}

/**
 * Values added up by name, the largest first (equals by name), with their shares of the whole. Names worth
 * nothing are left out; the shares add up to 1.
 */
export function allocation<T extends {readonly valueCents: number}>(
  rows: readonly T[],
  nameOf: (row: T) => string,
): Share[] {
  const byName = new Map<string, number>();
  let total = 0;
  for (const row of rows) {
    byName.set(nameOf(row), (byName.get(nameOf(row)) ?? 0) + row.valueCents);
    total += row.valueCents;
  }
  return [...byName]
    .filter(([, valueCents]) => valueCents !== 0)
    .map(([name, valueCents]) => ({name, valueCents, share: valueCents / total}))
    .sort((a, b) => b.valueCents - a.valueCents || (a.name < b.name ? -1 : 1));
}

export interface Concentration {
  /** Herfindahl-Hirschman index, the sum of squared shares: from 1/n to 1. */
  readonly hhi: number;
  /** The number of equal holdings that would be as concentrated: 1 / HHI. */
  readonly effectiveCount: number;
  readonly largest: Share;
}

/** How concentrated an allocation is; null for an empty one. */
export function concentration(shares: readonly Share[]): Concentration | null {
  const largest = shares[0];
  if (!largest) return null;
  const hhi = shares.reduce((sum, {share}) => sum + share * share, 0);
  return {hhi, effectiveCount: 1 / hhi, largest};
}

/** The share of cash in cash and securities together (0 to 1); null where there is neither. */
export function idleCashShare(cashCents: number, securitiesCents: number): number | null {
  const total = cashCents + securitiesCents;
  return total > 0 ? cashCents / total : null;
}
