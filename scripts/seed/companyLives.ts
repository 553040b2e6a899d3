/** When companies were founded and joined, and what becomes of them. */
import {businessDayFrom} from "../../src/lib/bank/businessDays.js";
import {type Day, firstDayOf, type Month, monthOf} from "../../src/lib/day.js";
import {between, chance, type Stream} from "../../src/lib/stream.js";
import {type Deal, fateShares, inTrouble} from "./deals.js";
import type {Fate} from "./fate.js";
import {inSpan, type Span, within} from "./ranges.js";
import {farAway} from "./staffing.js";

export interface CompanyLife {
  readonly foundedOn: Day;
  readonly joinedOn: Day;
  /** Month in which business begins here, from −3 on for one that joined before the data. */
  readonly firstMonth: number;
  readonly fate: Fate;
  /** The month in which the main customer leaves, or the money runs out. */
  readonly turnMonth: number;
  /** The share of sales that is lost then. */
  readonly lostShare: number;
}

/** The share of companies that join during the data. */
const joinsLate = 0.075;
/** The fewest months of data for a story, those left to one that joins late, and those between joining and a turn. */
const shortestStory = 6;
const leastLate = 3;
const leastBeforeTurn = 4;
/** Of so many companies in a row one is large: the one with this rest, so that a small bank has one, too. */
const large = {oneOf: 40, rest: 5} as const;
/** Of those without a story of their own: the share that grows, and of the rest the share that shrinks. */
const otherFates = {growing: 0.28, shrinking: 0.16} as const;
/** When the turn comes, as parts of the months of the data; a company runs dry late, but six months before the end. */
const turnRange = {least: 0.33, most: 0.62, dry: 0.45, monthsAfterDry: 6} as const;
/** The part of sales that a lost customer takes along, at least, and what comes on top at most. */
const lostRange = {least: 0.38, spread: 0.12} as const;
/** Days from founding to joining, and ages at the beginning of the data, least and most. */
const daysBefore = {
  joiningYoung: [5, 80],
  joiningOld: [400, 6_000],
  dataYoung: [100, 730],
  dataOld: [800, 16_000],
} as const;
/** Those there at the beginning joined at least so many days ago, except the young, and so many at most. */
const joinedAgo = {least: 60, most: 8_000} as const;
/** Days from its founding after which a company joins at the earliest, and a young one at the latest. */
const joinsAfter = {least: 5, mostYoung: 35} as const;
/** Days of the month before its first one in which a company joins late. */
const lateDays: Span = [1, 23];
/** Business of companies that were there before begins so many months before the data at the earliest. */
const monthsBefore = 3;
/** Of the older companies that join late, the share that is as new as the young ones. */
const newShare = 0.6;

/** Whether a company has fifty employees and more. */
export function isLarge(index: number): boolean {
  return index % large.oneOf === large.rest;
}

/** Whether a company joins during the data, and what becomes of it. */
export function planCompanyLife(
  draw: Stream,
  {earnings, joining, isDoomed}: Deal,
  {index, months, start}: {index: number; months: number; start: Month},
): CompanyLife {
  const isDry = isDoomed && months >= shortestStory;
  const isLate = !isDry && !isLarge(index) && joining < joinsLate && months >= shortestStory;
  const first = isLate ? between(draw, 2, months - leastLate) : 0;
  const firstDry = Math.ceil(months * turnRange.dry);
  const turn = isDry
    ? between(draw, firstDry, Math.max(firstDry, months - turnRange.monthsAfterDry))
    : between(draw, Math.ceil(months * turnRange.least), Math.floor(months * turnRange.most));
  const other = chance(draw, otherFates.growing)
    ? "growing"
    : chance(draw, otherFates.shrinking)
      ? "shrinking"
      : "steady";
  const loses = months >= shortestStory && turn >= first + leastBeforeTurn;
  const fate = isDry
    ? "dry"
    : earnings < fateShares.young && !isLarge(index)
      ? "young"
      : earnings < inTrouble && loses
        ? "lost"
        : other;
  const days = datesOf(draw, {isLate, isYoung: fate === "young", start, first});
  return {
    firstMonth: isLate
      ? first
      : Math.min(0, Math.max(-monthsBefore, monthOf(days.joinedOn) + 1 - start)),
    fate,
    turnMonth: fate === "dry" || fate === "lost" ? turn : farAway,
    lostShare: fate === "lost" ? within(draw, lostRange) : 0,
    ...days,
  };
}

/** Nobody joins before being founded; the days spread over the years, and over the data for those who join late. */
function datesOf(
  draw: Stream,
  {isLate, isYoung, start, first}: {isLate: boolean; isYoung: boolean; start: Month; first: number},
): {foundedOn: Day; joinedOn: Day} {
  const begin = firstDayOf(start);
  if (isLate) {
    const joinedOn = businessDayFrom(firstDayOf(start + first - 1) + inSpan(draw, lateDays));
    const isNew = isYoung || chance(draw, newShare);
    const ago = inSpan(draw, daysBefore[isNew ? "joiningYoung" : "joiningOld"]);
    return {joinedOn, foundedOn: joinedOn - ago};
  }
  const foundedOn = begin - inSpan(draw, daysBefore[isYoung ? "dataYoung" : "dataOld"]);
  const earliest = Math.max(foundedOn + joinsAfter.least, begin - joinedAgo.most);
  const latest = isYoung ? foundedOn + joinsAfter.mostYoung : begin - joinedAgo.least;
  return {foundedOn, joinedOn: businessDayFrom(between(draw, earliest, latest))};
}
