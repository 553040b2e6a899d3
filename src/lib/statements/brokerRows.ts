/** Trades and the other movements of a broker's file: each by the words of its kind, else by its quantity. */
import type {Decimal} from "../investing/decimal.js";
import {absolute, formatAmount, formatDecimal, isZero, plus} from "./amount.js";
import type {Columns} from "./columns.js";
import {amountColumn} from "./fees.js";
import type {LedgerRow} from "./ledgerRows.js";
import {anyPhrase, phrases, plainWords} from "./phrases.js";
import {collapsed} from "./rowTexts.js";
import type {BrokerMovement, StatementTrade} from "./statement.js";

const buy = anyPhrase(
  phrases`
    buy, bought, b, bot, purchase, you bought, reinvest shares, reinvestment, buy to open, savings plan, kauf,
    gekauft, ankauf, sparplan, k, achat, compra, acquisto, koop, kop, kopt, kjop, kob, osto, kupno, zakup, nakup,
    vetel, subscription, zeichnung, market buy, limit buy`,
);
const sell = anyPhrase(
  phrases`
    sell, sold, s, sld, sale, you sold, redemption, sell to close, verkauf, verkauft, v, vente, venta, venda,
    vendita, verkoop, salj, salt, salg, myynti, sprzedaz, prodej, eladas, market sell, limit sell, rucknahme`,
);
const kinds: readonly (readonly [BrokerMovement["kind"], RegExp])[] = [
  [
    "dividend",
    anyPhrase(
      phrases`
    dividend, dividends, dividend received, cash dividend, qualified dividend, ordinary dividend, ausschuttung,
    ertrag, dividende, dividendes, dividendo, dividendos, dividendi, utdelning, utbytte, udbytte, osinko,
    dywidenda, osztalek, distribution, coupon, cedola`,
    ),
  ],
  [
    "tax",
    anyPhrase(
      phrases`
    withholding tax, tax, steuer, quellensteuer, kallskatt, utlandsk kallskatt, dividendbelasting, impot,
    preliminarskatt, foreign tax, nra tax, ritenuta`,
    ),
  ],
  [
    "interest",
    anyPhrase(
      phrases`
    interest, zinsen, interets, intereses, interessi, juros, rente, ranta, renter, korko, odsetki, urok, kamat,
    credit interest, bank interest, inlaningsranta`,
    ),
  ],
  [
    "fee",
    anyPhrase(
      phrases`
    fee, fees, gebuhr, gebuhren, frais, comision, commissione, comissao, kosten, avgift, gebyr, oplata, poplatek,
    dij, transaction fee, adr mgmt fee, service fee`,
    ),
  ],
  [
    "deposit",
    anyPhrase(
      phrases`
    deposit, deposits, einzahlung, einlage, depot, versement, ingreso, versamento, deposito, storting, insattning,
    innskudd, indskud, indbetaling, talletus, wplata, vklad, befizetes, funds received, electronic funds transfer
    received, contribution, customer inbound, moneylink deposit, wire received, gutschrift`,
    ),
  ],
  [
    "withdrawal",
    anyPhrase(
      phrases`
    withdrawal, withdrawals, auszahlung, entnahme, retrait, retirada, prelievo, levantamento, opname, uttag,
    uttak, haevning, nosto, wyplata, vyber, kifizetes, funds disbursed, moneylink transfer out, customer outbound,
    wire sent`,
    ),
  ],
];

/** The trades and movements of a table; none where it has no securities. */
export function brokerRows(
  rows: readonly LedgerRow[],
  columns: Columns,
): {trades: StatementTrade[]; movements: BrokerMovement[]} {
  const isBroker =
    columns.first("quantity") >= 0 &&
    columns.first("symbol", "isin", "wkn", "security", "price") >= 0;
  const trades: StatementTrade[] = [];
  const movements: BrokerMovement[] = [];
  if (!isBroker) return {trades, movements};
  for (const row of rows) {
    const told = toldIn(row, columns);
    const side = told === "buy" || told === "sell" ? told : undefined;
    const kind = side || !told ? undefined : (told as BrokerMovement["kind"]);
    const quantity = row.amounts.get(columns.first("quantity"))?.value;
    const value = row.amounts.get(amountColumn(columns))?.value;
    const symbol = symbolOf(row, columns);
    const {date, line} = row;
    if (kind) {
      if (value)
        movements.push({
          kind,
          date,
          symbol,
          amount: formatAmount(value),
          currency: currencyBeside(row, columns, amountColumn(columns)),
          line,
        });
    } else if (
      quantity &&
      !isZero(quantity) &&
      symbol !== "" &&
      (side || value || row.amounts.has(columns.first("price")))
    ) {
      const isSold = side
        ? side === "sell"
        : quantity.digits < 0n ||
          (value !== undefined && value.digits > 0n && hasBothSigns(rows, columns));
      const price = row.amounts.get(columns.first("price"))?.value;
      trades.push({
        date,
        symbol,
        side: isSold ? "sell" : "buy",
        quantity: formatDecimal(absolute(quantity)),
        price: price ? formatDecimal(absolute(price)) : "",
        fee: feeOf(row, columns),
        currency:
          currencyBeside(row, columns, columns.first("price")) ||
          currencyBeside(row, columns, amountColumn(columns)),
        line,
      });
    }
  }
  return {trades, movements};
}

type Told = "buy" | "sell" | BrokerMovement["kind"];

/** What a row says it is: in the column of sides, of types, then in its text. */
function toldIn({cells}: LedgerRow, columns: Columns): Told | undefined {
  for (const role of ["side", "type", "flag", "category", "description"] as const)
    for (const column of columns.of(role)) {
      const plain = plainWords((cells[column] ?? "").slice(0, 80));
      if (plain === "") continue;
      if (role !== "description" || plain.length > 3) {
        const isReinvested = /reinvest/.test(plain) && /share|reinvestment/.test(plain);
        const kind = kinds.find(([, words]) => words.test(plain))?.[0];
        if (kind && !isReinvested) return kind;
        if (sell.test(plain)) return "sell";
        if (buy.test(plain)) return "buy";
      }
    }
  return undefined;
}

function hasBothSigns(rows: readonly LedgerRow[], columns: Columns): boolean {
  const column = amountColumn(columns);
  return rows.some((row) => (row.amounts.get(column)?.value.digits ?? 0n) < 0n);
}

function symbolOf({cells}: LedgerRow, columns: Columns): string {
  for (const role of ["symbol", "isin", "wkn", "security"] as const)
    for (const column of columns.of(role)) {
      const text = collapsed(cells[column] ?? "");
      if (text !== "") return text;
    }
  return "";
}

/** Commissions and fees together, positive. */
function feeOf(row: LedgerRow, columns: Columns): string {
  const all = [...columns.of("commission"), ...columns.of("fee")];
  const total = all.find((column) => /^total/i.test(columns.name(column)));
  const fees = (total === undefined ? all : [total]).flatMap(
    (column) => row.amounts.get(column)?.value ?? [],
  );
  return fees.length === 0
    ? ""
    : formatAmount(fees.map(absolute).reduce(plus, {digits: 0n, decimals: 2} as Decimal));
}

/** The currency in a number's own cell, in the column beside it, or of the row. */
function currencyBeside(row: LedgerRow, columns: Columns, column: number): string {
  const own = row.amounts.get(column)?.currency;
  if (own) return own;
  const listed = columns.of("currency");
  const beside = [column + 1, column - 1].find((at) => listed.includes(at)) ?? listed[0] ?? -1;
  return (row.cells[beside] ?? "").toUpperCase();
}
