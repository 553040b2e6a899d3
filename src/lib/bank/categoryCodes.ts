import {type CategoryName, categories} from "./categories.js";

/** Category names by code, as proposals and legs carry them. */
export const categoryNames = Object.keys(categories) as readonly CategoryName[];

/** The code of a category. */
export function categoryCode(name: CategoryName): number {
  return categoryNames.indexOf(name);
}

/** 1 at the codes of these categories, 0 at the others. */
export function categoryFlags(...names: readonly CategoryName[]): Uint8Array {
  return Uint8Array.from(categoryNames, (name) => (names.includes(name) ? 1 : 0));
}
