/**
 * Texts as banks write them, made from the simulated bank's payments without what the bank knows of them (category,
 * merchant code, kind of party): terminals in capitals, cut at 22 letters, with city, number and date; SEPA references;
 * legal forms; payees that stand in a column of their own, or only somewhere in the text. For measuring how well texts
 * are classified; the names of payees are the bank's invented ones.
 */
import {foldedText} from "../../src/lib/foldedText.js";
import {between, chance, pick, type Stream} from "../../src/lib/stream.js";
import {bills, type Language, languages, purposes, ways} from "./statementWords.js";

/** What a bank that writes a statement knows of a payment. */
export interface BookedLeg {
  /** `2025-05-01`. */
  readonly bookedOn: string;
  readonly channel: string;
  readonly description: string;
  readonly isOut: boolean;
  readonly holder: string;
  readonly city: string;
  readonly country: string;
  /** The other side; empty where it is an own account. */
  readonly party: string;
  readonly partyIban: string;
}

export interface StatementText {
  readonly counterparty: string;
  readonly description: string;
  readonly counterpartyIban?: string;
}

/** How a bank lays out its statements, the same for all of an account. */
export interface House {
  /** Whether the payee has a column; else it stands in the text. */
  readonly hasPayees: boolean;
  readonly isUpperCase: boolean;
  /** Whether ü is written UE, as against U. */
  readonly isSpelled: boolean;
  readonly hasIbans: boolean;
}

/** The habits of a bank, drawn. */
export function houseOf(draw: Stream): House {
  return {
    hasPayees: chance(draw, 0.6),
    isUpperCase: chance(draw, 0.4),
    isSpelled: chance(draw, 0.5),
    hasIbans: chance(draw, 0.6),
  };
}

/** The text of a payment in a house's layout; the same stream gives the same text. */
export function statementText(leg: BookedLeg, house: House, draw: Stream): StatementText {
  const language = languages[leg.country] ?? "en";
  const {counterparty, description, counterpartyIban} = written(leg, house, language, draw);
  const cased = (text: string) => (house.isUpperCase ? upper(text, house) : text);
  const iban = house.hasIbans && counterpartyIban ? {counterpartyIban} : {};
  return house.hasPayees
    ? {counterparty: cased(counterparty), description: cased(description), ...iban}
    : {counterparty: "", description: cased(`${description} ${counterparty}`.trim()), ...iban};
}

function written(leg: BookedLeg, house: House, language: Language, draw: Stream): StatementText {
  const {channel, party, bookedOn, city, isOut} = leg;
  if (channel === "card") {
    const terminal = `${upper(party, house).slice(0, 22).trimEnd()} ${upper(city, house)}`;
    const rest = `${digits(draw, 8)} ${dateIn(bookedOn, draw)} ${time(draw)} K${digits(draw, 2)}`;
    return {counterparty: terminal, description: `${ways.card[language]} ${rest}`};
  }
  if (channel === "cash")
    return {
      counterparty: "",
      description: `${ways.cash[language]} ${upper(city, house)} ${dateIn(bookedOn, draw)} ${time(draw)}`,
    };
  if (channel === "e_money") {
    const reference = `PP.${digits(draw, 4)}.PP`;
    return chance(draw, 0.5)
      ? {
          counterparty: "PayPal Europe S.a.r.l. et Cie S.C.A",
          description: `${reference} . ${party}`,
        }
      : {
          counterparty: `PAYPAL *${upper(party, house).replace(/\W/g, "").slice(0, 14)}`,
          description: digits(draw, 10),
        };
  }
  if (channel === "book") return {counterparty: "", description: leg.description};
  const way = channel === "direct_debit" ? ways.debit : ways.transfer;
  const purpose = purposeOf(leg, language, draw);
  const side = party === "" ? leg.holder : nameOf(party, draw);
  return {
    counterparty: side,
    description: chance(draw, 0.5)
      ? `${way[language]} EREF+${digits(draw, 12)} MREF+M${digits(draw, 7)} SVWZ+${purpose}`
      : `${isOut ? "" : "/"}${purpose} ${digits(draw, 6)}`,
    counterpartyIban: leg.partyIban,
  };
}

/** What the payer wrote: the bank's text in the language of the place, now and then with the month, or nothing. */
function purposeOf(
  {description, party, bookedOn}: BookedLeg,
  language: Language,
  draw: Stream,
): string {
  if (/^Invoice/.test(description)) return `${bills[language]} ${digits(draw, 6)}`;
  if (description === party) return `${bills[language]} ${digits(draw, 7)} KD ${digits(draw, 6)}`;
  const month = `${bookedOn.slice(5, 7)}/${bookedOn.slice(0, 4)}`;
  if (chance(draw, 0.15)) return month;
  const purpose = purposes[description]?.[language] ?? description;
  return chance(draw, 0.5) ? `${purpose} ${month}` : purpose;
}

/** A name as it is, or cut where a column ends. */
function nameOf(party: string, draw: Stream): string {
  return chance(draw, 0.2) ? party.slice(0, 27) : party;
}

function upper(text: string, {isSpelled}: House): string {
  const spelled = isSpelled
    ? text.replace(/ä/gi, "AE").replace(/ö/gi, "OE").replace(/ü/gi, "UE")
    : text;
  return foldedText(spelled).toUpperCase();
}

function dateIn(day: string, draw: Stream): string {
  const [year, month, dayOfMonth] = day.split("-");
  return pick(draw, [`${dayOfMonth}.${month}.`, `${dayOfMonth}/${month}/${year!.slice(2)}`, day]);
}

function time(draw: Stream): string {
  return `${between(draw, 10, 21)}:${between(draw, 10, 59)}`;
}

function digits(draw: Stream, count: number): string {
  return Array.from({length: count}, () => between(draw, 0, 9)).join("");
}
