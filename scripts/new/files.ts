/**
 * What a new analysis begins with: a question that the bank can answer, so that the page draws at once, and a test that
 * works the answer out a second way. Its author changes the question, and then what follows from it.
 */
import type {AnalysisName} from "../../src/lib/site/analysisName.js";

/** The text of each file of a new analysis, by its path from the project's root. */
export function analysisFiles(name: AnalysisName, group: string): Record<string, string> {
  return {
    [`src/data/${name.slug}.csv.sql`]: loader,
    [`src/${group}/${name.slug}.md`]: pageOf(name),
    [`test/data/${name.camel}.test.ts`]: testOf(name),
  };
}

const loader = `-- In which cities do the bank's customers live?
-- Grain: one row per city, the twelve with most customers.
-- Size: bounded: twelve rows.
-- Columns: city, customer_count.
select
  city,
  count(*)::integer as customer_count
from bank.users
where kind != 'bank_admin'
group by city
order by customer_count desc, city
limit 12
`;

const pageOf = ({title, slug}: AnalysisName) => `# ${title}

\`\`\`js
import {figure} from "../components/figure.js";
import {freshness} from "../components/freshness.js";
import {rankedBars} from "../components/rankedBars.js";
import {count} from "../lib/format.js";
\`\`\`

\`\`\`js
const cities = FileAttachment("../data/${slug}.csv").csv({typed: true});
const provenance = FileAttachment("../data/freshness.json").json();
\`\`\`

## City by city

\`\`\`js figure=${slug}
figure({
  id: "${slug}",
  finding: ([first]) => \`\${first.city} has the most customers: \${count(first.customer_count)}\`,
  subtitle: "People and companies that have or had an account, by city",
  rows: cities,
  chart: (rows, {width}) =>
    rankedBars(rows, {width, label: "city", value: "customer_count", name: "Customers", format: count}),
  sql: FileAttachment("../data/${slug}.csv.sql")
})
\`\`\`

## What this page cannot show

A customer counts where they live today, whether or not they lived there before.
<simulated>The bank is invented.</simulated>

\`\`\`js
freshness(provenance)
\`\`\`
`;

const testOf = ({slug}: AnalysisName) => `import {afterAll, beforeAll, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});

let snapshot: SnapshotReader;
beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
});
afterAll(() => snapshot.close());

it("${slug}: the customers of each city, counted again in the CSV files", async () => {
  const counts = new Map<string, number>();
  for (const {kind, city = ""} of statementOf(folder).rows("users")) {
    if (kind !== "bank_admin") counts.set(city, (counts.get(city) ?? 0) + 1);
  }
  const expected = [...counts]
    .map(([city, customer_count]) => ({city, customer_count}))
    .sort((a, b) => b.customer_count - a.customer_count || (a.city < b.city ? -1 : 1));
  expect(await dataset(snapshot, "${slug}.csv")).toEqual(expected.slice(0, 12));
});
`;
