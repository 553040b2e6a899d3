/** What groups of people spend, so that nobody can be told from it: what a page may have that knows none of them. */
import {type CategoryPerson, type PeerSpending, peerSpending} from "./peers.js";

/** A row of `peer-spending`: what a group spends on a category; `household_band` 0 for households of any size. */
export interface PeerGroupRow extends PeerSpending {
  readonly income_band: number;
  readonly household_band: number;
  readonly person_count: number;
}

/** A group of fewer is left out, and a category that fewer of a group pay for. */
export const fewestOfGroup = 10;

/** The spending of each group by income and household. */
export function peerGroups(people: readonly CategoryPerson[]): PeerGroupRow[] {
  return [0, 1, 2, 3, 4].flatMap((income_band) =>
    [0, 1, 2, 3].flatMap((household_band) => {
      const group = people.filter(
        (one) =>
          one.income_band === income_band &&
          (household_band === 0 || one.household_band === household_band),
      );
      if (group.length < fewestOfGroup) return [];
      return peerSpending(group, fewestOfGroup).map((spending) => ({
        income_band,
        household_band,
        person_count: group.length,
        ...spending,
      }));
    }),
  );
}
