/**
 * Whom a page about whole lives speaks of: the main customers. Of all others this bank sees a part of what they earn,
 * spend and save, so that their shares of income would be shares of a part. `sql/derived/person_relations.sql` tells them apart.
 */
import {count, percent} from "../format.js";
import type {Customer} from "../measures/reading.js";

export type Relation = "main" | "second" | "savings";

/** A row of `person-relations`. */
export interface RelationCount {
  readonly relation: Relation;
  readonly person_count: number;
}

/** A row of `people`; the relation is null for who left before the last twelve months. */
export interface ListedPerson {
  readonly user_id: string;
  readonly name: string;
  readonly city: string;
  readonly relation: Relation | null;
}

/** Whom a page's figures are about; only a main customer is compared with others. */
export interface ShownPerson extends Customer {
  readonly isMain: boolean;
}

/** A listed person as figures speak of them; nobody, where there is none. */
export function shownPerson(person: ListedPerson | undefined): ShownPerson {
  if (!person) return {user_id: "", name: "Nobody", isMain: false};
  const {user_id, name, relation} = person;
  return {user_id, name, isMain: relation === "main"};
}

const criterion =
  "an income arrives here, and at least fifteen payments a month are made from here";

/** How many of the people are main customers, and what makes one: the sentence under which a page's figures stand. */
export function mainText(rows: readonly RelationCount[]): string {
  const total = rows.reduce((sum, {person_count}) => sum + person_count, 0);
  const main = rows.find(({relation}) => relation === "main")?.person_count ?? 0;
  if (total === 0) return "Nobody banks here yet.";
  if (main === 0) {
    const none =
      total === 1 ? "The one person here is not" : `None of the ${count(total)} people is`;
    return `${none} a main customer of this bank: that ${criterion}. Figures about whole lives stay empty.`;
  }
  if (main === total)
    return `${total === 1 ? "The one person here is a main customer" : `All ${count(total)} people here are main customers`}: ${criterion}.`;
  const are = main === 1 ? "is a main customer" : "are main customers";
  return `${percent(main / total, 0)} of people, ${count(main)} of ${count(total)}, ${are}: ${criterion}. Figures about whole lives count only them, because this bank sees just a part of the others.`;
}

/** What has to be known of a person before any share is read; empty for a main customer, and for who is not told apart. */
export function relationText(name: string, relation: Relation | null | undefined): string {
  if (relation === "second")
    return `This is ${name}’s second bank and sees only a part of what is earned, spent and saved, so nothing is compared with others.`;
  if (relation === "savings")
    return `${name} keeps money here and lives from another bank, which sees income and spending, so nothing is compared with others.`;
  return "";
}
