/**
 * The bank itself: an Irish one that takes customers of the whole euro area, as any bank there may. Its accounts have
 * Irish numbers, its administrators sit in Dublin, and it settles by TARGET's calendar (src/lib/bank/businessDays.ts).
 */
import {iban} from "../../src/lib/bank/iban.js";
import type {CountryCode} from "./places.js";

export const homeBank = {
  name: "Countinghouse Bank",
  country: "IE",
  city: "Dublin",
} as const satisfies {name: string; country: CountryCode; city: string};

/** Four letters that belong to no bank in the register of BICs, and a sorting code for each kind of owner. */
const bankCode = "CTHS";
const sortingCodes = {individual: "909011", company: "909017"} as const;

/**
 * The number of an account: of the owner's kind, the owner's number from 1 to 9,999,999 and the account's place among
 * the owner's, from 1 to 9. The Irish structure is four letters for the bank, six digits of a sorting code and eight of
 * an account (SWIFT, IBAN Registry).
 */
export function accountIban(
  ownerKind: keyof typeof sortingCodes,
  owner: number,
  place: number,
): string {
  const account = `${String(owner).padStart(7, "0")}${place}`;
  if (account.length !== 8) throw new Error(`owner number beyond 7 digits: ${owner}`);
  return iban(homeBank.country, `${bankCode}${sortingCodes[ownerKind]}${account}`);
}
