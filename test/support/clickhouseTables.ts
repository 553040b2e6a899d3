/** The texts of `sql/clickhouse/`, as the schema of `src/lib/bank/schema.ts` wants them. */
import {clickhouseType} from "../../loaders/clickhouse/types.js";
import {type Table, tables} from "../../src/lib/bank/schema.js";
import {quotedText} from "../../src/lib/quotedSql.js";

/** What moves: kept by month, so that a month is loaded, checked and replaced as one. */
const monthOf: Readonly<Record<string, string>> = {
  transactions: "booked_on",
  trades: "executed_at",
  invoices: "issued_on",
};

/** What is spread over the shards of a cluster; each server holds all of the other tables. */
const shardOf: Readonly<Record<string, string>> = {
  transactions: "account_id",
  trades: "account_id",
  invoices: "company_id",
};

interface Definition {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly (readonly [name: string, type: string, comment: string])[];
  readonly key: readonly string[];
}

const definitionOf = ({name, grain, columns, key}: Table): Definition => ({
  name,
  comment: `One row per ${grain}.`,
  columns: columns.map((column) => [column.name, clickhouseType(column), column.comment]),
  key,
});

/** What the site reads beside the bank's own tables, as MariaDB has them. */
const books: readonly Definition[] = [
  {
    name: "bank_parameters",
    comment: "One row per parameter with which the bank was generated, from its manifest.",
    columns: [
      ["name", "String", "of the parameter: seed, individuals, months, …"],
      ["value", "String", "as JSON"],
      ["position", "Int64", "its place in the manifest"],
    ],
    key: ["position"],
  },
  {
    name: "load_batches",
    comment: "One row per table and run of the loader.",
    columns: [
      ["batch_id", "Int64", "number, in the order of loading"],
      ["table_name", "String", "the table it went into"],
      ["row_count", "Int64", "rows of the source"],
      ["inserted_count", "Int64", "rows of months that were written"],
      ["updated_count", "Int64", "always 0: a month is replaced as a whole"],
      ["unchanged_count", "Int64", "rows of months that were there already, the same"],
      ["rejected_count", "Int64", "always 0: a bad row holds back the whole load"],
      ["pruned_count", "Int64", "rows of months that the source does not have any more"],
      ["started_at", "DateTime64(3, 'UTC')", "when the run began"],
      ["finished_at", "Nullable(DateTime64(3, 'UTC'))", "when it ended"],
      ["outcome", "String", "loaded or unchanged"],
      ["note", "Nullable(String)", "where the rows come from"],
    ],
    key: ["batch_id"],
  },
];

const definitions = [...tables.map(definitionOf), ...books];

/** `sql/clickhouse/server.sql`. */
export function serverTables(): string {
  const header = `-- The bank's tables in ClickHouse, for one server. They follow src/lib/bank/schema.ts: a test compares, and
-- \`npx vitest run test/sql/clickhouseTables.test.ts -u\` writes this file anew. npm run clickhouse:load runs it.
-- What moves is kept by month: the loader replaces a month as a whole.
`;
  return [header, ...definitions.map((each) => createTable(each, {engine: "MergeTree"}))].join(
    "\n",
  );
}

/** `sql/clickhouse/cluster.sql`. */
export function clusterTables(): string {
  const header = `-- The bank's tables in ClickHouse, for a cluster. They follow src/lib/bank/schema.ts: a test compares, and
-- \`npx vitest run test/sql/clickhouseTables.test.ts -u\` writes this file anew.
-- The servers' configuration names their cluster, shard and replica as macros. What moves is spread over the shards, by
-- account and by company, so that the two sides of a join by account lie together; of all else each server has a copy.
`;
  const statements = definitions.map((each) => {
    const shard = shardOf[each.name];
    if (shard === undefined) return createTable(each, {engine: copies, on: cluster});
    const local = {...each, name: `${each.name}_local`};
    return [
      createTable(local, {engine: replicas, on: cluster, table: each.name}),
      `create table if not exists ${each.name}${cluster} as ${local.name}
engine = Distributed('{cluster}', currentDatabase(), ${local.name}, cityHash64(${shard}));
`,
    ].join("\n");
  });
  return [header, ...statements].join("\n");
}

const cluster = " on cluster '{cluster}'";
const replicas =
  "ReplicatedMergeTree('/clickhouse/tables/{database}/{table}/{shard}', '{replica}')";
const copies = "ReplicatedMergeTree('/clickhouse/tables/{database}/{table}', '{shard}-{replica}')";

function createTable(
  {name, comment, columns, key}: Definition,
  {engine, on = "", table = name}: {engine: string; on?: string; table?: string},
): string {
  const month = monthOf[table];
  const lines = columns.map(
    ([column, type, words]) => `  ${column} ${type} comment ${quotedText(words)}`,
  );
  return `create table if not exists ${name}${on} (
${lines.join(",\n")}
)
engine = ${engine}
${month ? `partition by toYYYYMM(${month})\n` : ""}order by (${key.join(", ")})
comment ${quotedText(comment)};
`;
}
