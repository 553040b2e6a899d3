/** Generated code stays within the width that the project's own code has. */

const width = 100;

/** A text as code writes it. A page has its code between `<script>` and `</script>`, which no text in it may end. */
export const codeText = (text: string): string =>
  JSON.stringify(text).replace(/<(?=[/!s])/gi, "\\u003c");

/**
 * A call whose last argument is an object of these options, which stands behind so many blanks: in one line where it
 * fits with `before` it, else an option a line.
 */
export function codeCall(
  name: string,
  args: readonly string[],
  options: readonly string[],
  {indent = 0, before = 0}: {indent?: number; before?: number} = {},
): string {
  const head = `${name}(${args.map((arg) => `${arg}, `).join("")}{`;
  const line = `${head}${options.join(", ")}})`;
  if (!line.includes("\n") && indent + before + line.length <= width) return line;
  const blanks = " ".repeat(indent);
  return `${head}\n${options.map((option) => `${blanks}  ${option}`).join(",\n")}\n${blanks}})`;
}
