import {relative} from "node:path";
import {assertColumns, parameterNames, pathQueries} from "../../loaders/datasets/pagePaths.js";
import {projectRoot} from "../../loaders/environment.js";
import type {PageProblem} from "../../loaders/pages/cells.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {explainSqlError, type SqlText} from "../../loaders/sqlText.js";

/** What is wrong with the queries that name pages, tried on an empty bank, and which pages have none. */
export async function pathProblems(
  bank: SnapshotReader,
  pages: readonly string[],
): Promise<PageProblem[]> {
  const queries = pathQueries();
  const known = queries.map(({file}) => relative(projectRoot, file).replaceAll("\\", "/"));
  const lacking = pages
    .filter((page) => parameterNames(page).length > 0)
    .filter((page) => !known.includes(`src/${page.replace(/\.md$/, ".sql")}`))
    .map((file) => ({file, line: 1, message: withoutQuery(file)}));
  const wrong = await Promise.all(queries.map((text) => problemsOf(bank, text)));
  return [...lacking, ...wrong.flat()];
}

function withoutQuery(page: string): string {
  const names = parameterNames(page).join(", ");
  return `no page is made of it (write src/${page.replace(/\.md$/, ".sql")}, a select of ${names})`;
}

async function problemsOf(
  {connection, own}: SnapshotReader,
  text: SqlText,
): Promise<PageProblem[]> {
  try {
    await own.load(text);
    assertColumns(text, (await connection.run(text.sql)).columnNames());
    return [];
  } catch (error) {
    const {message} = explainSqlError(error, text, own.strays(text));
    const [, file = "", line = "1", said = message] =
      /^src\/(.*?):(?:(\d+):)? ([\s\S]*)$/.exec(message) ?? [];
    return [{file, line: Number(line), message: said}];
  }
}
