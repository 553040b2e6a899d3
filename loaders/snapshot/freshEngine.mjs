/** Runs the statements that come in on stdin, in an engine that has read nothing yet (`freshEngine.ts`). */
import {json} from "node:stream/consumers";
import {DuckDBInstance} from "@duckdb/node-api";

const {settings, statements} = await json(process.stdin);
try {
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
