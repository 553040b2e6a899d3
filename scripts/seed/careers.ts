/**
 * Who works where. Each working person, in the order of their numbers, lives through the months: takes a job at an
 * inside company or outside, stays, leaves by choice or because the job ends. What a job has left when somebody leaves
 * is open to those who come later in the row, so a person added at the end changes nobody's career. The first job
 * decides what somebody is; later ones are mostly of the same kind, some of a like one, and pay hardly less.
 */
import type {Month} from "../../src/lib/day.js";
import {normal} from "../../src/lib/normal.js";
import {between, chance, stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import {canChange, occupationOf} from "./occupations.js";
import {Openings} from "./openings.js";
import type {Outside} from "./outside.js";
import type {Life, Spell} from "./people.js";
import {inSpan, type Span} from "./ranges.js";
import {insideSpell, isFairChange, never, outsideSpell, payOf, type Worker} from "./spells.js";
import type {Job} from "./staffing.js";
import {benefit, unpaidWork} from "./stateSpells.js";

/** How often somebody who looks for a job would change to another occupation of a like level. */
const changesTradeChance = 0.6;
/** For so many months somebody waits for a job here that is not there yet; the first job is one that is. */
const waitsFor = 4;
/**
 * How likely a job is one that its holder leaves by choice before the data end. Most often that of somebody who wanted
 * one here and found none; more seldom a first job at a company here than one elsewhere; hardly ever a later one.
 */
const restlessness = {
  later: 0.08,
  firstHere: 0.14,
  elsewhereForNow: 0.6,
  firstElsewhere: 0.22,
} as const;
/** Who leaves has the next job at once, or is without one for some months. */
const nextAtOnce = 0.5;
const monthsBetween: Span = [1, 3];
/** How often the next job is looked for at companies that bank here. */
const looksHere = 0.8;

/** The spells of each person, in order of time, by the person's number. */
export function planCareers(
  seed: number,
  people: readonly Life[],
  companies: readonly Company[],
  outside: Outside,
  {months, start}: {months: number; start: Month},
): Spell[][] {
  const openings = new Openings(companies);
  return people.map((person) => {
    const draw = stream(seed, `career/${person.id}`);
    const age = Math.floor(start / 12) - person.birthYear;
    if (person.role !== "worker") return [unpaidWork(person, draw, outside)];
    const worker = {person, draw, age, talent: normal(draw)};
    return career(worker, {openings, companies, outside, months});
  });
}

interface Surroundings {
  readonly openings: Openings;
  readonly companies: readonly Company[];
  readonly outside: Outside;
  readonly months: number;
}

function career(worker: Worker, world: Surroundings): Spell[] {
  const {person, draw, age} = worker;
  const {openings, companies, outside, months} = world;
  const spells: Spell[] = [];
  let month = 0;
  let wantsInside = person.wantsInsideJob && person.staysThroughout;
  while (month < months) {
    const last = spells.findLast(({kind}) => kind === "salary");
    const changesTrade = chance(draw, changesTradeChance);
    const job = wantsInside
      ? openings.take(person.city, month, month === 0 ? 0 : month + waitsFor, (job) =>
          last
            ? isNextJob(worker, last, job, changesTrade)
            : age >= occupationOf(job.occupation).from,
        )
      : undefined;
    const restless = chance(draw, restlessness[stage(month > 0, job !== undefined, wantsInside)]);
    const leavesAt = between(draw, month + 2, Math.max(month + 2, months + 2));
    const begins = job ? Math.max(month, job.from) : month;
    if (begins > month) bridge(spells, begins, person, outside);
    const to = Math.min(job?.to ?? never, restless ? Math.max(begins + 1, leavesAt) : never);
    spells.push(
      job
        ? insideSpell(worker, job, companies, {from: begins, to})
        : outsideSpell(worker, last, outside, {from: begins, to}),
    );
    if (job && begins > job.from) openings.add({...job, to: begins});
    if (job && to < job.to) openings.add({...job, from: to});
    const gap = chance(draw, nextAtOnce) ? 0 : inSpan(draw, monthsBetween);
    if (gap > 0 && to + gap < never)
      spells.push(benefit(spells, person, outside, {from: to, to: to + gap}));
    month = to >= never ? never : to + gap;
    wantsInside = chance(draw, looksHere) && person.staysThroughout;
  }
  return spells;
}

/** What a job is to its holder. */
function stage(isLater: boolean, isHere: boolean, wantedHere: boolean): keyof typeof restlessness {
  if (isLater) return "later";
  if (isHere) return "firstHere";
  return wantedHere ? "elsewhereForNow" : "firstElsewhere";
}

/** Fills the time until a job begins: with the job held outside until then, or with a benefit. */
function bridge(spells: Spell[], until: number, person: Life, outside: Outside): void {
  const last = spells.at(-1);
  if (last && last.company < 0 && last.kind === "salary")
    spells[spells.length - 1] = {...last, to: until};
  else if (last) spells.push(benefit(spells, person, outside, {from: last.to, to: until}));
}

/** Whether somebody changes from one job to another: to the same work or, at times, to work of a like kind. */
function isNextJob(worker: Worker, last: Spell, job: Job, changesTrade: boolean): boolean {
  if (job.occupation !== last.occupation && !changesTrade) return false;
  if (!canChange(last.occupation, job.occupation)) return false;
  return isFairChange(last, payOf(worker, job, job.from));
}
