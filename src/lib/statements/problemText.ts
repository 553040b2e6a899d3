import type {Problem} from "./ledgerRows.js";

/** `no such day in Date: "2026-02-30"`: what is wrong, with the column and what stands there where there is one. */
export const problemText = ({column, value, reason}: Omit<Problem, "line">): string =>
  column === "" ? reason : `${reason} in ${column}: ${JSON.stringify(value)}`;
