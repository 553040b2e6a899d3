/** What a statement is written in: heads, words and the alphabets that a bank of the country uses. */
export interface StatementLanguage {
  readonly booked: string;
  readonly valued: string;
  readonly payee: string;
  readonly text: string;
  readonly amount: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly currency: string;
  readonly category: string;
  readonly flag: readonly [head: string, out: string, into: string];
  readonly status: readonly [head: string, booked: string, pending: string, refused: string];
  readonly total: string;
  readonly opening: string;
  readonly account: string;
  readonly months: string;
  readonly code: string;
  readonly narrow: readonly string[];
  readonly payees: readonly string[];
}

const western = ["windows-1252", "iso-8859-15"];
const eastern = ["windows-1250"];

function language(lines: string, code: string, narrow: readonly string[]): StatementLanguage {
  const [heads, flag, status, words, months, payees] = lines
    .trim()
    .split("\n")
    .map((line) => line.trim().split(";"));
  const [booked, valued, payee, text, amount, debit, credit, balance, currency, category] =
    heads as string[];
  const [total, opening, account] = words as string[];
  return {
    booked: booked!,
    valued: valued!,
    payee: payee!,
    text: text!,
    amount: amount!,
    debit: debit!,
    credit: credit!,
    balance: balance!,
    currency: currency!,
    category: category!,
    flag: flag as unknown as StatementLanguage["flag"],
    status: status as unknown as StatementLanguage["status"],
    total: total!,
    opening: opening!,
    account: account!,
    months: months!.join(" "),
    code,
    narrow,
    payees: payees!,
  };
}

export const statementLanguages: readonly StatementLanguage[] = [
  language(
    `Booking date;Value date;Payee;Description;Amount;Debit;Credit;Balance;Currency;Category
    Debit/Credit;D;C
    Status;Booked;Pending;Declined
    Total;Opening balance;Account number
    Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
    Corner Shop;Water & Co;A. Prentice;O'Neill Books`,
    "GBP",
    western,
  ),
  language(
    `Buchungstag;Wertstellung;Empfänger;Verwendungszweck;Betrag;Soll;Haben;Saldo;Währung;Kategorie
    Soll/Haben;S;H
    Status;Gebucht;Vorgemerkt;Abgelehnt
    Summe;Anfangssaldo;Kontonummer
    Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez
    Bäckerei Öhm;Stadtwerke Süd;Jürgen Groß;Kino`,
    "EUR",
    western,
  ),
  language(
    `Date de comptabilisation;Date de valeur;Bénéficiaire;Libellé;Montant;Débit;Crédit;Solde;Devise;Catégorie
    Sens;Débit;Crédit
    Statut;Comptabilisé;En attente;Refusé
    Total;Solde initial;Numéro de compte
    janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.
    Café du Pont;Élodie Mercier;Pharmacie;Fleuriste`,
    "EUR",
    western,
  ),
  language(
    `Fecha contable;Fecha valor;Beneficiario;Concepto;Importe;Cargo;Abono;Saldo;Divisa;Categoría
    Debe/Haber;D;H
    Estado;Contabilizado;Pendiente;Rechazada
    Total;Saldo inicial;Cuenta
    ene feb mar abr may jun jul ago sep oct nov dic
    Panadería Pili;Muñoz e Hijos;Librería Sol;Ana Ruiz`,
    "EUR",
    western,
  ),
  language(
    `Data contabile;Data valuta;Beneficiario;Descrizione;Importo;Addebiti;Accrediti;Saldo;Divisa;Categoria
    Dare/Avere;D;A
    Stato;Contabilizzato;In attesa;Rifiutato
    Totale;Saldo iniziale;Conto
    gen feb mar apr mag giu lug ago set ott nov dic
    Bar Sport;Caffè Nero;Edicola;ACME srl`,
    "EUR",
    western,
  ),
  language(
    `Data lançamento;Data valor;Beneficiário;Descrição;Montante;Débito;Crédito;Saldo;Moeda;Categoria
    Sinal;D;C
    Estado;Efetuado;Pendente;Recusado
    Total;Saldo inicial;Conta
    jan fev mar abr mai jun jul ago set out nov dez
    Pastelaria;João Conceição;Farmácia;Talho`,
    "EUR",
    western,
  ),
  language(
    `Boekdatum;Rentedatum;Naam tegenpartij;Omschrijving;Bedrag;Af;Bij;Saldo;Munt;Categorie
    Af Bij;Af;Bij
    Status;Geboekt;Gereserveerd;Geweigerd
    Totaal;Beginsaldo;Rekeningnummer
    jan feb mrt apr mei jun jul aug sep okt nov dec
    Supermarkt De Hoek;J. de Wit;Café België;Bloemen`,
    "EUR",
    western,
  ),
  language(
    `Bokföringsdag;Valutadag;Mottagare;Beskrivning;Belopp;Uttag;Insättning;Saldo;Valuta;Kategori
    Debet/Kredit;Debet;Kredit
    Status;Bokförd;Reserverat;Nekad
    Summa;Ingående saldo;Konto
    jan feb mar apr maj jun jul aug sep okt nov dec
    ICA Nära;Åsa Öberg;Bokhandeln;Apotek`,
    "SEK",
    western,
  ),
  language(
    `Bogføringsdato;Valutadato;Modtager;Beskrivelse;Beløb;Udgift;Indtægt;Saldo;Valuta;Kategori
    Debet/Kredit;Debet;Kredit
    Status;Udført;Venter;Afvist
    I alt;Primosaldo;Kontonummer
    jan feb mar apr maj jun jul aug sep okt nov dec
    Brugsen;Søren Ærø;Kiosk;Apotek`,
    "DKK",
    western,
  ),
  language(
    `Bokføringsdato;Rentedato;Mottaker;Forklaring;Beløp;Ut;Inn;Saldo;Valuta;Kategori
    Debet/Kredit;Debet;Kredit
    Status;Bokført;Reservert;Avvist
    Sum;Inngående saldo;Konto
    jan feb mar apr mai jun jul aug sep okt nov des
    Rema;Bjørn Åsen;Kiosk;Apotek`,
    "NOK",
    western,
  ),
  language(
    `Kirjauspäivä;Arvopäivä;Saaja/Maksaja;Viesti;Määrä;Menot;Tulot;Saldo;Valuutta;Luokka
    Debet/Kredit;D;K
    Tila;Kirjattu;Varaus;Hylätty
    Yhteensä;Alkusaldo;Tilinumero
    tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
    K-Kauppa;Väinö Mäki;Kioski;Apteekki`,
    "EUR",
    western,
  ),
  language(
    `Data księgowania;Data waluty;Odbiorca;Tytuł;Kwota;Obciążenia;Uznania;Saldo;Waluta;Kategoria
    Strona;Wn;Ma
    Status;Zaksięgowana;Oczekująca;Odrzucona
    Razem;Saldo początkowe;Rachunek
    sty lut mar kwi maj cze lip sie wrz paź lis gru
    Żabka;Paweł Łęcki;Kawiarnia;Apteka`,
    "PLN",
    eastern,
  ),
  language(
    `Datum zaúčtování;Datum valuty;Název protiúčtu;Popis;Částka;Výdaje;Příjmy;Zůstatek;Měna;Kategorie
    Směr;Odchozí;Příchozí
    Stav;Zaúčtováno;Čekající;Zamítnuto
    Celkem;Počáteční zůstatek;Číslo účtu
    led úno bře dub kvě čvn čvc srp zář říj lis pro
    Knihy Praha;Eva Malá;Řeznictví;Lékárna`,
    "CZK",
    eastern,
  ),
  language(
    `Könyvelés dátuma;Értéknap;Partner neve;Közlemény;Összeg;Terhelés;Jóváírás;Egyenleg;Devizanem;Kategória
    Jelleg;T;J
    Állapot;Könyvelt;Függőben;Elutasított
    Összesen;Nyitó egyenleg;Számlaszám
    jan febr márc ápr máj jún júl aug szept okt nov dec
    Pékség Kft;Nagy Győző;Gyógyszertár;Könyvesbolt`,
    "HUF",
    eastern,
  ),
];
