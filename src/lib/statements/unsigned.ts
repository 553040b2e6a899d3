/** Files that write no signs: what was taken for them, where no balance proves it. */

/** All are payments out, or in, or each is what the words beside it say. */
export type Unsigned = "out" | "in" | "words";

/** The doubt that follows. */
export const unsignedDoubts: Readonly<Record<Unsigned, string>> = {
  out: "no amount has a sign: all are read as payments out",
  in: "no amount has a sign: all are read as payments in",
  words: "no amount has a sign: each is read by the words beside it",
};
