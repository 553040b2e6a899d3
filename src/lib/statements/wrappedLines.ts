/** Some programs put whole lines into quotes, cells and delimiters and all. */

const wrapped = /^"(?:[^"]|"")*"$/;

/** The text with each line as it was before it was put into quotes; the text itself where most lines were not. */
export function unwrappedLines(text: string): string {
  const sample = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 50)
    .filter((line) => line.trim() !== "");
  const isWrapped = (line: string) => wrapped.test(line) && /[,;|\t]/.test(line);
  if (sample.length === 0 || sample.filter(isWrapped).length < sample.length * 0.9) return text;
  return text
    .split(/\r?\n/)
    .map((line) => (wrapped.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line))
    .join("\n");
}
