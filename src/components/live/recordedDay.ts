/** The last recorded day as it is published: an hour at a time, so that a page is as light for a large bank. */

import type {CategoryName} from "../../lib/bank/categories.js";
import {categoryNames} from "../../lib/bank/codes.js";
import {type Channel, channels} from "../../lib/bank/schema.js";
import {dayMs, secondsPerDay} from "../../lib/day.js";
import {
  type DayTotals,
  type LiveRow,
  type Moved,
  type PathPoint,
  Side,
} from "../../lib/live/events.js";
import {centsFromEur} from "../../lib/money.js";
import {type KeyedFile, keyedRows} from "../keyed.js";

/** A row of `live-day.keyed`. */
export interface RecordedPosting {
  readonly id: number;
  readonly at: number;
  readonly account: string;
  readonly owner: string;
  readonly name: string;
  readonly city: string;
  readonly amount_eur: number;
  readonly channel: Channel;
  readonly category: CategoryName;
  readonly is_inside: boolean;
  readonly party: string | null;
  readonly page_count: number;
}

/** A row of `live-hours.keyed`. */
export interface HourPart {
  readonly day: string;
  readonly kind: "all" | "channel" | "category" | "city" | "hour";
  readonly name: string;
  readonly posting_count: number;
  readonly payment_count: number;
  readonly moved_eur: number;
}

export interface DayFiles {
  /** `live-day.keyed` */
  readonly postings: KeyedFile;
  /** `live-hours.keyed` */
  readonly hours: KeyedFile;
}

/** What the day had come to when an hour began; undefined of a bank without postings. */
export async function dayBefore({hours}: DayFiles, hour: number): Promise<DayTotals | undefined> {
  const parts = await keyedRows<HourPart>(hours, String(hour));
  return parts.length === 0 ? undefined : totalsOf(parts);
}

function totalsOf(parts: readonly HourPart[]): DayTotals {
  const of = <Key extends string | number>(wanted: HourPart["kind"], key: (name: string) => Key) =>
    Object.fromEntries(
      parts.filter(({kind}) => kind === wanted).map((part) => [key(part.name), movedOf(part)]),
    ) as Record<Key, Moved>;
  const all = parts.find(({kind}) => kind === "all")!;
  return {
    day: dayOf(all),
    rows: all.posting_count,
    refusals: 0,
    all: movedOf(all),
    channels: of("channel", (name) => channels.indexOf(name as Channel)),
    categories: of("category", (name) => categoryNames.indexOf(name as CategoryName)),
    cities: of("city", (name) => name),
    path: pathOf(parts),
  };
}

function pathOf(parts: readonly HourPart[]): PathPoint[] {
  const ends = parts
    .filter(({kind}) => kind === "hour")
    .map((part) => ({hour: Number(part.name), part}))
    .sort((a, b) => a.hour - b.hour);
  const midnight = dayOf(parts[0]!) * secondsPerDay;
  return [
    {at: midnight, cents: 0},
    ...ends.map(({hour, part}) => ({
      at: midnight + (hour + 1) * 3600,
      cents: centsFromEur(part.moved_eur),
    })),
  ];
}

const dayOf = ({day}: HourPart) => Date.parse(day) / dayMs;
const movedOf = ({payment_count, moved_eur}: HourPart): Moved => ({
  count: payment_count,
  cents: centsFromEur(moved_eur),
});

export interface HourPage {
  readonly rows: readonly LiveRow[];
  readonly pageCount: number;
}

/** A page of the postings of an hour, in their order; no rows where the hour has none. */
export async function hourPage(
  {postings}: DayFiles,
  hour: number,
  page: number,
): Promise<HourPage> {
  const rows = await keyedRows<RecordedPosting>(postings, `${hour} ${page}`);
  return {rows: rows.map(liveRow), pageCount: rows[0]?.page_count ?? 1};
}

function liveRow(row: RecordedPosting): LiveRow {
  const cents = centsFromEur(row.amount_eur);
  const side = row.is_inside ? (cents < 0 ? Side.payer : Side.payee) : Side.border;
  return [
    row.id,
    row.at,
    row.account,
    row.owner,
    row.name,
    row.city,
    cents,
    channels.indexOf(row.channel),
    categoryNames.indexOf(row.category),
    side,
    row.party ?? "",
  ];
}
