import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {makeSqlDataset} from "../../loaders/datasets/sqlDataset.js";
import {projectRoot} from "../../loaders/environment.js";
import type {Row} from "../../loaders/rows.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {readSql} from "../../loaders/sqlText.js";
import type {KeyedFile} from "../../src/components/keyed.js";

const asked = new WeakMap<SnapshotReader, Map<string, Promise<Row[]>>>();

/** A row of a keyed dataset has its key beside what a page gets. */
export interface Keyed {
  readonly key: string;
}

/** The rows of a dataset of the site that is a SELECT, `budget-months.csv`, over a snapshot; each is asked once. */
export function dataset<T = Row>(snapshot: SnapshotReader, name: string): Promise<T[]> {
  const known = asked.get(snapshot) ?? new Map<string, Promise<Row[]>>();
  asked.set(snapshot, known);
  const rows = known.get(name) ?? queriesOver(snapshot).dataset(name);
  known.set(name, rows);
  return rows as Promise<unknown> as Promise<T[]>;
}

/**
 * A keyed dataset of the site that is a SELECT, `person-months.keyed`, over a snapshot, as a page has it: what belongs
 * to a key is read with `keyedRows(file, key)`.
 */
export async function keyedDataset(snapshot: SnapshotReader, name: string): Promise<KeyedFile> {
  const text = readSql(join(projectRoot, `src/data/${name}.sql`));
  const {bytes} = await makeSqlDataset(snapshot.connection, text, "keyed");
  return keyedFile(name, bytes);
}

/** The bytes of a keyed dataset, as a page has them attached. */
export function keyedFile(name: string, bytes: Uint8Array): KeyedFile {
  const path = `/${attached.push(bytes) - 1}`;
  return {name, url: async () => (await server()) + path};
}

const attached: Uint8Array[] = [];
let address: Promise<string> | undefined;

/** The address of a server of the attached files; each is sent whole, once, since it knows no ranges. */
function server(): Promise<string> {
  address ??= new Promise((listening) => {
    const server = createServer(({url}, response) =>
      response.setHeader("connection", "close").end(attached[Number(url?.slice(1))]),
    );
    server.unref().listen(0, "127.0.0.1", () => {
      listening(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
  return address;
}
