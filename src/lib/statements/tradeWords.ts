/** What columns of brokers are called, beside those that every statement has. */
import {phrases} from "./phrases.js";

export const tradeWords = {
  symbol: phrases`
    symbol, ticker, ticker symbol, instrument symbol, underlying symbol, stock symbol, symbole, simbolo, kurzel,
    ticker code, epic`,
  isin: phrases`
    isin, isin code, isin kod, isin nummer, code isin, codice isin, codigo isin, isin wkn`,
  wkn: phrases`wkn, cusip, sedol, valor nummer, valorennummer, valoren`,
  security: phrases`
    security, product, produkt, produit, producto, prodotto, produto, security name, instrument, instrument name,
    investment, investment name, fund, fund name, asset, asset name, stock, company, security description, product
    name, produkt wertpapier, wertpapier, wertpapierbezeichnung, wertpapiername, name des wertpapiers, bezeichnung
    wertpapier, valor bezeichnung, titre, valeur mobiliere, nom du titre, libelle valeur, activo, nombre valor,
    nombre del valor, titolo, strumento, nome titolo, descrizione titolo, ativo, titulo, effect, fonds, naam
    effect, vardepapper, vardepapper beskrivning, verdipapir, vaerdipapir, arvopaperi, papier, papier wartosciowy,
    walor, instrument finansowy, cenny papir, nazev cenneho papiru, ertekpapir`,
  side: phrases`
    side, buy sell, action, buy or sell, order type, order side, transaction type buy sell, kauf verkauf, order
    typ, auftragsart, sens operation, compra venta, operacion compra venta, acquisto vendita, compra venda, koop
    verkoop, kop salj, kjop salg, kob salg, osto myynti, kupno sprzedaz, k s, strona transakcji, nakup prodej,
    smer obchodu, vetel eladas`,
  quantity: phrases`
    quantity, qty, shares, units, no of shares, number of shares, shares quantity, share quantity, filled qty,
    anzahl, stuck, stucke, nominal, menge, stuckzahl, stuck nominale, nominale, anzahl stuck, quantite, nombre de
    titres, nombre, cantidad, titulos, numero de titulos, num titulos, quantita, numero titoli, pezzi, quantidade,
    qtd, aantal, aantal stuks, antal, antall, maara kpl, kpl, lukumaara, ilosc, liczba, pocet, pocet kusu,
    mnozstvi, mennyiseg, darabszam`,
  price: phrases`
    unit cost, price, share price, unit price, price per share, trade price, t price, average price, execution
    price, fill price, avg price, price share, nav, kurs, ausfuhrungskurs, preis, stuckpreis, preis pro stuck,
    kurs stuck, prix, cours, prix unitaire, cours execution, prix d execution, precio, cotizacion, precio
    unitario, precio medio, prezzo, quotazione, prezzo unitario, prezzo medio, preco, cotacao, preco unitario,
    koers, prijs, prijs per stuk, pris, kurs per aktie, hinta, kurssi, kappalehinta, cena, kurs transakcji, cena
    za kus, cena jednostkowa, ar, egysegar, arfolyam`,
  commission: phrases`
    commission, commissions, commission fees, ib commission, comm fee, commission fee, fees comm, fees and
    commissions, brokerage, brokerage fee, brokerage commission, transaction cost, transaction costs, transaction
    and or third, dealing charge, transaktionskosten, orderprovision, provision, ordergebuhr, handelsgebuhr,
    gebuhr transaktionskosten, courtage, frais de courtage, frais courtage, corretaje, corretagem, commissioni di
    negoziazione, transactiekosten, transactiekosten en of, makelaarskosten, courtage sek, kurtage, kurtasje,
    valityspalkkio, prowizja maklerska, prowizja od transakcji, poplatek za obchod, megbizas dija`,
  ignoredTrade: phrases`
    kurswert, c price, basis, cost basis, realized p l, realised p l, mtm p l, accrued interest, exchange, venue,
    place of execution, reference exchange, beurs, uitvoeringsplaats, borse, handelsplatz, ausfuhrungsplatz,
    borsa, bolsa, resultat, result, gain loss, totalt antal, inkopsvarde, ranta, market value, asset class, asset
    type, asset category, principal amount, lokale waarde, wert in lokalwahrung, wert in lokaler wahrung, local
    value trade, makuleringsdatum, autofx kosten, afhandelingskosten, stamp duty, settlement, limit, gultig bis,
    discriminator, multiplier, strike, expiry`,
} as const;
