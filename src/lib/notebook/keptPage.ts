/**
 * A notebook as files of the site: a page, and a data loader for each query that takes no input. What takes one is asked
 * in the reader's browser, in an SQL cell of the page. Each fence says which cell it was, so that the page can be
 * edited as a notebook again (`scripts/site/keep/pageNotebook.ts`).
 */
import type {AnalysisName} from "../site/analysisName.js";
import {chartText, parseChart, proposedChart} from "./chartChoice.js";
import type {Column} from "./columns.js";
import {assertKept} from "./keptColumns.js";
import {keptFigure} from "./keptFigure.js";
import {keptInput} from "./keptInput.js";
import {type KeptQuery, keptQueries} from "./keptQueries.js";
import {keptRows} from "./keptRows.js";
import {keptTable} from "./keptTable.js";
import {type Cell, type Notebook, problemsOf} from "./notebook.js";
import {partedTexts, toPageTexts} from "./pageText.js";
import {variableName} from "./variableName.js";

export interface KeptOptions {
  readonly name: AnalysisName;
  /** The folder of `src/` that the page comes into. */
  readonly group: string;
  /** The columns of each query's answer, by the name of its cell. */
  readonly answers: ReadonlyMap<string, readonly Column[]>;
  /** The rows of each dropped file that a query reads, as CSV with a header, by what queries call it. */
  readonly dropped: ReadonlyMap<string, string>;
}

/** What the last section of a page says where its author has written none. */
export const limits = `## What this page cannot show

The queries were asked in a notebook, of one copy of the bank. <simulated>The bank is invented.</simulated>`;

/** Stands over the figures of a page whose author has written no heading: those of figures come below one. */
export const answersHeading = "## The answers";

/** The text of each file, by its path from the project's root. Throws on a notebook that no page can be. */
export function keptFiles(
  {cells}: Notebook,
  {name, group, answers, dropped}: KeptOptions,
): Record<string, string> {
  const [problem] = problemsOf(cells);
  if (problem) throw new Error(`the cell ${problem.cell}: ${problem.message}`);
  const tables = Array.from(dropped.keys(), (file) => keptTable(name.slug, file));
  const queries = keptQueries(cells, tables);
  if (queries.size === 0) throw new Error("no query to keep (add one: a page shows its rows)");
  const files: Record<string, string> = {};
  const blocks: string[] = [];
  const data: string[] = [];
  const imports = new Map([
    ["figure", "components/figure.js"],
    ["freshness", "components/freshness.js"],
  ]);
  const take = (needed: Readonly<Record<string, string>>) => {
    for (const [part, module] of Object.entries(needed)) imports.set(part, module);
  };
  const texts = cells.filter(({kind}) => kind === "text");
  const written = toPageTexts(texts.map(({source}) => source));
  let before: Cell | undefined;
  let hasHeading = false;
  for (const cell of cells) {
    if (cell.kind === "text") {
      hasHeading ||= /^## /m.test(cell.source);
      if (before?.kind === "text") blocks.push(partedTexts);
      blocks.push(written[texts.indexOf(cell)]!);
    } else if (cell.kind === "input") {
      const input = keptInput(cell);
      take(input.imports);
      blocks.push(
        `\`\`\`js control cell=${cell.name} input=${input.attribute}\n${input.code}\n\`\`\``,
      );
    } else {
      const query = queries.get(cell.name)!;
      const columns = answers.get(cell.name);
      if (!columns) throw new Error(`the cell ${cell.name} has no answer (run it, and keep then)`);
      assertKept(cell.name, columns, query);
      const id = `${name.slug}-${cell.name.replaceAll("_", "-")}`;
      const rows = variableName(cell.name, "Rows");
      const chosen = cell.chart === undefined ? undefined : parseChart(cell.chart);
      const choice = chosen ?? proposedChart(columns);
      const figure = keptFigure({id, rows, columns, choice, ...query});
      take(figure.imports);
      if (query.isAsked)
        blocks.push(`\`\`\`sql id=${rows} cell=${cell.name}\n${query.sql}\n\`\`\``);
      else {
        const file = `../data/${id}.csv`;
        const {code, imports} = keptRows(file, columns);
        data.push(`const ${rows} = ${code};`);
        take(imports);
        files[`src/data/${id}.csv.sql`] = loaderOf(name.title, cell.name, query, columns);
      }
      if (!hasHeading) blocks.push(answersHeading);
      hasHeading = true;
      const chart = chosen ? ` chart=${chartText(chosen)}` : "";
      blocks.push(`\`\`\`js figure=${id} cell=${cell.name}${chart}\n${figure.code}\n\`\`\``);
    }
    before = cell;
  }
  for (const {name, path} of tables) files[path] = dropped.get(name)!;
  const asked = [...queries.values()].filter(({isAsked}) => isAsked);
  const opened = tables.filter((table) => asked.some(({tables}) => tables.includes(table)));
  const databases = [
    "bank: ../data/bank.duckdb",
    ...opened.map(({table, path}) => `${table}: ..${path.slice("src".length)}`),
  ];
  const own = cells.some(
    ({kind, source}) => kind === "text" && /^## What this page cannot show$/m.test(source),
  );
  const page = [
    ...(asked.length > 0
      ? [`---\nsql:\n${databases.map((line) => `  ${line}`).join("\n")}\n---`]
      : []),
    `# ${name.title}`,
    `\`\`\`js\n${importLines(imports)}\n\`\`\``,
    `\`\`\`js\n${[...data, 'const provenance = FileAttachment("../data/freshness.json").json();'].join("\n")}\n\`\`\``,
    ...blocks,
    ...(own ? [] : [limits]),
    "```js\nfreshness(provenance)\n```",
  ];
  return {[`src/${group}/${name.slug}.md`]: `${page.join("\n\n")}\n`, ...files};
}

function loaderOf(
  title: string,
  cell: string,
  {sql}: KeptQuery,
  columns: readonly Column[],
): string {
  return `-- ${title.replace(/[.?!]+$/, "")}: what does the cell ${cell} answer?
-- Grain: one row per row of the answer.
-- Size: bounded, unless the query has a row for each customer: then by person or by company.
-- Columns: ${columns.map(({name}) => name).join(", ")}.
${sql}
`;
}

function importLines(imports: ReadonlyMap<string, string>): string {
  const modules = new Map<string, string[]>();
  for (const [part, module] of imports) modules.set(module, [...(modules.get(module) ?? []), part]);
  return [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, parts]) => `import {${parts.sort().join(", ")}} from "../${module}";`)
    .join("\n");
}
