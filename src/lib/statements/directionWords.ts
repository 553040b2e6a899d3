/** Words in cells that say which way money went. */
import {anyPhrase, phrases, plainWords} from "./phrases.js";
import {remembered} from "./remembered.js";

export type Direction = "in" | "out";

const out = phrases`
    d, dr, db, debit, debits, debet, soll, s, af, out, outgoing, sent, withdrawal, paid out, money out, expense,
    payment out, spend, -, minus, belastung, lastschrift, ausgabe, ausgang, depense, debito, cargo, debe, salida,
    gasto, adeudo, dare, uscita, addebito, saida, despesa, uitgaven, uitgave, belastning, uttag, utgift, ut,
    utgang, menot, otto, veloitus, obciazenie, wydatek, wychodzacy, vydaj, odchozi, na vrub, terheles, kiadas, t,
    u, wn, w, charge, debit out, dbit, ab, ud, sortie, gider, borc`;
const into = phrases`
    c, a, cr, credit, credits, kredit, haben, h, bij, in, incoming, received, deposit, paid in, money in, income,
    +, plus, gutschrift, einnahme, eingang, recette, credito, abono, haber, ingreso, entrada, avere, entrata,
    accredito, receita, inkomsten, inkomst, insattning, ingang, tulot, pano, hyvitys, uznanie, wplyw,
    przychodzacy, prijem, prichozi, ve prospech, jovairas, bevetel, j, ma, k, credit in, crdt, zu, inn, ind,
    entree, gelir, alacak`;

const directions = new Map<string, Direction>([
  ...out.map((word) => [word, "out"] as const),
  ...into.map((word) => [word, "in"] as const),
]);

/** The way that a cell of a flag column names; undefined for anything else. */
export function directionOf(cell: string): Direction | undefined {
  return cell.length > 24 ? undefined : directionNamed(cell);
}

const directionNamed = remembered((cell) => {
  if (/^[-−–+]$/.test(cell)) return cell === "+" ? "in" : "out";
  return directions.get(plainWords(cell));
});

const spending = anyPhrase(phrases`
    purchase, sale, card payment, payment to, pos, direct debit, withdrawal, cash withdrawal, atm, fee, interest
    charge, standing order, bill payment, transfer out, kartenzahlung, lastschrift, einkauf, abhebung,
    bargeldauszahlung, dauerauftrag, entgelt, gebuhr, kauf, paiement, achat, retrait, prelevement, virement emis,
    cotisation, compra, pago, retirada, recibo, comision, acquisto, pagamento, prelievo, addebito, commissione,
    levantamento, debito direto, betaalautomaat, geldopname, incasso, betaling, kop, kortkop, uttag, autogiro,
    varekjop, avtalegiro, dankort, visakob, korttiosto, nosto, zakup, wyplata, prowizja, obciazenie, platba
    kartou, vyber, poplatek, vasarlas, kartyas fizetes, keszpenzfelvetel, utalas, dij, charge, debit, spend, sent`);
const receiving = anyPhrase(phrases`
    payment received, payment thank you, thank you, autopay, refund, salary, payroll, deposit, credit, cashback,
    interest paid, transfer in, received, top up, reversal, automatic payment, gutschrift, gehalt, lohn,
    zahlungseingang, erstattung, zahlung dankend erhalten, zahlung erhalten, ihre zahlung danke,
    besten dank, einzahlung, ruckerstattung, salaire, virement recu,
    remboursement, versement, nomina, ingreso, abono, devolucion, transferencia recibida, stipendio, accredito,
    rimborso, bonifico a vostro favore, vencimento, transferencia recebida, reembolso, salaris, bijschrijving,
    terugbetaling, storting, lon, insattning, aterbetaling, lonn, lonoverforsel, palkka, hyvitys, wynagrodzenie,
    wplyw, zwrot, uznanie, mzda, prijem, vklad, vraceni, munkaber, jovairas, visszaterites, befizetes, votre
    paiement, betaling ontvangen, payments and credits`);

/** Which way a text says that money went, seen from the account; undefined where it says neither or both. */
export function directionTold(text: string): Direction | undefined {
  const plain = plainWords(text.slice(0, 200));
  const [isOut, isIn] = [spending.test(plain), receiving.test(plain)];
  if (isOut === isIn)
    return isIn && /payment (received|thank you)|thank you/.test(plain) ? "in" : undefined;
  return isOut ? "out" : "in";
}
