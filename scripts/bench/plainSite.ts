/**
 * The same bank told by a plain Framework project: as many datasets and pages, each dataset by a loader in TypeScript that
 * reads the CSV files it needs, as its users write them. Its pages are kind to it: no charts and no engine, since
 * Framework would fetch the packages for them.
 */
import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const loader = `import {DuckDBInstance} from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
const reader = await connection.runAndReadAll(\`
  select date_trunc('month', booked_on)::date::varchar as month, category, sum(amount_eur)::double as amount_eur
  from read_csv('data/seed/transactions.csv') group by all order by all\`);
process.stdout.write(["month,category,amount_eur", ...reader.getRows().map((row) => row.join(","))].join("\\n"));
`;

/** Writes the project into `folder`, where the bank is; `packages` is the folder of what is installed. */
export function writePlainSite(
  folder: string,
  packages: string,
  {datasetCount, pageCount}: {datasetCount: number; pageCount: number},
): void {
  symlinkSync(packages, join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({type: "module"})}\n`);
  writeFileSync(
    join(folder, "observablehq.config.js"),
    'export default {title: "Plain", root: "src", globalStylesheets: []};\n',
  );
  mkdirSync(join(folder, "src/data"), {recursive: true});
  const names = Array.from({length: datasetCount}, (_, at) => `data/set-${at + 1}.csv`);
  for (const name of names) writeFileSync(join(folder, "src", `${name}.ts`), loader);
  for (let page = 0; page < pageCount; page++) {
    const own = names.filter((_, at) => at % pageCount === page);
    const cells = own.map((name) => `\`\`\`js\nFileAttachment("${name}").text()\n\`\`\``);
    const file = page === 0 ? "index.md" : `page-${page + 1}.md`;
    writeFileSync(join(folder, "src", file), `# Page ${page + 1}\n\n${cells.join("\n\n")}\n`);
  }
}
