/** What columns of money, of currencies and of signs are called. */
import {phrases} from "./phrases.js";

export const moneyWords = {
  amount: phrases`
    amount, proceeds, transaction amount, amt, value, sum, total amount, amount in account currency, settled
    amount, billing amount, booked amount, payment amount, amount due, cash amount, sum amount, gross, gross
    amount, local value, amount local, betrag, umsatz, summe, betrag in kontowahrung, brutto, wert,
    buchungsbetrag, umsatzbetrag, endbetrag, betrag in eur, betrag in chf, belastung gutschrift, gutschrift
    lastschrift, bruttobetrag, ausmachender betrag, montant, montant de l operation, montant operation, montant en
    devise du compte, montant brut, debit credit, credit debit, importe, monto, importe operacion, importe de la
    operacion, imp, cantidad, importe movimiento, cargo abono, importe en euros, importe bruto, importo,
    ammontare, importo in euro, importo operazione, dare avere, entrate uscite, movimento, movimenti,
    controvalore, valor, montante, importancia, quantia, valor movimento, valor da operacao, montante da operacao,
    valor do movimento, bedrag, bedrag in eur, waarde, mutatie, transactiebedrag, transactie bedrag, belopp,
    summa, bokfort belopp, belob, belop, transaktionsbelopp, belopp i sek, beloep, belob i dkk, maara, maara
    euroa, euromaara, maara eur, kwota, kwota operacji, kwota transakcji, kwota w walucie rachunku, wartosc, kwota
    zaksiegowana, obciazenia uznania, castka, objem, suma, zauctovana castka, castka v mene uctu, castka
    transakce, castka pohybu, osszeg, tranzakcio osszege, forgalom, ertek, konyvelt osszeg, terheles jovairas,
    source amount after fees, source amount, change, andring, bevegelse, suma operacji, veranderung`,
  netAmount: phrases`
    net, net amount, net total, netto, nettobetrag, net proceeds, montant net, importe neto, importe liquido,
    importo netto, valor liquido, netto bedrag, nettobelopp, net cash, total, totaal, gesamt, gesamtbetrag,
    totale, totalt, totalbelopp, total eur, totaal eur, gesamt eur, amount net, kwota netto, netto osszeg,
    nettobelop, nettobelob`,
  debit: phrases`
    debit, debits, debit amount, paid out, money out, withdrawal, withdrawals, withdrawal amount, outflow, out,
    spent, expense, expenses, payments, charges, amount debit, debit amt, you paid, outgoing, withdrawal amt,
    withdrawn, soll, belastung, lastschrift, ausgabe, ausgaben, ausgang, belastungen, auszahlung,
    belastungsbetrag, soll betrag, lastschrift in chf, belastung chf, debet, debit eur, debits euros, debit euros,
    montant debit, debit en euros, depense, depenses, cargo, cargos, cargo importe, debe, salidas, gasto, gastos,
    adeudo, adeudos, importe cargo, uscite, uscita, addebiti, addebito, dare, importo dare, debiti, importo
    addebito, debito, debitos, saida, saidas, despesa, despesas, valor debito, montante debito, af, uitgaven, uit,
    afschrijving, bedrag af, belastningar, uttag, utgift, utgifter, ut, utbetalning, ut fra konto, ut av konto, ut
    konto, belastet, haevet, udgift, udgifter, udbetaling, debetbelopp, menot, pano ulos, otto, veloitus,
    obciazenie, obciazenia, wydatek, wydatki, kwota obciazenia, wyplata, wydatki kwota, obroty wn, winien, na
    vrub, vydaj, vydaje, odchozi, castka debet, odepsano, terheles, terhelesek, kiadas, kiadasok, terhelt osszeg,
    tartozik, kimeno, dr, dr amount, amount debited, amount out, outgoings, minus, ab, ausgange, lastschriften,
    auszahlungen, sorties, sortie, retraits, retrait, retiros, pagos, afschrijvingen, ud, otot, wn, borc`,
  credit: phrases`
    credit, credits, credit amount, paid in, money in, deposit, deposits, deposit amount, inflow, in, income,
    received, amount credit, credit amt, deposit amt, you received, incoming, haben, gutschrift, einnahme,
    einnahmen, eingang, gutschriften, einzahlung, gutschriftsbetrag, haben betrag, gutschrift in chf, credit eur,
    credit euros, credits euros, montant credit, credit en euros, recette, recettes, abono, abonos, abono importe,
    haber, entradas, ingreso, ingresos, importe abono, entrate, entrata, accrediti, accredito, avere, importo
    avere, crediti, importo accredito, credito, creditos, entrada, receita, receitas, valor credito, montante
    credito, bij, inkomsten, bijschrijving, bedrag bij, insattningar, insattning, inkomst, inkomster, inbetalning,
    inn pa konto, inn, inn konto, inn til konto, indsat, indtaegt, indtaegter, indbetaling, kreditbelopp, tulot,
    pano, hyvitys, uznanie, uznania, wplyw, wplywy, kwota uznania, wplata, obroty ma, ma, ve prospech, prijem,
    prijmy, prichozi, castka kredit, pripsano, jovairas, jovairasok, bevetel, bevetelek, jovairt osszeg, kovetel,
    bejovo, cr, cr amount, amount credited, amount in, incomings, receipts, plus, zu, eingange, einzahlungen,
    entrees, entree, depots, depot, versement, versements, depositos, cobros, bijschrijvingen, ind, panot, alacak`,
  fee: phrases`
    costs, fee, fees, fee amount, total fees, transaction fee, charge, commission, gebuhr, gebuhren, entgelt,
    fremde gebuhren, spesen, frais, comision, comisiones, commissione, commissioni, spese, comissao, comissoes,
    encargos, kosten, avgift, avgifter, gebyr, gebyrer, kulu, palvelumaksu, oplata, prowizja, prowizje, poplatek,
    poplatky, dij, jutalek, dijak, source fee amount, omkostninger, omkostning, kurtage, total avgift, fees comm`,
  tax: phrases`
    tax, taxes, withholding tax, steuer, steuern, quellensteuer, kapitalertragsteuer, impot, impots, taxe,
    impuesto, impuestos, retencion, imposta, imposte, ritenuta, imposto, belasting, skatt, kallskatt, skat, vero,
    podatek, dan, ado`,
  balance: phrases`
    balance, running bal, disponible, bal, running balance, account balance, closing balance, balance after,
    balance after transaction, available balance, current balance, ledger balance, end balance, cash balance, new
    balance, balance amount, saldo, kontostand, saldo nach buchung, saldo danach, neuer saldo, endsaldo,
    kontosaldo, tagessaldo, guthaben, solde, solde apres operation, solde en euros, solde du compte,
    accountbalance, saldo disponible, saldo posterior, saldo contable, saldo tras operacion, saldo despues, saldo
    final, saldo contabile, saldo disponibile, saldo progressivo, saldo finale, saldo contabilistico, saldo
    disponivel, saldo apos movimento, saldo controlado, saldo na trn, saldo na mutatie, saldo na boeking, saldo na
    transactie, eindsaldo, nieuw saldo, resulterend saldo, bokfort saldo, saldo efter, saldo etter, tillgangligt
    saldo, disponibelt, aktuell saldo, saldo po operacji, saldo po transakcji, saldo rachunku, saldo koncowe,
    zustatek, zustatek po operaci, zustatek na uctu, zustatek po transakci, ucetni zustatek, egyenleg, konyvelt
    egyenleg, szamlaegyenleg, konyvelt egyenleg huf, egyenleg a muvelet utan`,
  openingBalance: phrases`
    opening balance, balance before, balance before transaction, beginsaldo, startsaldo, anfangssaldo, saldo vor
    buchung, saldo inicial, saldo iniziale, solde initial, saldo przed, pocatecni zustatek, nyito egyenleg, saldo
    anterior`,
  currency: phrases`
    currency, ccy, curr, cur, currency code, account currency, transaction currency, fee currency, price currency,
    currency primary, commodity, wahrung, kontowahrung, wkg, whg, devise, monnaie, moneda, divisa, valuta, moeda,
    munt, muntsoort, valutakod, valutta, waluta, waluta rachunku, mena, mena uctu, devizanem, penznem, deviza,
    source currency, transaktionsvaluta, wahr, waehrung, buchungswahrung, settlement currency`,
  originalAmount: phrases`
    original amount, local amount, foreign amount, amount foreign currency, foreign currency amount, amount in
    foreign currency, original currency amount, instructed amount, transaction amount original, amount in original
    currency, exchange to amount, foreign spend amount, target amount, ursprunglicher betrag, originalbetrag,
    fremdwahrungsbetrag, betrag in fremdwahrung, betrag ursprunglich, betrag originalwahrung, betrag in
    originalwahrung, betrag fremdwahrung, montant d origine, montant en devise, montant devise, montant d origine
    en devise, importe original, importe divisa, importe en divisa, importe moneda original, importo originale,
    importo in divisa, importo valuta, importo in valuta, importo divisa originale, valor original, montante
    original, valor moeda original, oorspronkelijk bedrag, origineel bedrag, oorspr bedrag, bedrag vreemde valuta,
    oorspronkelijk bedrag in valuta, originalbelopp, utlandskt belopp, belopp i utlandsk valuta, belopp i valuta,
    opprinnelig belop, oprindeligt belob, alkuperainen summa, alkuperainen maara, kwota w walucie, kwota w walucie
    transakcji, kwota oryginalna, kwota platnosci w walucie, castka v puvodni mene, puvodni castka, castka v mene,
    puvodni castka obratu, eredeti osszeg, eredeti deviza osszeg, belop i valuta, belop valuta, valutabelop,
    valutabelopp`,
  originalCurrency: phrases`
    original currency, local currency, foreign currency, type foreign currency, instructed currency, target
    currency, currency of original amount, originalwahrung, fremdwahrung, ursprungliche wahrung, devise d origine,
    divisa original, moneda original, divisa originale, valuta originale, moeda original, oorspronkelijke valuta,
    originele valuta, oorspr munt, originalvaluta, ursprungsvaluta, opprinnelig valuta, alkuperainen valuutta,
    waluta oryginalna, waluta transakcji, puvodni mena, puvodni mena obratu, eredeti devizanem, exchange to,
    instrumentvaluta`,
  rate: phrases`
    rate, exchange rate, fx rate, currency conversion rate, fx rate to base, wechselkurs, umrechnungskurs,
    devisenkurs, taux de change, tipo de cambio, cambio, tasso di cambio, taxa de cambio, wisselkoers, koers
    valuta, valutakurs, vaxelkurs, vaxlingskurs, valuttakurssi, kurs waluty, kurs przeliczenia, kurz, smenny kurz`,
  flag: phrases`
    debit credit, credit debit, dr cr, cr dr, d c, c d, debit or credit, debit credit indicator, debit credit
    mark, credit debit indicator, credit or debit, direction, sign, transaction direction, balance impact, dc,
    plus minus, soll haben, s h, sollhaben, soll haben kennzeichen, umsatzart, richtung, vorzeichen, sens, debit
    ou credit, cargo abono, debe haber, signo, segno, dare avere, d a, sinal, d ou c, tipo de movimento, debito
    credito, af bij, bij af, debet credit, code af bij, d k, dk, debet kredit, strona, typ operacji, wn ma, smer
    platby, smer, kod, terheles jovairas, t j, jelleg, irany, tipo movimiento, laji`,
} as const;
