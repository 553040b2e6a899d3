/**
 * `repeated column: amount (columns 2 and 3; keep one)`: the first name of a header that stands there twice, as the engine
 * compares names, without case and the blanks around them. Undefined where none does; columns without a name are none.
 */
export function repeatedColumn(names: readonly string[]): string | undefined {
  const places = new Map<string, number>();
  for (const [at, written] of names.entries()) {
    const name = written.trim();
    const key = name.toLowerCase();
    const first = places.get(key);
    if (name !== "" && first !== undefined)
      return `repeated column: ${name} (columns ${first + 1} and ${at + 1}; keep one)`;
    places.set(key, at);
  }
  return undefined;
}
