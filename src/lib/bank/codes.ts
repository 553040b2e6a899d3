/**
 * The numbers by which proposals and legs name a channel, a category and an outside party. Each is a type of its own, so
 * that one in the place of another does not compile.
 */
import {type CategoryName, categories} from "./categories.js";
import {type Channel, channels} from "./schema.js";

declare const codes: unique symbol;
type Code<Kind extends string> = number & {readonly [codes]: Kind};

export type ChannelCode = Code<"channel">;
export type CategoryCode = Code<"category">;
/** The number of an outside party, from 0 on. */
export type PartyCode = Code<"party">;

/** Category names by code. */
export const categoryNames = Object.keys(categories) as readonly CategoryName[];

export function channelCode(channel: Channel): ChannelCode {
  return channels.indexOf(channel) as ChannelCode;
}

export function categoryCode(name: CategoryName): CategoryCode {
  return categoryNames.indexOf(name) as CategoryCode;
}

/** 1 at the codes of these categories, 0 at the others. */
export function categoryFlags(...names: readonly CategoryName[]): Uint8Array {
  return Uint8Array.from(categoryNames, (name) => (names.includes(name) ? 1 : 0));
}
