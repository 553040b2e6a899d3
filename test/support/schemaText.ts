import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {tableNames} from "../../src/lib/bank/schema.js";

const header = `-- The schema that sql/migrations/ add up to, for reading. Nothing runs this file: a test compares it with
-- a migrated database, and \`npx vitest run test/db/migrate.test.ts -u\` writes it anew.
`;

/** The definition of every table of a database but the migrations' own book, in order of dependency. */
export async function schemaText(connection: Connection): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select table_name as name from information_schema.tables
    where table_schema = database() and table_name <> 'schema_migrations' order by table_name`,
  );
  const rank = (name: string) => {
    const index = (tableNames as readonly string[]).indexOf(name);
    return index < 0 ? tableNames.length : index;
  };
  const names = rows.map(({name}) => name as string).sort((a, b) => rank(a) - rank(b));
  const definitions: string[] = [];
  for (const name of names) {
    const [definition] = await connection.query<RowDataPacket[]>(`show create table ${name}`);
    const text = (definition[0]!["Create Table"] as string).replace(/ AUTO_INCREMENT=\d+/, "");
    definitions.push(`${text};\n`);
  }
  return [header, ...definitions].join("\n");
}
