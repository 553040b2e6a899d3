/**
 * What columns of people, texts, accounts and ids are called; and, as `ignored`, those that look like others and
 * are not.
 */
import {phrases} from "./phrases.js";

export const textWords = {
  status: phrases`
    status, state, transaction status, booking status, info, buchungsstatus, etat, statut, estado, stato,
    situacao, toestand, tila, stav, allapot, tranzakcio allapota, statusz, stan, status transakcji, status
    operacji, afstemt, contabilizzazione, stato contabilizzazione`,
  account: phrases`
    account, account number, account no, account id, account name, account iban, own account, card number, card
    no, card, iban, iban bban, account label, account num, source account, from account, accountnum, accountlabel,
    product, portfolio, account #, konto, kontonummer, auftragskonto, iban auftragskonto, konto nummer, konto nr,
    iban kontoinhaber, eigene iban, kontobezeichnung, bezeichnung auftragskonto, kartennummer, karte, kontonr,
    compte, numero de compte, numero compte, compte client, carte, cuenta, numero de cuenta, num cuenta, tarjeta,
    numero de tarjeta, numero tarjeta, conto, numero conto, rapporto, carta, conta, numero de conta, cartao, conta
    numero, rekening, rekeningnummer, eigen rekening, kaart, kontonavn, tili, tilinumero, oma tili, depa,
    rachunek, numer rachunku, nr rachunku, konto wlasne, rachunek wlasny, ucet, cislo uctu, muj ucet, nazev uctu,
    vlastni ucet, vlastni cislo uctu, szamlaszam, szamla, konyveloi szamla, kartyaszam, karta, kort, kortnummer,
    produkt, rekening iban, rachunek nadawcy wlasny, rachunek zrodlowy`,
  counterAccount: phrases`
    counterparty iban, partner iban, partner account number, beneficiary account, payee account number,
    counterparty account, account number counterparty, to account, destination account, counter account,
    counterparty account number, account payee, account receiving, recipient account, receiver account, payee
    iban, iban zahlungsbeteiligter, kontonummer iban, iban kontonummer, kontonummer zahlungsbeteiligter,
    gegenkonto, iban auftraggeberkonto, iban gegenkonto, konto empfanger, iban empfanger, empfangerkonto, gegen
    iban, kontonummer gegenkonto, compte beneficiaire, iban contrepartie, compte contrepartie, cuenta
    beneficiario, cuenta destino, iban beneficiario, iban ordinante, iban controparte, conta destino, conta
    destinatario, tegenrekening, tegenrekening iban, tegenrekening iban bban, rekening tegenpartij, iban
    tegenpartij, contrapartida, compte de la contrepartie, rekeningnummer tegenpartij, motkonto, mottagarkonto,
    modtagerkonto, saajan tilinumero, saajan tilinumero ja pankin bic, vastatili, til konto, fra konto,
    rachunek docelowy, rachunek
    odbiorcy, rachunek nadawcy, rachunek kontrahenta, numer konta kontrahenta, numer rachunku kontrahenta, nr
    rachunku kontrahenta, nr rachunku, numer rachunku nadawcy odbiorcy, rachunek przeciwstawny, rachunek nadawcy
    odbiorcy, protiucet, cislo protiuctu, cislo uctu protistrany, ucet protistrany, cislo uctu protiuctu,
    ellenoldali szamlaszam, partner szamlaszam, partner szamlaszama, kedvezmenyezett szamlaszama, ellenszamla`,
  counterparty: phrases`
    tegenrekeninghouder, naam houder tegenrekening, houder tegenrekening, gegenkontoinhaber, counterparty, counter
    party, counterparty name, name counterparty, partner name, partner, name, merchant, merchant name, payee,
    payee name, beneficiary name, beneficiary, party name, party, other party, opposing name, vendor, remitter,
    store, paid to, name description, payee or payer, payer payee, supplier found, recipient, recipient name,
    establishment, transaction partner, third party, counterpart, counterpart name, contact, description 1 name,
    auftraggeber empfanger, beguenstigter zahlungspflichtiger, begunstigter auftraggeber, auftraggeber
    begunstigter, beguenstigter, empfanger, name zahlungsbeteiligter, zahlungsbeteiligter, partnername, empfanger
    auftraggeber, gegenpartei, handler, empfanger zahlungspflichtiger, handlername, sender empfanger, empfanger
    name, zahlungsempfanger zahlungspflichtiger, kontoinhaber gegenkonto, auftraggeber zahlungsempfanger,
    auftraggeber, empfangername, auftraggeber zahlungsbeteiligter, beneficiaire, tiers, contrepartie, emetteur,
    nom contrepartie, nom de la contrepartie, commercant, beneficiaire emetteur, donneur d ordre, nom, nom du
    beneficiaire, contrepartie nom, supplier, beneficiario, comercio, emisor, establecimiento, beneficiario
    ordenante, ordenante beneficiario, ordenante, titular, contraparte, nombre, controparte, esercente, ordinante
    beneficiario, beneficiario ordinante, ordinante, nominativo, nome, entidade, destinatario, comerciante,
    estabelecimento, nome do beneficiario, destinatario remetente, naam tegenpartij, naam, tegenpartij, naam
    omschrijving, begunstigde, naam tegenrekening, naam begunstigde, naam van de tegenpartij, tegenpartij naam,
    avsandare mottagare, mottagare avsandare, namn, motpart, modpart, modtager afsender, mottaker avsender, navn,
    text mottagare, butik, saaja maksaja, saaja, maksaja saaja, nimi, vastapuoli, kontrahent, odbiorca, nadawca
    odbiorca, odbiorca nadawca, nazwa kontrahenta, dane kontrahenta, nazwa odbiorcy, nadawca, dane strony
    operacji, nazwa nadawcy odbiorcy, nazwa odbiorcy nadawcy, nazwa i adres kontrahenta, odbiorca zleceniodawca,
    nazwa, nazev protiuctu, nazev protistrany, protistrana, nazev uctu protiuctu, obchodnik, jmeno protistrany,
    prijemce, nazev obchodnika, nazev uctu protistrany, jmeno protiuctu, platce prijemce, nazov protistrany,
    partner neve, partner megnevezese, ellenoldali nev, kedvezmenyezett neve, kereskedo, ellenoldal neve, partner
    nev, kedvezmenyezett, nev`,
  payer: phrases`
    payer, payer name, sender, sender name, from, source name, paid by, from name, debtor, debtor name,
    zahlungspflichtige r, zahlungspflichtiger, auftraggeber name, absender, debiteur, ordonnateur, ordenante
    nombre, ordinante nome, opdrachtgever, avsandare, avsender, afsender, maksaja, zleceniodawca, platce, nadawca
    nazwa, kuldo, fizeto, terhelt neve`,
  payee: phrases`
    target name, payee name creditor, receiver, receiver name, to, target, to name, creditor, creditor name,
    zahlungsempfanger in, zahlungsempfanger, crediteur, ontvanger, mottagare, mottaker, modtager, saajan nimi,
    prijemce nazev, cimzett`,
  description: phrases`
    tittel, titel, title, emne, aihe, description, transaction description, narrative, transaction details,
    payment details, particulars, remittance information, booking text, original description, extended
    description, appears on your statement as, message, purpose, transaction information, additional information,
    notifications, comment, long description, transaction text, unstructured remittance information, narration,
    label, details of payment, description 1, verwendungszweck, beschreibung, buchungsdetails, zahlungszweck, vwz,
    umsatzbeschreibung, verwendungszweckzeile, zweck, bezeichnung, avisierungstext, mitteilung,
    buchungsinformationen, buchungsinformation, verwendungszweck kundenreferenz, beschreibung1, beschreibung3,
    details zur buchung, notiz zur buchung, informationen, libelle, libelle operation, libelle de l operation,
    description operation, detail, motif, communication, communications, objet, intitule, libelle complet, libelle
    simplifie, designation, concepto, descripcion, detalle, movimiento, concepto ampliado, remesa, glosa, mensaje,
    texto, concepto detallado, descripcion del movimiento, leyenda, descrizione, descrizione operazione,
    descrizione estesa, descrizione completa, descrizione causale, dettagli, dettaglio, descrizione movimento,
    informazioni aggiuntive, oggetto, descricao, descritivo, detalhe, descricao da operacao, movimento descricao,
    historico, descricao do movimento, mensagem, assunto, omschrijving, mededelingen, mededeling, beschrijving,
    details van de mutatie, vrije mededeling, opmerking, boodschap, reden, transaktion, beskrivning, meddelande,
    rubrik, specifikation, transaktionstext, beskrivelse, forklaring, tekst, melding, tekst melding, besked,
    posteringstekst, kuvaus, viesti, selite, viestit, opis, tytul, tytul operacji, szczegoly transakcji, tytulem,
    opis transakcji, szczegoly operacji, tytul przelewu, tytul platnosci, opis transakcie, popis, poznamka,
    zprava, megnevezes, popis pro prijemce, popis prikazce, zprava pro prijemce, popis pro me, zprava pro me,
    upresneni, ucel platby, detaily, zprava pro prijemce i pro mne, kozlemeny, leiras, megjegyzes, kozlemeny 1,
    otsikko, uzivatelska identifikace, tranzakcio leirasa, tranzakcio reszletei, kozlemeny reszletei, ertesites, konyvelesi szoveg`,
  /** A description where there is no better one. */
  text: phrases`
    popis transakce, popis operace, reference, payment reference, details, transaction, memo, text, buchungstext,
    text der buchung, umsatztext, opis operacji, information, informations complementaires, informacion adicional,
    code operation, statement descriptor, subject, zahlungsreferenz, fussnoten, causale, operazione, lancamento,
    transactie, tapahtuma, info text, remarks, nature de l operation, nature, mas datos, observaciones, szczegoly,
    description 2, beschreibung2`,
  note: phrases`
    notes, note, notes and tags, user note, bemerkung, notiz, notizen, notes personnelles, commentaire,
    commentaires, comentario, comentarios, nota, note personali, notas, notitie, anteckning, notat, muistiinpano,
    notatka, vlastni poznamka, egyeb, private note, kommentar, kommentti, viite, ref, tags, komentar, bemerkungen`,
  type: phrases`
    type, systemovy popis, transaction type, trans type, payment type, tran type, activity type, code, kind,
    method, booking type, transaction code, payment method, transaction kind, action, activity, event, entry type,
    umsatztyp, buchungsart, art, typ, transaktionstyp, vorgang, umsatzkategorie typ, vorgang verwendungszweck,
    geschaftsvorfall, transaktionsart, buchungsschlussel, auftragsart, type operation, type d operation, type de
    transaction, type de mouvement, tipo, tipo operacion, tipo de operacion, tipo de movimiento, tipo transaccion,
    operacion, tipo operazione, tipologia, tipo movimento, tipo de transacao, tipo de operacao, mutatiesoort,
    transactietype, type transactie, soort, soort transactie, boekingscode, transaksjonstype, typ av transaktion,
    transaktionstype, tapahtumalaji, laji, selitys, tyyppi, rodzaj, rodzaj operacji, typ transakcji, typ operacji,
    rodzaj transakcji, typ operace, typ transakce, typ pohybu, druh, typ platby, oznaceni operace, tranzakcio
    tipusa, tipus, muvelet, forgalom tipusa, tranzakcio jellege, tranzakcio tipus`,
  category: phrases`
    category, spending category, categories, merchant category, bank category, sub category, subcategory,
    kategorie, umsatzkategorie, kategorien, hauptkategorie, unterkategorie, categorie, categorie operation,
    categorie parent, category parent, sous categorie, sub categorie, rubrique, categoria, categoria principal,
    subcategoria, sottocategoria, kategori, underkategori, kategoria, rubriek, kategoria operacji, luokka,
    besteedcategorie, huvudkategori, categoria movimento, kategorie transakce, koltesi kategoria, kategoriak`,
  reference: phrases`
    transaction id, id, transaction reference, bank reference, unique id, fitid, transfer wise id, transferwise
    id, transaction number, order id, trade id, reference number, ref no, ref number, transaction identifier,
    external id, archive id, entry reference, transaction ref, transactionid, transaktions id, transaktionsnummer,
    umsatz id, buchungsreferenz, transaktionsreferenz, buchungsnummer, identifiant, reference de l operation,
    numero d operation, reference operation, id operacion, numero de operacion, id transaccion, num operacion,
    codice operazione, id operazione, id transazione, id transacao, volgnr, volgnummer, transactie id,
    transactiereferentie, verifikationsnummer, arkivreferens, arkistointitunnus, arkistotunnus, id operace, id
    transakce, id pohybu, identyfikator transakcji, nr transakcji, numer transakcji, numer referencyjny,
    tranzakcio azonosito, azonosito, tranzakcio azonositoja, tranzakcioazonosito, referenznummer bank, ta nr,
    order nr, arkivreferanse, numref, nr ref, ordernummer, referenz id, transaction hash, identificatie, zkb
    referenz`,
  ignored: phrases`
    e mail, email, email address, e mail adresse, absender e mail adresse, empfanger e mail adresse, from email
    address, to email address, member name, account holder, card holder name, cardholder name, kontoinhaber,
    titular de la cuenta, rekeninghouder, bic, bic swift, swift, blz, bankleitzahl, bank code, sort code,
    mandatsreferenz, glaubiger id, customer reference, kundenreferenz, check number, cheque number, check or slip,
    mandate reference, creditor id, kundenreferenz end to end, end to end id, bank name, bankname, country, city,
    state province, address, zip code, mcc, mcc code, card holder, cardholder, card member, card last four digits,
    card holder full name, payee account, created by, bic zahlungsbeteiligter, bic swift code, sammlerreferenz,
    lastschrift ursprungsbetrag, auslagenersatz rucklastschrift, auftraggeber bank, bic blz, bank, kod banky,
    nazev banky, vs, ks, ss, variabilni symbol, konstantni symbol, specificky symbol, saldo vor, clearingnummer,
    clnr, radnummer, radnr, nr, no, number, numero, lp, emoji, receipt, attachment, category split, account type,
    row, zeile, tags and notes, number of transactions, anzahl, quantity of cheques, gekennzeichneter umsatz,
    anzahl der auftrage, anzahl der schecks, abweichender empfanger, devise compte, adresse, adres, numer,
    oddzial, sequence, seq, balance currency, saldo wahrung, ultimate debtor, naam uiteindelijke partij, naam
    initierende partij, bic tegenpartij, batch id, machtigingskenmerk, incassant id, betalingskenmerk,
    transactiereferentie klant, reden retour, posting reference, instructing party, payment terms, subtype, land`,
} as const;
