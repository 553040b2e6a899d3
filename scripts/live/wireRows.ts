import type {CategoryName} from "../../src/lib/bank/categories.js";
import {categoryCode, channelCode} from "../../src/lib/bank/codes.js";
import type {Channel} from "../../src/lib/bank/schema.js";
import {parseInstant} from "../../src/lib/day.js";
import {type LiveBatch, type LiveRow, type Refusal, Side} from "../../src/lib/live/events.js";
import {parseEur} from "../../src/lib/money.js";
import type {Fields} from "../stream/readBatch.js";
import type {Directory, Owner} from "./directory.js";

/** What a batch holds, wherever it was read: rows as texts in the order of the table's columns. */
export interface PostedBatch {
  readonly batch: number;
  /** `2026-11-01 07:12:44` */
  readonly at: string;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  readonly transactions: readonly Fields[];
  /** In the order of `refusalColumns`. */
  readonly refusals: readonly Fields[];
}

/** A batch as it is told to readers. */
export function wireBatch(posted: PostedBatch, directory: Directory): LiveBatch {
  return {
    batch: posted.batch,
    at: parseInstant(posted.at),
    writtenAt: posted.writtenAt,
    rows: posted.transactions.map((fields) => wireRow(fields, directory)),
    refusals: posted.refusals.map((fields) => wireRefusal(fields, directory)),
  };
}

function wireRow(fields: Fields, {owners, parties}: Directory): LiveRow {
  const [id, account, at, , amount, channel, category, party, counterAccount] = fields as string[];
  const cents = parseEur(amount!);
  const {id: owner, name, city} = ownerOf(account!, owners);
  const isInside = counterAccount !== "";
  const other = isInside ? ownerOf(counterAccount!, owners).name : (parties.get(party!) ?? "");
  return [
    Number(id),
    parseInstant(at!),
    account!,
    owner,
    name,
    city,
    cents,
    channelCode(channel as Channel),
    categoryCode(category as CategoryName),
    isInside ? (cents < 0 ? Side.payer : Side.payee) : Side.border,
    other,
  ];
}

function wireRefusal(fields: Fields, {owners}: Directory): Refusal {
  const [at, account, amount, channel, category] = fields as string[];
  const {id, name, city} = ownerOf(account!, owners);
  return [
    parseInstant(at!),
    account!,
    id,
    name,
    city,
    parseEur(amount!),
    channelCode(channel as Channel),
    categoryCode(category as CategoryName),
  ];
}

/** An account that is not in the directory is shown by its id. */
function ownerOf(account: string, owners: Directory["owners"]): Owner {
  return owners.get(account) ?? {id: "", name: account, city: ""};
}
