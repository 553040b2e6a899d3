/**
 * ```sql cells, as this site shows them. Framework displays their rows with `Inputs.table`, whose inline
 * event handlers the content security policy forbids, and runs all of them when the page opens. Here the
 * site's own table displays them, and a cell runs when it comes into view.
 *
 * A cell with `id=name` defines its rows for other cells; those may stand anywhere, so it runs at once.
 */
import {parseInfo} from "@observablehq/framework/dist/info.js";
import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";
import {transpileTag} from "@observablehq/framework/dist/tag.js";

/** What draws the rows of a cell that displays them, by its path from the root of the sources. */
export const resultModule = "/components/queryResult.js";

const queryResult = `(await import("${resultModule}")).queryResult`;

/** Changes a markdown parser of Framework so that it renders ```sql cells as described above. */
export function withSqlCells(md: MarkdownParser): MarkdownParser {
  const render = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, context, renderer) => {
    const token = tokens[index]!;
    const {tag, attributes} = parseInfo(token.info);
    if (tag !== "sql" || isFalse(attributes.run)) {
      return render(tokens, index, options, context, renderer);
    }
    const renderAs = (info: string, content: string) =>
      render([Object.assign(Object.create(token), {info, content})], 0, options, context, renderer);
    const script = sqlScript(token.content, attributes);
    const echoed = attributes.echo !== undefined && !isFalse(attributes.echo);
    return renderAs("js", script) + (echoed ? renderAs("sql run=false", token.content) : "");
  };
  return md;
}

/** The JavaScript that a ```sql cell stands for; text that is no template literal stays as it is, and is refused as that. */
export function sqlScript(
  sql: string,
  {id, display}: Readonly<Record<string, string | undefined>>,
): string {
  const query = tryTranspile(sql);
  if (id === undefined) {
    return isFalse(display)
      ? `await ${query};`
      : `display(${queryResult}((await visibility(), await ${query})));`;
  }
  return display === undefined || isFalse(display)
    ? `const ${id} = await ${query};`
    : `const ${id} = await (async (rows) => (display(${queryResult}(rows)), rows))(await ${query});`;
}

function tryTranspile(sql: string): string {
  try {
    return transpileTag(sql, "sql", true);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `sql\`${sql}\``;
  }
}

function isFalse(attribute: string | undefined): boolean {
  return attribute?.toLowerCase() === "false";
}
