/** What columns of days are called. The booking day is told from the day of the purchase and from the value day. */
import {phrases} from "./phrases.js";

export const dayWords = {
  bookedOn: phrases`
    booked at, date comptabilisation, datum des abschlusses, abgeschlossen am, date de fin, fecha de finalizacion,
    fecha fin, data di completamento, data di fine, data de conclusao, data de fim, datum voltooid,
    voltooiingsdatum, einddatum, slutdatum, slutdato, afsluttet dato, data zrealizowania, data zakonczenia, datum
    dokonceni, befejezes datuma, paattymispaiva, data rozliczenia, booking date, booked date, booked on, booking
    day, post date, posted date, posting date, posted on, posting, date posted, date processed, processed date,
    completed date, date completed, completed on, finished on, clearing date, settled date, settlement date utc,
    accounting date, entry date, ledger date, posted, value datetime booked, buchungstag, buchungsdatum, buchung,
    gebucht am, buchtag, buchungstag datum, verbucht am, verbuchungsdatum, date de comptabilisation, date
    comptable, date de comptabilite, comptabilise le, date d ecriture, date de l ecriture, fecha contable, fecha
    de contabilizacion, f contable, fecha asiento, fecha apunte, data contabile, data contabilizzazione, data
    registrazione, data di contabilizzazione, data lancamento, data de lancamento, data lanc, data contabilistica,
    data mov, data do movimento, data movimento, boekdatum, boekingsdatum, boekingsdag, datum boeking,
    bokforingsdag, bokforingsdatum, bokford, bokforingsdato, bokfort dato, bokfort, bokfdag, bokf dag,
    reskontradatum, bogforingsdato, bogfort, bogforingsdag, bokforingsdag datum, kirjauspaiva, kirjauspvm, data
    ksiegowania, data zaksiegowania, datum zauctovani, zauctovano dne, datum uctovani, zauctovano, datum
    zuctovani, konyveles datuma, konyvelesi datum, konyveles napja, konyvelesi nap, konyveles, datum obdelave`,
  date: phrases`
    date, day, dated, datum, dato, data, fecha, pvm, paivamaara, paivays, datum pohybu, date utc, datum der
    buchung, run date, activity date, umsatzdatum, bewegungsdatum, datum en tijd, tidspunkt, umsatztag, dag, datum
    uhrzeit, data e ora, data ora, fecha y hora, dzien, kelt, datum cas`,
  madeOn: phrases`
    datum provedeni, datum des beginns, begonnen am, date de debut, fecha de inicio, data di inizio, data de
    inicio, startdatum, startdato, data rozpoczecia, datum zahajeni, kezdes datuma, alkamispaiva, datum
    uskutecneni transakce, datum uskutecneni, transaction date, datetime, date time, transaction datetime, created
    on, date created, created at, created, timestamp, date time utc, date and time, datetime utc, abschlussdatum,
    trans date, trans. date, tran date, purchase date, purchased on, started date, date of transaction, effective
    date, operation date, trade date, trade day, tradedate, execution date, transaktionsdatum, transaktionstag,
    kaufdatum, belegdatum, einkaufsdatum, auftragsdatum, handelstag, handelsdatum, ausfuhrungsdatum, orderdatum,
    date operation, date de l operation, date d operation, date op, date opération, date de transaction, date d
    achat, date achat, date de la transaction, date de vente, fecha operacion, fecha de operacion, fecha de la
    operacion, fecha movimiento, fecha del movimiento, f operacion, fecha oper, fecha operac, fecha transaccion,
    fecha de la transaccion, fecha compra, data operazione, data dell operazione, data acquisto, data transazione,
    data op, data da operacao, data operacao, data de operacao, data transacao, data da transacao, data da compra,
    transactiedatum, datum transactie, aankoopdatum, transaktionsdag, transdag, trans dag, inkopsdatum, kopdatum,
    affarsdag, affarsdatum, transaksjonsdato, kjopsdato, handelsdato, transaktionsdato, kobsdato, maksupaiva,
    tapahtumapaiva, tapahtumapvm, ostopaiva, data operacji, data transakcji, data zlecenia, datum transakce, datum
    operace, datum odepsani, datum obchodu, tranzakcio datuma, tranzakcio idopontja, tranzakcio ideje, tranzakcio
    datum, vasarlas datuma, kotesnap`,
  valuedOn: phrases`
    value date, valuta date, value day, effective value date, settle date, settlement date, settle date target,
    interest date, available date, valuta, valutadatum, wertstellung, wertstellungsdatum, wertstellungstag, wert,
    valutatag, valuta datum, date valeur, date de valeur, valeur, date val, fecha valor, f valor, fecha de valor,
    valor, data valuta, valuta data, data valor, data de valor, rentedatum, valutadag, valutadato, rentedato,
    rentedag, likviddag, likvidationsdag, datum valuty, valutovano, arvopaiva, arvopvm, arvopaivamaara, maksupvm,
    data waluty, erteknap, ertek nap, erteknap datuma, datum splatnosti, oppgjorsdato, valordag, vardedag`,
  time: phrases`
    time, hour, uhrzeit, zeit, heure, hora, ora, tijd, tid, klokkeslett, aika, godzina, czas, cas, idopont, ido,
    time zone, timezone, uhr, klockslag`,
} as const;
