import type {Limits} from "./rules.js";

/** A JSON value without the entries of lists that are below a limit and without certain fields, and with numbers rounded. */
export function withinLimits<T>(value: T, limits: Limits): T {
  if (Array.isArray(value))
    return value
      .filter((entry) => !isTooSmall(entry, limits))
      .map((entry) => withinLimits(entry, limits)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !limits.leftOut.has(name))
      .map(([name, part]) => [
        name,
        rounded(part, limits.rounded.get(name)) ?? withinLimits(part, limits),
      ]),
  ) as T;
}

function isTooSmall(entry: unknown, {atLeast}: Limits): boolean {
  if (typeof entry !== "object" || entry === null) return false;
  const fields = entry as Readonly<Record<string, unknown>>;
  return [...atLeast].some(([field, least]) => field in fields && Number(fields[field]) < least);
}

/** A number to the nearest multiple of a step; undefined where there is no step, or it is no number. */
function rounded(value: unknown, step: number | undefined): number | undefined {
  return step !== undefined && typeof value === "number"
    ? Math.round(value / step) * step
    : undefined;
}
