/** What banks call the balance before the first row of a statement and after its last one. */
import {phrases} from "./phrases.js";

export const openingBalances = phrases`
    opening balance, beginning balance, starting balance, previous balance, balance brought forward, balance forward,
    brought forward, anfangssaldo, alter saldo, eroffnungssaldo, startsaldo, anfangsbestand, saldovortrag, solde
    initial, solde precedent, ancien solde, solde de depart, saldo inicial, saldo anterior, saldo iniziale, saldo
    precedente, saldo contabile iniziale, beginsaldo, vorig saldo, openingssaldo, ingaende saldo, inngaende saldo,
    primosaldo, alkusaldo, algsaldo, saldo poczatkowe, saldo otwarcia, pocatecni zustatek, pocatecni stav, nyito
    egyenleg, nyitoegyenleg`;

export const closingBalances = phrases`
    closing balance, ending balance, current balance, new balance, balance carried forward, carried forward, kontostand,
    endsaldo, neuer saldo, schlusssaldo, endbestand, solde final, nouveau solde, saldo final, saldo actual, saldo
    finale, saldo contabile, saldo contabile finale, saldo contabilistico, eindsaldo, slotsaldo, utgaende saldo,
    utgaende balanse, ultimosaldo, loppusaldo, loppsaldo, saldo koncowe, saldo zamkniecia, konecny zustatek, konecny
    stav, zaro egyenleg, zaroegyenleg`;

/** Without a word of when: in lines around the table, the balance of now. */
export const bareBalances = phrases`
    balance, ledger balance, account balance, saldo, solde, egyenleg, zustatek`;

/** Beside the balance, what it was in the currency of before. */
export const formerCurrencies = phrases`francs, lire, pesetas, escudos`;

/** What can be spent, with credit and without what is reserved: no balance of the rows. */
export const availableBalances = phrases`
    available, available balance, verfugbar, verfugbarer, disponible, disponibile, disponivel, beschikbaar,
    tillgangligt, disponibelt, disponibel, kaytettavissa, dostepne, dostepny, srodki, disponibilni, felhasznalhato`;
