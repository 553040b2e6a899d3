import {Streams} from "../../../src/lib/streams.js";
import type {Bank} from "../bank.js";
import type {Drafts} from "../drafts.js";
import type {MonthFrame} from "../monthFrame.js";

/** Adds what a theme would like to happen in a month. */
export type Propose = (frame: MonthFrame, drafts: Drafts) => void;

/** A kind of business. It is opened once for a bank and asked for its proposals month by month. */
export interface Theme {
  readonly name: string;
  open(bank: Bank): Propose;
}

/**
 * What each person leaves untouched when spending by choice, in cents: the overdraft, of those who are careful. A
 * payment's amount and this make its reserve.
 */
export function restraints({people, budgets, accounts, holdings}: Bank): Float64Array {
  return Float64Array.from(people, ({index}) =>
    budgets.of[index]!.isCareful ? accounts[holdings.ofPerson[index]!.checking]!.overdraftCents : 0,
  );
}

/** The stream of each actor for a theme, in the order of the actors. */
export function streamsFor(
  bank: Bank,
  theme: string,
  actors: readonly {readonly id: string}[],
): Streams {
  return new Streams(
    bank.parameters.seed,
    actors.map(({id}) => `${theme}/${id}`),
  );
}
