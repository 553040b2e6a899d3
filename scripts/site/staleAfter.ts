const seconds = {m: 60, h: 3_600, d: 86_400} as const;

/**
 * The seconds of a promise like `90m`, `36h` or `2d`; undefined where none is made. `name` is what a person wrote it behind.
 * Throws on any other text.
 */
export function parseStaleAfter(
  text: string | undefined,
  name = "SITE_STALE_AFTER",
): number | undefined {
  if (text === undefined) return undefined;
  const [, amount, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  if (unit === undefined)
    throw new Error(
      `invalid ${name}: ${JSON.stringify(text)} (write minutes, hours or days, like 90m, 36h or 2d)`,
    );
  return Number(amount) * seconds[unit as keyof typeof seconds];
}
