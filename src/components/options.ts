import {suggestion} from "../lib/nearest.js";

/** The options of a component by name. The compiler asks for each, so that a new one is known here too. */
export type OptionNames<Options> = {readonly [Name in keyof Options]-?: true};

/** Throws, with the nearest name, on an option that a component does not know: it would be drawn as if it were not there. */
export function assertOptions(given: object, names: Readonly<Record<string, true>>): void {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(names, name));
  if (unknown !== undefined)
    throw new Error(`no option ${unknown}${suggestion(unknown, Object.keys(names))}`);
}
