/** What banks, employers and authorities write: income, fees, interest, cash, taxes, saving, investing, transfers. */
import {rulesText} from "./rulesText.js";

export const bankWords = rulesText`
# income: the size keeps a pay slip's few euros back out of it
if money in and amount at least 100 and text contains salary, salaries, wages, wage, payroll, gehalt, *gehalt, lohn,
  *lohn, lohn gehalt, bezüge, besoldung, entgelt, salaire, salaires, paie, traitement, virement salaire, nómina,
  nomina, sueldo, haberes, ordenado, vencimento, salário, salario, remuneração, stipendio, stipendi, emolumenti,
  retribuzione, cedolino, salaris, loon, salarisbetaling, løn, lønoverførsel, lön, löneutbetalning, lønn, palkka,
  *palkka, wynagrodzenie, pensja, wypłata wynagrodzenia, mzda, výplata, fizetés, munkabér, salariu, weihnachtsgeld,
  urlaubsgeld, bonuszahlung, treizième mois, paga extra, tredicesima, vakantiegeld, subsídio de férias,
  subsídio de natal
  then category salary
if money in and text contains pension, pensions, rente, *rente, rentenzahlung, rentenversicherung,
  deutsche rentenversicherung, ruhegehalt, versorgungsbezüge, pensionsversicherungsanstalt, pva, retraite, retraites,
  carsat, cnav, agirc arrco, agirc-arrco, pensión, pension jubilacion, jubilación, seguridad social pension, reforma,
  pensão, centro nacional de pensões, caixa geral de aposentações, pensione, inps pensione, pensioen, aow,
  sociale verzekeringsbank, abp, pfzw, state pension, dwp state pension, folkepension, atp livslang,
  pensionsmyndigheten, alders pensjon, nav alderspensjon, kela eläke, eläke, *eläke, keva, ilmarinen, varma,
  zus emerytura, emerytura, renta, důchod, čssz, nyugdíj, pensie, state pension fund
  then category pension
if money in and text contains kindergeld, familienkasse, familienbeihilfe, elterngeld, arbeitslosengeld, bürgergeld,
  bundesagentur für arbeit, agentur für arbeit, jobcenter, arbeitsmarktservice, bafög, bafoeg, wohngeld, krankengeld,
  mutterschaftsgeld, unterhaltsvorschuss, kurzarbeitergeld, pflegegeld, caf, allocations familiales, allocation,
  allocations, france travail, pôle emploi, pole emploi, cpam, ameli, bourse, crous, prime d'activité, apl, onem, rva,
  sepe, prestación, prestacion, desempleo, ayuda, subsidio, subsídio, segurança social, iefp, abono de família, inps,
  naspi, assegno unico, bonus inps, reddito di cittadinanza, uwv, kinderbijslag, svb, toeslagen, zorgtoeslag,
  huurtoeslag, kinderopvangtoeslag, studiefinanciering, universal credit, child benefit, jobseekers, jobseeker, dwp,
  social protection, dep social protection, dagpenge, børne og ungeydelse, boligstøtte, su styrelsen,
  udbetaling danmark, försäkringskassan, forsakringskassan, barnbidrag, a-kassa, csn, nav, dagpenger, barnetrygd,
  kela, kansaneläkelaitos, lapsilisä, työttömyys*, 800 plus, zasiłek, świadczenie, rodzina 500, úřad práce, přídavky,
  stipendium, scholarship, grant, stipendi*, benefit, benefits, employment office, zuschuss
  then category benefit
# cash
if money out and text contains cash machine, cash withdrawal, atm, atm withdrawal, geldautomat, gaa, bargeld,
  bargeldauszahlung, barauszahlung, auszahlung geldautomat, bancomat, retrait dab, retrait, retrait carte, dab,
  distributeur, cajero, cajero automático, retirada efectivo, reintegro, disposición efectivo, levantamento,
  levantamentos, levant atm, multibanco levantamento, prelievo, prelievo contanti, prelevamento, geldopname, geldmaat,
  kontantuttag, uttag, bankomat, hæveautomat, kontanthævning, udbetaling automat, minibank, kontantuttak, käteisnosto,
  nosto, otto automaatti, wypłata z bankomatu, wypłata gotówki, bankomatu, výběr hotovosti, výběr z bankomatu,
  výběr atm, készpénzfelvét, retragere numerar, link cash, cashback only
  then category cash
# interest
if text contains interest, credit interest, debit interest, overdraft interest, interest paid, gross interest, zinsen,
  *zinsen, habenzinsen, sollzinsen, guthabenzinsen, zinsgutschrift, zinsabschluss, intérêts, interets,
  intérêts créditeurs, agios, intérêts débiteurs, intereses, liquidación de intereses, juros, juros credores,
  juros devedores, interessi, interessi creditori, interessi debitori, competenze, rente over, creditrente,
  debetrente, rentevergoeding, rente bijschrijving, spaarrente, renter, rentetilskrivning, ränta, sparränta,
  renteinntekter, korko, talletuskorko, korkohyvitys, odsetki, kapitalizacja odsetek, úroky, úrok, připsaný úrok,
  kamat, dobânda
  then category interest
# trades, as brokers write them: with the number of the security, or its symbol
if text matches /\b(buy|sell|kauf|verkauf|achat|vente|acquisto|vendita)\b.{0,60}\b[A-Z]{2}[A-Z0-9]{9}\d\b/,
  /^(buy|sell) [A-Z.]{1,6}$/
  then category trade
[last]
# fees of banks
if text contains account fee, monthly fee, bank fee, bank charges, service charge, card fee, annual fee,
  overdraft fee, foreign transaction fee, non-sterling fee, maintenance fee, kontoführung, kontoführungsgebühr,
  kontofuehrung, kontogebühr, entgeltabschluss, abrechnung entgelt, bankgebühr, gebühr, gebühren, *gebühr, *gebühren,
  kartenentgelt, kartenpreis, auslandseinsatzentgelt, depotgebühr, depotentgelt, rechnungsabschluss, saldenabschluss,
  frais bancaires, frais, frais de tenue de compte, cotisation carte, cotisation compte, commission, commissions,
  commission d'intervention, frais rejet, comisión, comision, comisiones, comisión mantenimiento, cuota tarjeta,
  comissão, comissões, comissao, comissão de manutenção, manutenção conta, anuidade cartão, imposto do selo,
  commissioni, commissione, spese di tenuta conto, spese conto, canone conto, canone mensile, canone carta,
  imposta di bollo, bollo, kosten rekening, kosten betaalpakket, betaalpakket, bankkosten, beheerkosten, pakketkosten,
  gebyr, *gebyr, kontogebyr, kortgebyr, avgift, *avgift, årsavgift kort, palvelumaksu, tilinhoitomaksu, kuukausimaksu,
  opłata, opłata za kartę, opłata za prowadzenie, prowizja, poplatek, poplatky, vedení účtu, poplatek za vedení,
  számlavezetési díj, comision administrare, mahngebühr, rücklastschriftgebühr, late fee, ordergebühr
  then category fee
# taxes
if text contains finanzamt, finanzamt münchen, finanzkasse, steuerverwaltung, einkommensteuer, lohnsteuer,
  kirchensteuer, steuererstattung, solidaritätszuschlag, direction générale des finances publiques, dgfip, drfip,
  impôt, impot, impôts, impots, impôt revenu, prélèvement à la source, taxe foncière, taxe d'habitation,
  agencia tributaria, aeat, hacienda, irpf, impuesto, impuestos, ibi, autoridade tributária, autoridade tributaria,
  irs, imi, agenzia delle entrate, agenzia entrate, f24, irpef, imu, belastingdienst, inkomstenbelasting,
  gemeentebelasting, gemeentelijke belasting, waterschapsbelasting, spf finances, fod financiën, précompte immobilier,
  hmrc, revenue commissioners, council tax, self assessment, local property tax, skattestyrelsen, skat, restskat,
  overskydende skat, skatteverket, skattekonto, skatteetaten, verohallinto, urząd skarbowy, urzad skarbowy, podatek,
  pit, finanční úřad, daň, daň z příjmů, tax office, tax refund, income tax, income tax settlement, grundsteuer, tax,
  taxes, steuer, steuern, steuererklärung
  then category income_tax
# saving and investing
if text contains to savings, from savings, savings, savings account, regular saver, sparen, sparplan tagesgeld,
  sparkonto, sparbuch, tagesgeld, tagesgeldkonto, festgeld, sparrate, sparauftrag, umbuchung sparkonto, bausparen,
  livret a, livret, ldds, épargne, epargne, virement épargne, ahorro, ahorros, cuenta ahorro, cuenta naranja, hucha,
  poupança, poupanca, conta poupança, conto deposito, risparmio, risparmi, salvadanaio, spaarrekening, spaaropdracht,
  oranje spaarrekening, automatisch sparen, opsparing, opsparingskonto, sparekonto, sparkontot, sparande,
  spar överföring, sparing, säästötili, säästöön, säästö, oszczędności, konto oszczędnościowe, lokata, spořicí účet,
  spoření, megtakarítás, laid aside
  then category saving
if text contains brokerage, to brokerage, from brokerage, wertpapierdepot, depot einzahlung, trade republic,
  scalable capital, flatex, comdirect depot, smartbroker, finanzen.net zero, justtrade, onvista bank,
  boursorama bourse, bourse direct, fortuneo bourse, compte titres, pea, degiro, de giro, flatexdegiro, bux, etoro,
  interactive brokers, saxo bank, myinvestor, renta 4, indexa capital, directa sim, fineco trading, moneyfarm,
  hargreaves lansdown, aj bell, freetrade, trading 212, vanguard investor, nutmeg, nordnet, avanza, lysa, opti, xtb,
  dm makléř, portu, lightyear, robinhood, coinbase, kraken, bitpanda, bitstamp, binance, bison app, einzahlung depot
  then category brokerage_funding
if text contains dividend, dividende, dividenden, dividendes, dividendo, dividendos, dividendi, udbytte, utdelning,
  utbytte, osinko, dywidenda, ertragsgutschrift, ausschüttung, ausschuettung, fondsausschüttung, coupon, cupón,
  cedola, distribution fund
  then category dividend
if text contains wertpapier, wertpapierkauf, wertpapierabrechnung, wertpapierverkauf, kauf wertpapiere,
  sparplanausführung, achat titres, vente titres, ordre de bourse, compra valores, venta valores, compra de títulos,
  acquisto titoli, vendita titoli, aankoop effecten, effectentransactie, køb værdipapirer, värdepapper, köp fonder,
  arvopaperi, osakkeet, zakup papierów, nákup cenných papírů, securities, stock purchase, buy order, sell order,
  euro clearing house
  then category trade
# between people
if text contains PayPal Friends, Venmo, Tikkie, Bizum, MB Way, Lydia, Paylib, Wero, Swish, MobilePay, Vipps,
  BLIK na telefon, Satispay, Twint, Payconiq, Revolut user, Monzo.me, Splitwise, Paym
  then category peer, tag "payment app"
if text contains geschenk, geburtstag, taschengeld, danke, thanks, thank you, merci, gracias, obrigado, grazie,
  bedankt, tak, tack, takk, kiitos, dziękuję, děkuji, cadeau, regalo, presente, gave, gåva, lahja, prezent, dárek,
  present, gift, birthday, anniversaire, cumpleaños, compleanno, verjaardag, dinner, dîner, cena, abendessen, middag,
  pocket money, pot commun, rückzahlung freund, auslage, auslagen, schulden, remboursement ami
  then category peer
# one's own money elsewhere
if text contains umbuchung, übertrag, own account, own transfer, from own account, to own account, eigenes konto,
  eigenübertrag, eigenuebertrag, internal transfer, virement interne, compte à compte, traspaso propio, traspaso,
  entre cuentas, cuenta propia, giroconto, conto proprio, transferência própria, entre contas, conta própria,
  eigen rekening, overboeking eigen, egen konto, eget konto, egen overførsel, överföring egna, oma tili, oma siirto,
  oma tilisiirto, przelew własny, vlastní převod, vlastní účet, revolut top-up, top-up, kontoausgleich,
  haushaltskonto, haushaltsgeld, first deposit, account closed
  then category household
# what companies pay and get
if money in and text contains card settlement, merchant settlement, adyen settlement, sumup payout, stripe payout,
  zettle payout, kartenumsatz, händlerabrechnung, remise carte, remise cb, abono tpv, liquidación tpv, incasso pos,
  pinbetalingen, kortindløsning, kortinlösen
  then category card_sales
if money out and text contains payroll, lohnzahlung, gehaltszahlung, löhne, salaires du personnel, nóminas,
  stipendi dipendenti, lonen, lønninger, löner, palkat, wynagrodzenia, mzdy
  then category payroll
if money out and text contains payroll tax, social contributions, sozialversicherung, sozialversicherungsbeiträge,
  lohnsteueranmeldung, urssaf, cotisations sociales, seguros sociales, tgss, segurança social empresas,
  contributi inps, loonheffing, arbejdsmarkedsbidrag, arbetsgivaravgift, zus, sociální pojištění, social security
  then category social_contributions
if text contains vat, vat return, umsatzsteuer, umsatzsteuervoranmeldung, ust, mehrwertsteuer, tva, déclaration tva,
  iva trimestral, modelo 303, liquidazione iva, btw, btw-aangifte, moms, momsangivelse, arvonlisävero, alv,
  podatek vat, dph
  then category vat
if text contains corporate tax, corporation tax, körperschaftsteuer, gewerbesteuer, impôt sur les sociétés,
  impuesto de sociedades, impuesto sociedades, irc, ires, irap, vennootschapsbelasting, vpb, selskabsskat,
  bolagsskatt, yhteisövero, cit podatek, daň z příjmů právnických
  then category corporate_tax
if money out and text contains rent of premises, gewerbemiete, büromiete, ladenmiete, loyer commercial,
  bail commercial, alquiler local, alquiler oficina, affitto ufficio, locazione commerciale, bedrijfsruimte,
  kantoorhuur, erhvervslejemål, lokalhyra, toimitilavuokra, coworking, wework
  then category premises
if text contains capital contribution, owners' drawings, owner's drawings, gesellschafterdarlehen, stammkapital,
  kapitaleinlage, privatentnahme, apport en capital, compte courant d'associé, ampliación de capital,
  aportación socios, aumento capitale, finanziamento soci, kapitaalstorting, aandeelhouderslening, kapitalindskud,
  aktieägartillskott
  then category financing
if money out and text contains google ads, facebook ads, facebk, meta ads, linkedin ads, werbeagentur, marketing,
  advertising, publicité, publicidad, pubblicità, reklame, reklam, mainonta, reklama
  then category marketing
`;
