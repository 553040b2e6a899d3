/** Rows of the live stream, made for a test. */

import type {CategoryName} from "../../src/lib/bank/categories.js";
import {categoryCode, channelCode} from "../../src/lib/bank/codes.js";
import type {Channel} from "../../src/lib/bank/schema.js";
import {dayOf} from "../../src/lib/day.js";
import {type LiveBatch, type LiveRow, type LiveState, Side} from "../../src/lib/live/events.js";

/** Midnight of a Monday, in seconds since 1970. */
export const monday = dayOf(2026, 11, 2) * 86_400;

interface Told {
  readonly id?: number;
  readonly at?: number;
  readonly owner?: string;
  readonly city?: string;
  readonly cents?: number;
  readonly channel?: Channel;
  readonly category?: CategoryName;
  readonly side?: number;
  readonly party?: string;
}

/** A posting: a card payment of one euro at noon of the Monday, unless told otherwise. */
export function liveRow({
  id = 1,
  at = monday + 43_200,
  owner = "ind-000001",
  city = "Graz",
  cents = -100,
  channel = "card",
  category = "groceries",
  side = Side.border,
  party = "Nordkauf Graz",
}: Told = {}): LiveRow {
  const [account, name] = [`${owner}-chk`, `Owner ${owner}`];
  return [
    id,
    at,
    account,
    owner,
    name,
    city,
    cents,
    channelCode(channel),
    categoryCode(category),
    side,
    party,
  ];
}

export function liveBatch(
  batch: number,
  rows: readonly LiveRow[],
  {at = rows.at(-1)?.[1] ?? monday, refusals = []}: Partial<LiveBatch> = {},
): LiveBatch {
  return {batch, at, writtenAt: 0, rows, refusals};
}

/** A stream that has not begun, unless told otherwise. */
export function liveState(told: Partial<LiveState> = {}): LiveState {
  return {source: "file", batch: 0, at: null, today: null, newest: [], missed: 0, ...told};
}
