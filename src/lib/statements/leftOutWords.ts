/** Words in cells that say that a row is no booking, or none yet. */
import {closingBalances, openingBalances} from "./balanceWords.js";
import {monthNamed} from "./monthNames.js";
import {anyPhrase, holdsPhrase, phrases, plainWords} from "./phrases.js";
import {remembered} from "./remembered.js";

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

const pending = anyPhrase(phrases`
    pending, processing, authorised, authorized, authorisation, authorization, not posted, in progress, on hold,
    hold, awaiting, scheduled, upcoming, planned, general authorization, account hold for open authorization,
    offen, vorgemerkt, umsatz vorgemerkt, ausstehend, in bearbeitung, vormerkung, terminiert, en attente, en
    cours, a venir, pendiente, en proceso, pendiente de liquidar, retenido, in attesa, in elaborazione, non
    contabilizzato, da contabilizzare, prenotato, autorizzato, pendente, em processamento, cativo, in behandeling,
    gereserveerd, reservering, openstaand, reservation, reserverat, reserverad, preliminar, vantande, reservert,
    ikke bokfort, venter, reserveret, afventer, varaus, odottaa, katevaraus, vireilla, oczekujaca, oczekuje, w
    trakcie, blokada, nierozliczone, w realizacji, cekajici, cekajici na zpracovani, nezauctovano, blokace, ceka,
    rezervace, fuggoben, zarolas, zarolt, konyveletlen, folyamatban, feldolgozas alatt, nem konyvelt`);
const refused = anyPhrase(phrases`
    ruckgangig gemacht, ruckgangig, revertido, revertida, annulee, annule, teruggedraaid, cofnieto, cofniete,
    vraceno, visszaforditva, aterford, tilbagefort, peruttu, declined, failed, rejected, reverted, cancelled,
    canceled, refused, denied, voided, expired, returned unpaid, removed, unsuccessful, abgelehnt, storniert,
    fehlgeschlagen, abgebrochen, zuruckgewiesen, nicht ausgefuhrt, geloscht, refuse, refusee, rejete, rejetee,
    echoue, rechazada, rechazado, cancelada, cancelado, anulada, anulado, denegada, denegado, fallido, rifiutato,
    rifiutata, annullato, annullata, stornato, negato, fallito, recusado, recusada, rejeitado, rejeitada,
    geweigerd, geannuleerd, afgewezen, mislukt, avvisad, nekad, avbruten, makulerad, misslyckad, avvist, avbrutt,
    kansellert, feilet, afvist, annulleret, mislykket, hylatty, peruutettu, epaonnistui, odrzucona, odrzucone,
    anulowana, anulowane, niezrealizowana, zamitnuto, zamitnuta, zruseno, zrusena, neprovedeno, elutasitva,
    elutasitott, torolve, sikertelen, visszavonva`);
const memo = anyPhrase(
  phrases`memo, informational, information only, nur information, information`,
);
const totals = phrases`
    total, totals, subtotal, sub total, sum, summe, gesamtsumme, zwischensumme, gesamt, totaux, sous total, suma,
    totales, totale, totali, totais, totaal, summa, sum total, i alt, totalt, yhteensa, razem, suma obrotow,
    podsumowanie, celkem, soucet, osszesen, vegosszeg, transactions total, total debits, total credits, totale
    movimenti, total movimientos`;
const balances = [
  ...openingBalances,
  ...closingBalances,
  ...phrases`
    tagessaldo, saldo, solde, solde au, solde crediteur, solde debiteur, saldo disponivel`,
];
const total = anyPhrase(totals);
const balanceRow = anyPhrase(balances);

/** What a cell of a status column says of its row; undefined for a booking. */
export const statusOf = remembered((cell: string): LeftOutReason | undefined => {
  const plain = plainWords(cell.slice(0, 60));
  if (refused.test(plain)) return "refused";
  if (pending.test(plain)) return "pending";
  return memo.test(plain) && plain.length < 24 ? "memo" : undefined;
});

/** The first words of sums and balances: what begins otherwise need not be looked at. */
const firstWords = new Set([...totals, ...balances].map((phrase) => phrase.split(" ")[0]!));

const mayBegin = remembered((word) => firstWords.has(plainWords(word).split(" ")[0]!));

/** Whether a whole text is the name of a sum or of a balance, and which. */
export function summaryNamed(text: string): LeftOutReason | undefined {
  if (text === "" || text.length > 60) return undefined;
  const first = /^[^\p{L}]{0,3}(\p{L}{1,20})/u.exec(text)?.[1];
  if (first === undefined || !mayBegin(first)) return undefined;
  const plain = plainWords(text);
  const found = balanceRow.exec(plain);
  if (found && isMostOf(found[0], plain)) return "balance";
  const sum = total.exec(plain);
  return sum && isMostOf(sum[0], plain) ? "total" : undefined;
}

/** A payee may be called Total: only what begins so and says no more than a day or a month is a sum. */
function isMostOf(found: string, plain: string): boolean {
  const phrase = found.trim();
  const rest = plain
    .replace(
      /\b(per|vom|am|at|on|as of|au|al|a|do|na|den|op|del|of|for|der|des|z|dni|dzien|k|eur|usd|gbp|chf|pln|czk|huf|dkk|sek|nok)\b|\d+/g,
      "",
    )
    .split(" ")
    .filter((word) => word !== "" && (monthNamed(word) === undefined || phrase.includes(word)))
    .join(" ");
  return holdsPhrase(rest, phrase) && rest.startsWith(phrase) && rest.length <= phrase.length + 4;
}
