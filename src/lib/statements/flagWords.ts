/** Words in cells that say which way money went, and whether it went at all. */
import {anyPhrase, holdsPhrase, phrases, plainWords} from "./phrases.js";

export type Direction = "in" | "out";

const out = phrases`d, dr, db, debit, debits, debet, soll, s, af, out, outgoing, sent, withdrawal, paid out, money out, expense, payment out, spend, -, minus, belastung, lastschrift, ausgabe, ausgang, depense,
  debito, cargo, debe, salida, gasto, adeudo, dare, uscita, addebito, saida, despesa, uitgaven, uitgave, belastning, uttag, utgift, ut, utgang, menot, otto, veloitus, obciazenie, wydatek, wychodzacy, vydaj, odchozi, na vrub, terheles, kiadas, t, u, wn, w, charge, debit out`;
const into = phrases`c, a, cr, credit, credits, kredit, haben, h, bij, in, incoming, received, deposit, paid in, money in, income, +, plus, gutschrift, einnahme, eingang, recette, credito, abono, haber,
  ingreso, entrada, avere, entrata, accredito, receita, inkomsten, inkomst, insattning, ingang, tulot, pano, hyvitys, uznanie, wplyw, przychodzacy, prijem, prichozi, ve prospech, jovairas, bevetel, j, ma, k, credit in`;

const directions = new Map<string, Direction>([
  ...out.map((word) => [word, "out"] as const),
  ...into.map((word) => [word, "in"] as const),
]);

/** The way that a cell of a flag column names; undefined for anything else. */
export function directionOf(cell: string): Direction | undefined {
  if (cell.length > 24) return undefined;
  if (/^[-−–+]$/.test(cell)) return cell === "+" ? "in" : "out";
  return directions.get(plainWords(cell));
}

const spending =
  anyPhrase(phrases`purchase, sale, card payment, payment to, pos, direct debit, withdrawal, cash withdrawal, atm, fee, interest charge, standing order, bill payment, transfer out, kartenzahlung, lastschrift, einkauf, abhebung, bargeldauszahlung, dauerauftrag, entgelt, gebuhr, kauf,
  paiement, achat, retrait, prelevement, virement emis, cotisation, compra, pago, retirada, recibo, comision, acquisto, pagamento, prelievo, addebito, commissione, levantamento, debito direto, betaalautomaat, geldopname, incasso, betaling, kop, kortkop, uttag, autogiro, varekjop, avtalegiro, dankort, visakob, korttiosto, nosto, zakup, wyplata, prowizja, obciazenie, platba kartou, vyber, poplatek, vasarlas, keszpenzfelvetel, utalas, dij, charge, debit, spend, sent`);
const receiving =
  anyPhrase(phrases`payment received, payment thank you, thank you, autopay, refund, salary, payroll, deposit, credit, cashback, interest paid, transfer in, received, top up, reversal, automatic payment, gutschrift, gehalt, lohn, zahlungseingang, erstattung, zahlung dankend erhalten, einzahlung, ruckerstattung, salaire, virement recu, remboursement, versement, nomina, ingreso, abono, devolucion, transferencia recibida,
  stipendio, accredito, rimborso, bonifico a vostro favore, vencimento, transferencia recebida, reembolso, salaris, bijschrijving, terugbetaling, storting, lon, insattning, aterbetaling, lonn, lonoverforsel, palkka, hyvitys, wynagrodzenie, wplyw, zwrot, uznanie, mzda, prijem, vklad, vraceni, fizetes, jovairas, visszaterites, befizetes, votre paiement, betaling ontvangen`);

/** Which way a text says that money went, seen from the account; undefined where it says neither or both. */
export function directionTold(text: string): Direction | undefined {
  const plain = plainWords(text.slice(0, 200));
  const [isOut, isIn] = [spending.test(plain), receiving.test(plain)];
  if (isOut === isIn)
    return isIn && /payment (received|thank you)|thank you/.test(plain) ? "in" : undefined;
  return isOut ? "out" : "in";
}

/** Why a row is no booking. */
export type LeftOutReason =
  | "pending"
  | "refused"
  | "memo"
  | "total"
  | "balance"
  | "zero amount"
  | "repeated head"
  | "note"
  | "other account";

const pending =
  anyPhrase(phrases`pending, processing, authorised, authorized, authorisation, authorization, not posted, in progress, on hold, hold, awaiting, scheduled, upcoming, planned, general authorization, account hold for open authorization, offen, vorgemerkt, umsatz vorgemerkt, ausstehend, in bearbeitung, vormerkung, terminiert, en attente, en cours, a venir, pendiente, en proceso, pendiente de liquidar, retenido, in attesa, in elaborazione, non contabilizzato, da contabilizzare, prenotato, autorizzato, pendente, em processamento, cativo,
  in behandeling, gereserveerd, reservering, openstaand, reservation, reserverat, reserverad, preliminar, vantande, reservert, ikke bokfort, venter, reserveret, afventer, varaus, odottaa, katevaraus, vireilla, oczekujaca, oczekuje, w trakcie, blokada, nierozliczone, w realizacji, cekajici, cekajici na zpracovani, nezauctovano, blokace, ceka, rezervace, fuggoben, zarolas, zarolt, konyveletlen, folyamatban, feldolgozas alatt, nem konyvelt`);
const refused =
  anyPhrase(phrases`declined, failed, rejected, reverted, cancelled, canceled, refused, denied, voided, expired, returned unpaid, removed, unsuccessful, abgelehnt, storniert, fehlgeschlagen, abgebrochen, zuruckgewiesen, nicht ausgefuhrt, geloscht, refuse, refusee, annule, annulee, rejete, rejetee, echoue, rechazada, rechazado, cancelada, cancelado, anulada, anulado, denegada, denegado, fallido, rifiutato, rifiutata, annullato, annullata, stornato, negato, fallito, recusado, recusada, rejeitado, rejeitada, anulado,
  geweigerd, geannuleerd, afgewezen, mislukt, avvisad, nekad, avbruten, makulerad, misslyckad, avvist, avbrutt, kansellert, feilet, afvist, annulleret, mislykket, hylatty, peruutettu, epaonnistui, odrzucona, odrzucone, anulowana, anulowane, niezrealizowana, zamitnuto, zamitnuta, zruseno, zrusena, neprovedeno, elutasitva, elutasitott, torolve, sikertelen, visszavonva`);
const memo = anyPhrase(
  phrases`memo, informational, information only, nur information, information`,
);
const total = anyPhrase(
  phrases`total, totals, subtotal, sub total, sum, summe, gesamtsumme, zwischensumme, gesamt, totaux, sous total, suma, totales, totale, totali, totais, totaal, summa, sum total, i alt, totalt, yhteensa, razem, suma obrotow, podsumowanie, celkem, soucet, osszesen, vegosszeg, transactions total, total debits, total credits, totale movimenti, total movimientos`,
);
const balanceRow =
  anyPhrase(phrases`opening balance, closing balance, balance brought forward, balance carried forward, balance forward, beginning balance, ending balance, starting balance, previous balance, current balance, new balance, brought forward, carried forward, anfangssaldo, endsaldo, schlusssaldo, eroffnungssaldo, kontostand, alter saldo, neuer saldo, saldovortrag, startsaldo, anfangsbestand, endbestand, tagessaldo, saldo, solde initial, solde final, solde precedent, ancien solde, nouveau solde, solde, solde au, solde crediteur, solde debiteur, saldo inicial, saldo final, saldo anterior, saldo actual, saldo iniziale, saldo finale, saldo precedente, saldo contabile, saldo contabile iniziale, saldo contabile finale, saldo disponivel, saldo contabilistico,
  beginsaldo, eindsaldo, openingssaldo, slotsaldo, vorig saldo, ingaende saldo, utgaende saldo, inngaende saldo, utgaende balanse, primosaldo, ultimosaldo, alkusaldo, loppusaldo, saldo poczatkowe, saldo koncowe, saldo otwarcia, saldo zamkniecia, pocatecni zustatek, konecny zustatek, pocatecni stav, konecny stav, nyito egyenleg, zaro egyenleg, nyitoegyenleg, zaroegyenleg`);

/** What a cell of a status column says of its row; undefined for a booking. */
export function statusOf(cell: string): LeftOutReason | undefined {
  const plain = plainWords(cell.slice(0, 60));
  if (refused.test(plain)) return "refused";
  if (pending.test(plain)) return "pending";
  return memo.test(plain) && plain.length < 24 ? "memo" : undefined;
}

/** Whether a whole text is the name of a sum or of a balance, and which. */
export function summaryNamed(text: string): LeftOutReason | undefined {
  const plain = plainWords(text.slice(0, 60));
  const found = balanceRow.exec(plain);
  if (found && isMostOf(found[0], plain)) return "balance";
  const sum = total.exec(plain);
  return sum && isMostOf(sum[0], plain) ? "total" : undefined;
}

/** A payee may be called Total: only what begins so and says little else is a sum. */
function isMostOf(found: string, plain: string): boolean {
  const phrase = found.trim();
  const rest = plain
    .replace(
      /\b(per|vom|am|at|on|as of|au|al|a|do|na|den|op|del|of|for|der|des|z|dni|dzien|k|eur|usd|gbp|chf|pln|czk|huf|dkk|sek|nok)\b|\d+/g,
      "",
    )
    .trim();
  return holdsPhrase(rest, phrase) && rest.startsWith(phrase) && rest.length <= phrase.length + 4;
}
