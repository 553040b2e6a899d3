import type {Channel} from "./schema.js";

/** How a posting was made, as pages call it. */
export const channelNames = {
  card: "Card",
  credit_transfer: "SEPA credit transfer",
  direct_debit: "Direct debit",
  e_money: "E-money wallet",
  cash: "Cash withdrawal",
  book: "Book entry",
} as const satisfies Record<Channel, string>;
