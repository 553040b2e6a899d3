import {join} from "node:path";
import {expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {clusterTables, serverTables} from "../support/clickhouseTables.js";

const file = (name: string) => join(projectRoot, "sql/clickhouse", name);

it("sql/clickhouse/server.sql has every table and column of the schema", async () => {
  await expect(serverTables()).toMatchFileSnapshot(file("server.sql"));
});

it("sql/clickhouse/cluster.sql has the same tables, spread over shards", async () => {
  await expect(clusterTables()).toMatchFileSnapshot(file("cluster.sql"));
});
