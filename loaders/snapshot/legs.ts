/**
 * How many legs a snapshot holds. All that the pages say of sums is made of the views of `sql/extract/`, which the source
 * runs as well; what needs single postings is left out where the snapshot does not have all of them.
 */
import type {Environment} from "../environment.js";

/** All, none, or those of as many months up to the last day. */
export type Legs = "all" | "none" | number;

/** What `SNAPSHOT_LEGS` asks for; all, where it is not set. Throws where it is no such word or number. */
export function legsOf({SNAPSHOT_LEGS: asked = "all"}: Environment): Legs {
  if (asked === "all" || asked === "none") return asked;
  if (/^[1-9]\d{0,3}$/.test(asked)) return Number(asked);
  throw new Error(`SNAPSHOT_LEGS is ${JSON.stringify(asked)} (all, none, or a number of months)`);
}

/** The first day of the legs that are read: of the months up to the last day, the first of the first. */
export function firstDayOf(months: number, asOf: string): string {
  const [year, month] = asOf.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
}
