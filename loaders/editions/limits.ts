import type {Limits} from "./rules.js";

/**
 * A JSON value without the entries of lists that are smaller than a limit, without what lists of certain names hold, and with
 * numbers rounded.
 */
export function withinLimits<T>(value: T, limits: Limits): T {
  if (Array.isArray(value))
    return value
      .filter((entry) => !isTooSmall(entry, limits))
      .map((entry) => withinLimits(entry, limits)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, limited(name, part, limits)]),
  ) as T;
}

function isTooSmall(entry: unknown, {atLeast}: Limits): boolean {
  if (typeof entry !== "object" || entry === null) return false;
  const fields = entry as Readonly<Record<string, unknown>>;
  return [...atLeast].some(([field, least]) => field in fields && Number(fields[field]) < least);
}

function limited(name: string, part: unknown, limits: Limits): unknown {
  if (limits.emptied.has(name)) return [];
  const step = limits.rounded.get(name);
  return step !== undefined && typeof part === "number"
    ? Math.round(part / step) * step
    : withinLimits(part, limits);
}
