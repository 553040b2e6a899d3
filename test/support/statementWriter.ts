/**
 * Writes statements as banks might: any language, alphabet, delimiter, order of dates, way to write an amount and
 * its sign, with or without a balance, lines before and after, and rows that are no bookings. What should be read
 * is given beside the bytes.
 */
import {formatDay, parseDay} from "../../src/lib/day.js";
import {between, chance, pick, type Stream, stream} from "../../src/lib/stream.js";
import {amountText, dateText, encoded, field} from "./statementCells.js";
import {drawnKind, type StatementKind} from "./statementKinds.js";
import {type StatementLanguage, statementLanguages} from "./statementLanguages.js";

export interface WrittenRow {
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly counterparty: string;
  readonly description: string;
  readonly category: string;
  readonly balance: string;
}

export interface WrittenStatement {
  readonly bytes: Uint8Array;
  readonly rows: readonly WrittenRow[];
  readonly leftOutCount: number;
  /** What was drawn, to be named where it is read wrongly. */
  readonly kind: string;
}

interface Booking {
  readonly day: number;
  readonly valueDay: number;
  readonly cents: number;
  readonly feeCents: number;
  readonly payee: string;
  readonly text: string;
  readonly category: string;
  readonly state: "booked" | "pending" | "refused";
}

/** The statement of a seed. */
export function writtenStatement(seed: number): WrittenStatement {
  const draw = stream(seed, "statement");
  const language = pick(draw, statementLanguages);
  const kind = drawnKind(draw, language);
  const bookings = drawnBookings(draw, language, kind);
  const lines = linesOf(bookings, language, kind);
  const text = lines.join(kind.lineEnd) + (chance(draw, 0.8) ? kind.lineEnd : "");
  const booked = bookings.filter(({state}) => state === "booked");
  const balances = balancesOf(booked, kind);
  return {
    bytes: encoded(text, kind.encoding),
    rows: booked.map((booking, at) => ({
      date: formatDay(booking.day),
      amount: exact(booking.cents - booking.feeCents),
      currency: kind.hasCurrency ? language.code : kind.sign === "" ? "" : "EUR",
      counterparty: kind.hasPayee ? booking.payee : "",
      description: booking.text,
      category: kind.hasCategory ? booking.category : "",
      balance: kind.hasBalance ? exact(balances[at]!) : "",
    })),
    leftOutCount: bookings.length - booked.length,
    kind: JSON.stringify({language: language.booked, ...kind}),
  };
}

function drawnBookings(
  draw: Stream,
  language: StatementLanguage,
  {signs, hasStatus, hasFees, isNewestFirst}: StatementKind,
): Booking[] {
  const bookings: Booking[] = [];
  let day = parseDay("2024-01-01") + between(draw, 0, 300);
  for (let at = between(draw, 8, 30); at >= 0; at--) {
    day += between(draw, 0, 4);
    const isOut = chance(draw, 0.75);
    const size = chance(draw, 0.2) ? between(draw, 100_000, 900_000) : between(draw, 101, 20_000);
    const payee = pick(draw, language.payees);
    const booking: Booking = {
      day,
      valueDay: day + between(draw, 0, 2),
      cents: isOut ? -size : size,
      feeCents: hasFees && chance(draw, 0.3) ? between(draw, 10, 300) : 0,
      payee,
      text:
        signs === "card"
          ? isOut
            ? `Purchase ${between(draw, 10, 99)} ${payee}`
            : "Payment received, thank you"
          : `${payee} ${pick(draw, ["ref", "Nr", "A"])} ${between(draw, 1000, 9999)}`,
      category: pick(draw, ["Food", "Home", "Fun"]),
      state: hasStatus && chance(draw, 0.2) ? pick(draw, ["pending", "refused"]) : "booked",
    };
    bookings.push(booking);
    if (chance(draw, 0.1)) bookings.push(booking);
  }
  return isNewestFirst ? bookings.reverse() : bookings;
}

function linesOf(
  bookings: readonly Booking[],
  language: StatementLanguage,
  kind: StatementKind,
): string[] {
  const columns = columnsOf(bookings, language, kind);
  const line = (cells: readonly string[]) =>
    cells.map((cell) => field(cell, kind)).join(kind.delimiter);
  const filler = (count: number) => Array.from({length: count}, () => "");
  const before = [
    line([`${language.account}:`, "12345678"]),
    "",
    line([language.opening, amountText(123_456, kind)]),
  ].slice(0, kind.preamble);
  const after = [
    line([language.total, ...filler(columns.length - 2), amountText(99_999, kind)]),
    "Export: no warranty is given",
  ].slice(0, kind.trailer);
  const head = kind.hasHead ? [line(columns.map(({head}) => head))] : [];
  return [
    ...before,
    ...head,
    ...bookings.map((_, at) => line(columns.map(({cells}) => cells[at]!))),
    ...after,
  ];
}

interface WrittenColumn {
  readonly head: string;
  readonly cells: readonly string[];
}

function columnsOf(
  bookings: readonly Booking[],
  language: StatementLanguage,
  kind: StatementKind,
): WrittenColumn[] {
  const column = (head: string, cell: (booking: Booking, at: number) => string) => ({
    head,
    cells: bookings.map(cell),
  });
  const balances = balancesOf(bookings, kind);
  const amount = (cents: number) => amountText(cents, kind);
  const part = (cents: number) => amount(kind.signs === "negative parts" ? cents : Math.abs(cents));
  const [flag, out, into] = language.flag;
  const [status, booked, pending, refused] = language.status;
  const money: Record<StatementKind["signs"], WrittenColumn[]> = {
    signed: [column(language.amount, ({cents}) => amount(cents))],
    card: [column(language.amount, ({cents}) => amount(-cents))],
    flag: [
      column(language.amount, ({cents}) => amount(Math.abs(cents))),
      column(flag, ({cents}) => (cents < 0 ? out : into)),
    ],
    parts: [
      column(language.debit, ({cents}) => (cents < 0 ? part(cents) : "")),
      column(language.credit, ({cents}) => (cents < 0 ? "" : part(cents))),
    ],
    "negative parts": [
      column(language.debit, ({cents}) => (cents < 0 ? part(cents) : "")),
      column(language.credit, ({cents}) => (cents < 0 ? "" : part(cents))),
    ],
  };
  const days = [
    column(language.booked, ({day}) => dateText(day, language, kind)),
    ...(kind.hasValueDay
      ? [column(language.valued, ({valueDay}) => dateText(valueDay, language, kind))]
      : []),
  ];
  const others = [
    column(language.text, ({text}) => text),
    ...(kind.hasPayee ? [column(language.payee, ({payee}) => payee)] : []),
    ...(kind.hasCategory ? [column(language.category, ({category}) => category)] : []),
    ...(kind.hasCurrency ? [column(language.currency, () => language.code)] : []),
    ...(kind.hasStatus ? [column(status, ({state}) => ({booked, pending, refused})[state])] : []),
    ...(kind.hasFees ? [column("Fee", ({feeCents}) => amount(feeCents))] : []),
    ...money[kind.signs],
    ...(kind.hasBalance
      ? [
          column(language.balance, (_, at) =>
            balances[at] === undefined ? "" : amount(balances[at]!),
          ),
        ]
      : []),
  ];
  if (!kind.isShuffled) return [...days, ...others];
  const draw = stream(kind.columnSeed, "columns");
  const mixed = others.map((other) => ({other, place: draw()})).sort((a, b) => a.place - b.place);
  return [...days, ...mixed.map(({other}) => other)];
}

function balancesOf(
  bookings: readonly Booking[],
  {isNewestFirst}: StatementKind,
): (number | undefined)[] {
  let balance = 250_000;
  const run = ({state, cents, feeCents}: Booking) => {
    if (state !== "booked") return undefined;
    balance += cents - feeCents;
    return balance;
  };
  return isNewestFirst ? [...bookings].reverse().map(run).reverse() : bookings.map(run);
}

const exact = (cents: number): string =>
  `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
