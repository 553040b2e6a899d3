import type {Limits, Rounding} from "./rules.js";

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
        roundedField(part, value, limits.rounded.get(name)) ?? withinLimits(part, limits),
      ]),
  ) as T;
}

function isTooSmall(entry: unknown, {atLeast}: Limits): boolean {
  if (typeof entry !== "object" || entry === null) return false;
  const fields = entry as Readonly<Record<string, unknown>>;
  return [...atLeast].some(([field, least]) => field in fields && Number(fields[field]) < least);
}

/** A field of an entry as it is told; undefined where it is not rounded, or is no number. */
function roundedField(
  value: unknown,
  entry: object,
  rounding: Rounding | undefined,
): number | undefined {
  if (!rounding || typeof value !== "number") return undefined;
  const {step, of} = rounding;
  const inSteps = (number: number) => Math.round(number / step) * step;
  if (of === undefined) return inSteps(value);
  const whole = Number((entry as Readonly<Record<string, unknown>>)[of]);
  // none of what is rounded to none
  return inSteps(whole) > 0 ? Math.min(1, inSteps(value * whole) / inSteps(whole)) : 0;
}
