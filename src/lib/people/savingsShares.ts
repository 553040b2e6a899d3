/** What the savings page says about the share of a salary that is put aside. */
import {isBeyondChance} from "../evidence/chance.js";
import {type Middle, mediansChance} from "../evidence/summaries.js";
import {asDate, monthText, percent, points, type Time} from "../format.js";
import {peopleText, plural, sentence, withinChance} from "../words.js";

/** A row of `savings-shares`. */
export interface ShareBand {
  readonly band_from: number;
  readonly person_count: number;
  readonly person_total: number;
  readonly zero_count: number;
  readonly below_count: number;
  readonly median_share: number;
  readonly all_share: number;
  readonly savings_rate: number | null;
  readonly unpaid_count: number;
  readonly window_from: Time;
  readonly window_to: Time;
}

/** A row of `savings-months`. */
export interface SavingsMonth {
  readonly month: Time;
  readonly low_share: number;
  readonly median_share: number;
  readonly high_share: number;
  readonly all_share: number;
  readonly savings_rate: number | null;
  readonly person_count: number;
}

/** `Over the 12 months to October 2026`: the window of the shares. */
export function shareWindow({window_from, window_to}: ShareBand): string {
  const [from, to] = [asDate(window_from), asDate(window_to)];
  const months =
    from && to
      ? 12 * (to.getUTCFullYear() - from.getUTCFullYear()) +
        to.getUTCMonth() -
        from.getUTCMonth() +
        1
      : 1;
  return months === 1
    ? `In ${monthText(window_to)}`
    : `Over the ${months} months to ${monthText(window_to)}`;
}

/** The first and the last band of `savings-shares`, which are open. */
const ends = {first: -0.01, last: 0.3};

/** `12–13%`; the outermost bands are open: `below 0%`, `30% and more`. */
export function shareBandName(from: number): string {
  const whole = Math.round(100 * from);
  if (from <= ends.first) return "below 0%";
  return from >= ends.last ? `${whole}% and more` : `${whole}–${whole + 1}%`;
}

/** The bands from zero (or from below, if anybody is there) to one beyond the last that has people. */
export function shownBands(rows: readonly ShareBand[]): ShareBand[] {
  const last = rows.findLastIndex(({person_count}) => person_count > 0);
  const shown = rows.slice(0, Math.max(last + 2, 0));
  return shown.filter(({band_from, person_count}) => band_from >= 0 || person_count > 0);
}

/** Who is at zero, and who below, in a sentence. */
export function nothingSavedText(rows: readonly ShareBand[]): string {
  const [first] = rows;
  if (!first) return "No main customer has a salary.";
  const {zero_count, below_count} = first;
  if (zero_count === 0 && below_count === 0) return "All of them saved something on balance.";
  const zero = peopleText(zero_count);
  const below = below_count === 0 ? "nobody" : peopleText(below_count);
  const taken = `${below} took more from savings than went in`;
  return sentence(zero_count === 0 ? `${taken}.` : `${zero} put nothing aside, and ${taken}.`);
}

/** The middle half of the people by bands, and their median. */
export function sharesFinding(rows: readonly ShareBand[]): string {
  const [first] = rows;
  if (!first) return "No main customer has a salary, so no share of one is saved";
  if (first.person_total === 1)
    return `The one person with a salary puts ${percent(first.median_share, 1)} of it aside`;
  const [low, high] = spread(rows);
  return low === high
    ? `Nearly everybody puts ${shareBandName(low)} of salary aside`
    : `The median saver puts ${percent(first.median_share, 1)} of salary aside`;
}

/** Between which shares nine in ten people are; nothing where they are alike, or where there is one. */
export function spreadText(rows: readonly ShareBand[]): string {
  const [low, high] = spread(rows);
  if (low === high || rows[0]?.person_total === 1) return "";
  return `Nine in ten are between ${bandStart(low)} and ${bandEnd(high)}.`;
}

const bandStart = (from: number) => (from <= ends.first ? "less than nothing" : percent(from, 0));
const bandEnd = (from: number) =>
  from >= ends.last ? `more than ${percent(from, 0)}` : percent(from + 0.01, 0);

/** The bands that the people at 5 % and at 95 % of the way stand in. */
function spread(rows: readonly ShareBand[]): [low: number, high: number] {
  const total = rows.reduce((sum, {person_count}) => sum + person_count, 0);
  const at = (part: number) => {
    let passed = 0;
    for (const {band_from, person_count} of rows) {
      passed += person_count;
      if (passed > 0 && passed >= part * total) return band_from;
    }
    return rows.at(-1)?.band_from ?? 0;
  };
  return [at(0.05), at(0.95)];
}

const eurostat =
  "Eurostat’s rate for households in the euro area, about 15%, is not comparable: it counts all income that is not consumed, including money left in a checking account, mortgage repayments and investments.";

/** How the share of everybody's income compares with the published one, with what sets the two apart. */
export function publishedText(rows: readonly ShareBand[]): string {
  const [first] = rows;
  if (!first || first.savings_rate === null) return "";
  const others =
    first.unpaid_count > 0
      ? ` Including ${plural(first.unpaid_count, "main customer")} without a steady salary, and all other income, the savings rate is ${percent(first.savings_rate, 1)}.`
      : ` Including all other income, the savings rate is ${percent(first.savings_rate, 1)}.`;
  return `Together they move ${percent(first.all_share, 1)} of their salaries.${others} ${eurostat}`;
}

/** Whether the median share of the last month differs from that of a year before (the first, if the data are younger). */
export function trendFinding(rows: readonly SavingsMonth[]): string {
  const [last, then] = [rows.at(-1), rows.at(-13) ?? rows.at(0)];
  if (!last || !then) return "No share of salary to show";
  const now = percent(last.median_share, 1);
  if (rows.length === 1) return `In ${monthText(last.month)} the median saver put ${now} aside`;
  const change = last.median_share - then.median_share;
  const before = monthText(then.month);
  if (!isBeyondChance(mediansChance(middleOf(last), middleOf(then))))
    return `The median share is ${now}, ${withinChance} of ${before}`;
  return `The median share ${change > 0 ? "rose" : "fell"} by ${points(change)} since ${before}, to ${now}`;
}

function middleOf({median_share, low_share, high_share, person_count}: SavingsMonth): Middle {
  return {
    median: median_share,
    lower_quartile: low_share,
    upper_quartile: high_share,
    count: person_count,
  };
}
