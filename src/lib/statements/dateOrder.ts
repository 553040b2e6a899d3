/**
 * Day before month, or month before day? One day after the twelfth settles it for the whole file; so do dates with
 * points, words of languages that never put the month first, and rows that run in order under one reading only.
 * What is open then is asked.
 */

import {extent} from "d3-array";
import {maybeDay} from "../day.js";
import type {DateQuestion} from "./dateQuestion.js";
import {type DateOrder, type DateText, dayIn, maybeDate, readings} from "./dateText.js";
import {anyPhrase, phrases, plainWords} from "./phrases.js";
import type {SourceRow} from "./sourceRows.js";
import {StatementError} from "./statementError.js";

/** The file allows two readings of its dates. */
export class DateOrderError extends StatementError {
  constructor(
    readonly line: number,
    readonly value: string,
    /** The day by each order that is possible. */
    readonly days: readonly {readonly order: DateOrder; readonly day: string}[],
  ) {
    const named = days.map(({order, day}) => `${day} (${order})`).join(" or ");
    super(
      `line ${line}: the date ${JSON.stringify(value)} is ${named}, and no other line settles it`,
    );
  }
}

/** Words that no language has which writes the month first. */
const dayFirst = anyPhrase(phrases`
    libelle, montant, solde, valeur, buchung, buchungstag, buchungsdatum, buchungstext, betrag, datum, saldo,
    fecha, importe, concepto, importo, descrizione, causale, data, valuta, valutadatum, valutadag, valutadato,
    bedrag, naam, omschrijving, belopp, belob, dato, tekst, kwota, opis, castka, popis, osszeg, maara, pvm,
    kirjauspaiva, maksupaiva, arvopaiva, descricao, montante, konto, kontonummer, kontostand, wahrung,
    verwendungszweck, wertstellung, sort code, paid in, paid out, money in, money out, cheque`);
/** Words of the country that does. */
const monthFirst = anyPhrase(phrases`check, check number, routing, zip, fees comm, run date`);
/** So many days in order are no chance. */
const fewestDays = 6;

/**
 * The order of each of these columns of days. Throws `DateOrderError` where two are possible, make a difference and
 * nothing settles it.
 */
export function dateOrders(
  rows: readonly SourceRow[],
  columns: readonly number[],
  {asked, words}: DateQuestion,
): ReadonlyMap<number, DateOrder> {
  const found = columns.map((column) => ({column, ...possibleOrders(rows, column)}));
  const sure = found.find(({orders}) => orders.length === 1 && orders[0] !== "ymd");
  const orders = new Map<number, DateOrder>();
  for (const {column, orders: allowed, dates} of found) {
    const possible = withoutScattered(dates, allowed);
    const byOthers = sure?.orders[0];
    const order =
      possible.length <= 1
        ? possible[0]
        : byOthers && possible.includes(byOthers)
          ? byOthers
          : settled(dates, possible, {asked, words: plainWords(words)});
    orders.set(column, order ?? "dmy");
  }
  return orders;
}

interface Dated {
  readonly line: number;
  readonly value: string;
  readonly date: DateText;
}

function possibleOrders(
  rows: readonly SourceRow[],
  column: number,
): {orders: DateOrder[]; dates: Dated[]} {
  const counts = new Map<DateOrder, number>();
  const dates: Dated[] = [];
  const seen = new Set<string>();
  for (const {line, cells} of rows) {
    const value = cells[column] ?? "";
    if (value === "" || seen.has(value)) continue;
    seen.add(value);
    const date = maybeDate(value);
    if (!date) continue;
    dates.push({line, value, date});
    for (const order of readings(date)) counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return {orders: [...counts].flatMap(([order, count]) => (count === most ? [order] : [])), dates};
}

/** No statement is of so many days: `25/03/24` and `04/03/24` are three weeks, and not from 2004 to 2025. */
const longestDays = 3 * 366;

/** The orders without the year in front, where that scatters the days and another does not. */
function withoutScattered(
  dates: readonly Dated[],
  possible: readonly DateOrder[],
): readonly DateOrder[] {
  if (possible.length < 2 || !possible.includes("ymd")) return possible;
  const isScattered = (order: DateOrder) => {
    const [first, last] = extent(dates, ({date}) => maybeDay(dayIn(date, order) ?? ""));
    return first !== undefined && last - first > longestDays;
  };
  const others = possible.filter((order) => order !== "ymd");
  return isScattered("ymd") && others.some((order) => !isScattered(order)) ? others : possible;
}

function settled(
  dates: readonly Dated[],
  possible: readonly DateOrder[],
  {asked, words}: DateQuestion,
): DateOrder {
  if (asked && possible.includes(asked)) return asked;
  const open = dates.find(
    ({date}) => new Set(possible.map((order) => dayIn(date, order))).size > 1,
  );
  if (!open) return possible[0]!;
  const mark = open.date.mark;
  const byMark = mark === "." && possible.includes("dmy") ? "dmy" : undefined;
  const byYear = mark === "-" && possible.includes("ymd") ? byOrder(dates, possible) : undefined;
  const byWords = !dayFirst.test(words) ? (monthFirst.test(words) ? "mdy" : undefined) : "dmy";
  const order =
    byMark ??
    byYear ??
    (byWords && possible.includes(byWords) ? byWords : byOrder(dates, possible));
  if (order) return order;
  const days = possible.map((order) => ({order, day: dayIn(open.date, order)!}));
  throw new DateOrderError(open.line, open.value, days);
}

/** The only order in which the rows run from old to new or from new to old. */
function byOrder(dates: readonly Dated[], possible: readonly DateOrder[]): DateOrder | undefined {
  const running = possible.filter((order) => {
    const days = dates.flatMap(({date}) => dayIn(date, order) ?? []);
    const isRising = days.every((day, at) => at === 0 || day >= days[at - 1]!);
    const isFalling = days.every((day, at) => at === 0 || day <= days[at - 1]!);
    return new Set(days).size >= fewestDays && (isRising || isFalling);
  });
  return running.length === 1 ? running[0] : undefined;
}
