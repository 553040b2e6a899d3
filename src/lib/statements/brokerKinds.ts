/** What a row of a broker's file says that it is. */
import type {Columns} from "./columns.js";
import type {LedgerRow} from "./ledgerRows.js";
import {anyPhrase, phrases, plainWords} from "./phrases.js";
import type {BrokerMovement} from "./statement.js";

export type BrokerKind = "buy" | "sell" | BrokerMovement["kind"];

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
    dividend, dividends, cdiv, dividend received, cash dividend, qualified dividend, ordinary dividend,
    ausschuttung, ertrag, dividende, dividendes, dividendo, dividendos, dividendi, utdelning, utbytte, udbytte,
    osinko, dywidenda, osztalek, distribution, coupon, cedola`,
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

/** What a row says it is: in the column of sides, of types, then in its text. */
export function brokerKind({cells}: LedgerRow, columns: Columns): BrokerKind | undefined {
  for (const role of ["side", "type", "flag", "category", "text", "description"] as const)
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

/** Which way a kind of movement takes money, seen from the account. */
export function directionOfKind(kind: BrokerKind): "in" | "out" {
  return ["buy", "withdrawal", "fee", "tax"].includes(kind) ? "out" : "in";
}
