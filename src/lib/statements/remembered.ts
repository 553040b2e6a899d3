/**
 * A function of a text that keeps its answers, as many as it may: the cells of a statement say few things, each many
 * times.
 */
export function remembered<T>(read: (text: string) => T, most = 10_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as T;
    const found = read(text);
    if (known.size < most) known.set(text, found);
    return found;
  };
}
