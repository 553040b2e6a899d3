/** Which columns of texts are names and which tell what for, where no heading says it. */
import type {ColumnProfile} from "./columnProfile.js";

/** No name is longer on average; purposes are. */
const longName = 32;
/** Shorter ones are codes. */
const shortName = 5;

interface TextColumns {
  readonly description: number | undefined;
  readonly counterparty: number | undefined;
}

/**
 * Names differ from row to row and are short; kinds of bookings come again; a purpose is longer than a name, or
 * stands behind it.
 */
export function textColumns(
  columns: readonly number[],
  profiles: readonly ColumnProfile[],
  rowCount: number,
): TextColumns {
  const lengthOf = (column: number) => profiles[column]!.meanLength;
  const longestFirst = columns.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const varied = variedColumns(columns, profiles);
  const [first, second] = varied;
  const kind = longestFirst.find((column) => column !== first);
  if (
    first !== undefined &&
    second === undefined &&
    kind !== undefined &&
    lengthOf(first) <= longName
  )
    return {description: kind, counterparty: first};
  if (first === undefined || second === undefined) {
    const description = first ?? longestFirst[0];
    const others = longestFirst.filter((column) => column !== description);
    return {description, counterparty: namesAmong(others, profiles, rowCount)};
  }
  const told = longestFirst.find((column) => varied.includes(column))!;
  const names = varied.filter((column) => column !== told);
  const isClear = names.every((column) => lengthOf(column) * 1.5 < lengthOf(told));
  return isClear
    ? {description: told, counterparty: names[0]}
    : {description: second, counterparty: first};
}

/** Those with about as many values as the one with most. */
function variedColumns(columns: readonly number[], profiles: readonly ColumnProfile[]): number[] {
  const candidates = columns.filter((column) => {
    const {filled, meanLength} = profiles[column]!;
    return filled > 0.4 && meanLength >= shortName;
  });
  const most = Math.max(0, ...candidates.map((column) => profiles[column]!.distinct));
  return candidates.filter((column) => profiles[column]!.distinct > Math.max(1, most * 0.75));
}

/** The first that has enough values to be names, though they come again. */
function namesAmong(
  columns: readonly number[],
  profiles: readonly ColumnProfile[],
  rowCount: number,
): number | undefined {
  const least = Math.max(3, Math.min(rowCount, 50) * 0.3);
  return columns.find(
    (column) => profiles[column]!.distinct >= least && profiles[column]!.filled > 0.4,
  );
}
