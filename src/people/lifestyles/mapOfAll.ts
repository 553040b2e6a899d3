/** The dataset `lifestyle-segments`: what is known of all people, and a part of them for the map. */
import {evenly} from "../../lib/evenly.js";
import type {Published} from "../../lib/lifestyles/published.js";
import {dotsOf, type Middle, mapTop, middles, type PersonDot} from "./people.js";
import {mapFinding} from "./words.js";

/** As many people tell how all lie on the map. */
const mostDots = 1000;

/** What the map says of all people. */
export interface MapOfAll {
  readonly finding: string;
  /** Where it ends upwards. */
  readonly top: number;
  readonly middles: readonly Middle[];
  /** People on the map by segment, in their order, and in all. */
  readonly counts: readonly number[];
  readonly dot_count: number;
}

/** What the page reads: `people` are those of the map. */
export interface ShownLifestyles extends Published {
  readonly map: MapOfAll;
}

/** What the map says of people, of all of whom it is given the dots. */
export function mapOf(dots: readonly PersonDot[], segments: readonly string[]): MapOfAll {
  return {
    finding: mapFinding(dots, segments),
    top: mapTop(dots),
    middles: middles(dots, segments),
    counts: segments.map((name) => dots.filter(({segment}) => segment === name).length),
    dot_count: dots.length,
  };
}

/** All of `published` but the people, of whom there are a thousand at most, and the map of all. */
export function shownLifestyles(published: Published): ShownLifestyles {
  const {people, segments} = published;
  const names = segments.map(({name}) => name);
  const places = people.user_id.flatMap((_, at) =>
    people.discretionary_to_income[at] === null ? [] : [at],
  );
  const kept = evenly(places, mostDots);
  const keep = <Value>(values: readonly Value[]) =>
    values.length === 0 ? [] : kept.map((at) => values[at]!);
  return {
    ...published,
    map: mapOf(dotsOf(published), names),
    people: {
      user_id: keep(people.user_id),
      experience_share: keep(people.experience_share),
      discretionary_to_income: keep(people.discretionary_to_income),
      segment: keep(people.segment),
      next: keep(people.next),
      depth: keep(people.depth),
    },
  };
}
