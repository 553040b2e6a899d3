import {queriesOver} from "../../loaders/datasets/bank.js";
import {type Brokerage, readBrokerage} from "../../loaders/datasets/brokerage.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {bank} from "./bank.js";
import {type NaiveBrokerage, naiveBrokerage} from "./naiveBrokerage.js";
import {type Statement, statementOf} from "./statement.js";
import {tinySnapshot} from "./tinySnapshot.js";

/** A bank with brokerage accounts, as the loaders read it and as its CSV files have it. */
export interface Investors {
  readonly snapshot: SnapshotReader;
  readonly brokerage: Brokerage;
  readonly statement: Statement;
  readonly naive: NaiveBrokerage;
}

/** Opens a bank of more than twelve months, so that there are yearly returns. */
export async function openInvestors(): Promise<Investors> {
  const folder = bank({individuals: 250, companies: 10, months: 14, seed: 6});
  const snapshot = await tinySnapshot(folder);
  const statement = statementOf(folder);
  return {
    snapshot,
    brokerage: await readBrokerage(queriesOver(snapshot)),
    statement,
    naive: naiveBrokerage(statement),
  };
}
