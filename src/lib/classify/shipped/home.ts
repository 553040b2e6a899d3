/** Rent, mortgage, energy and water, phone and internet, furniture and shops for the house. */
import {rulesText} from "./rulesText.js";

export const home = rulesText`
if money out and text contains Vonovia, Deutsche Wohnen, LEG Wohnen, Gewobag, Degewo, Howoge, SAGA Unternehmensgruppe,
  GAG Immobilien, Wiener Wohnen, Foncia, Ymere, Eigen Haard, Vesteda, Stena Fastigheter, Lejerbo, Heimstaden, Akelius,
  Nhood, Clapham Lettings
  then category rent, payee as listed
if money out and text contains Schwäbisch Hall, Wüstenrot, LBS Bausparkasse, BHW, Interhyp, Obvion, Florius,
  Nationwide Mortgage, Halifax Mortgage, Crédit Foncier, Nykredit, Realkredit Danmark, Totalkredit, SBAB, Hypo Tirol,
  UCI Hipotecas
  then category mortgage, payee as listed
if text contains E.ON, EON Energie, EnBW, Vattenfall, RWE, Yello, Lichtblick, Naturstrom, Eprimo, Stadtwerke, SWM,
  Mainova, Rheinenergie, EWE, Entega, Enercity, Tibber, Octopus Energy, Octopus, Wien Energie, Verbund AG, EVN,
  Energie AG, Tiwag, EDF, Engie, TotalEnergies Électricité, Direct Energie, Ekwateur, Enercoop, Veolia, Suez, Luminus,
  Eneco, Mega Energie, Vivaqua, Sibelga, Fluvius, Farys, Pidpa, Essent, Greenchoice, Budget Energie, Vandebron, Oxxio,
  Vitens, Waternet, Evides, Dunea, Brabant Water, Iberdrola, Endesa, Naturgy, Holaluz, Repsol Luz, EDP, EDP Comercial,
  EDP Energía, Canal de Isabel II, Aigües de Barcelona, Aguas de Valencia, EPAL, Goldenergy, Galp Energia, Enel,
  Enel Energia, Eni Plenitude, A2A, Hera Comm, Acea, Iren, Edison Energia, Sorgenia, Servizio Elettrico Nazionale,
  British Gas, EDF Energy, Ovo Energy, Scottish Power, SSE, Bulb, Utilita, Thames Water, Anglian Water, Severn Trent,
  United Utilities, Yorkshire Water, Electric Ireland, Bord Gáis, Bord Gais Energy, Airtricity, Irish Water,
  Uisce Éireann, Energia Ireland, Ørsted, Orsted, Norlys, Andel Energi, HOFOR, Fortum, Ellevio, Göteborg Energi,
  Stockholm Vatten, Hafslund, Fjordkraft, Helen Oy, Caruna, Vantaan Energia, HSY, PGE, Tauron, Enea Operator, Energa,
  PGNiG, Innogy, MPWiK, ČEZ, CEZ Prodej, PRE Praha, Pražská plynárenská, Innogy Energie, Pražské vodovody,
  E.ON Energie, Techem, Ista, Brunata, Kalo
  then category utilities, payee as listed
if text contains Telekom, Telekom Deutschland, Deutsche Telekom, Congstar, Vodafone, O2, Telefonica Germany, 1&1,
  1und1, Freenet, Mobilcom, Klarmobil, Aldi Talk, Blau.de, Winsim, Drillisch, Unitymedia, PYUR, NetCologne, M-net,
  EWE Tel, Magenta Telekom, A1 Telekom, Hutchison Drei, Drei Austria, HoT Telekom, Spusu, Swisscom, Sunrise,
  Salt Mobile, Orange, Sosh, SFR, Red by SFR, Bouygues Telecom, B&You, Free Mobile, Free Telecom, Freebox, Prixtel,
  Proximus, Scarlet Belgium, Telenet, VOO SA, Base Company, KPN, Ziggo, VodafoneZiggo, Odido, T-Mobile, Simyo,
  Ben Nederland, Hollandsnieuwe, Lebara, Lycamobile, Youfone, Movistar, Telefónica de España, Yoigo, MásMóvil,
  Masmovil, Jazztel, Pepephone, Digi Spain, Lowi, Euskaltel, MEO, NOS Comunicações, Nos Comunicacoes,
  Vodafone Portugal, NOWO, Telecom Italia, WindTre, Wind Tre, Iliad, Fastweb, Ho Mobile, PosteMobile, Tiscali,
  BT Group, "British Telecom", EE Limited, Virgin Media, Sky Digital, TalkTalk, Plusnet, Giffgaff, Three UK,
  Three Ireland, Tesco Mobile, Eir, Eircom, 48 Mobile, TDC, YouSee, Telenor, Telia, Tele2, Telmore, Oister, CBB Mobil,
  Halebop, Comviq, Hallon, Bahnhof, Bredbandsbolaget, Elisa Oyj, DNA Oyj, Saunalahti, Moi Mobiili, T-Mobile Polska,
  Orange Polska, Plus GSM, Polkomtel, Play P4, UPC, Netia, Vectra, O2 Czech, T-Mobile Czech, Vodafone Czech, Kaktus
  then category communications, payee as listed
if text contains IKEA, OBI, Bauhaus, Hornbach, Hagebau, Hagebaumarkt, Toom, Toom Baumarkt, Globus Baumarkt, Poco,
  Roller, XXXLutz, XXXL, Mömax, Höffner, Segmüller, JYSK, Dänisches Bettenlager, Home24, Wayfair, Westwing, Otto GmbH,
  Otto Versand, Otto.de, MediaMarkt, Media Markt, Saturn, Euronics, Expert Elektro, Conrad Electronic, Cyberport,
  Notebooksbilliger, Alternate, Apple Store, Dyson, Depot, Butlers, Nanu-Nana, Action, Tedi, Woolworth, Tchibo,
  Leroy Merlin, Castorama, Brico Dépôt, Bricomarché, Bricorama, Mr Bricolage, Truffaut, Jardiland, Gamm Vert,
  Conforama, BUT, Maisons du Monde, La Foir'Fouille, Gifi, Darty, Boulanger Electro, Fnac, Fnac Darty, Cdiscount,
  ManoMano, Brico, Hubo, Gamma, Karwei, Praxis, Kwantum, Leen Bakker, Blokker, Xenos, HEMA, Coolblue, Bol.com,
  Intratuin, Bricomart, Obramat, Bricor, Aki Bricolaje, PcComponentes, Zara Home, Worten, Radio Popular, Aki Portugal,
  Gato Preto, Area Store, Mondo Convenienza, Brico Io, Bricocenter, Bricofer, Tecnomat, Unieuro, Trony, Kasanova,
  "B&Q", Homebase, Wickes, Screwfix, Toolstation, Dunelm, Argos, Currys, John Lewis, The Range, Wilko, Homesense,
  Woodies, Harvey Norman, Power Retail, Elgiganten, Elkjøp, Elkjop, Gigantti, Clas Ohlson, Biltema, Jula,
  Silvan Byggemarked, Bauhaus Danmark, Harald Nyborg, Imerco, Ilva, Rusta, Byggmax, Webhallen, NetOnNet,
  Verkkokauppa.com, Puuilo, K-Rauta, Stark Suomi, Agata Meble, Black Red White, Leroy Merlin Polska, RTV Euro AGD,
  Media Expert, x-kom, Pepco, Mountfield, Alza, Alza.cz, Datart, Electro World, Mall.cz, Sconto, Möbelix, Kika,
  Leiner, Amazon, Amzn Mktp, Amazon.de, Amazon EU, Amazon Payments, AliExpress, Temu, eBay, Allegro, eMAG, Galaxus,
  Digitec, Villeroy & Boch, Le Creuset, Rituals Home, Dehner, Pflanzen-Kölle, Blume2000, Fleurop, Interflora,
  Søstrene Grene, Flying Tiger, Normal Danmark
  then category furnishings, payee as listed
[last]
if money out and text contains rent, *miete, kaltmiete, warmmiete, mietzahlung, mietzins, wohnungsmiete, loyer,
  loyers, alquiler, arrendamiento, renta piso, aluguer, arrendamento, renda, affitto, canone di locazione, locazione,
  pigione, huur, huurbetaling, kamerhuur, husleje, hyra, hyresavi, husleie, vuokra, czynsz, najem, nájem, nájemné,
  nájomné, lakbér, chirie, landlord, letting agent, lettings, woningcorporatie, vermieter, bailleur,
  wohnungsbaugesellschaft
  then category rent
if money out and text contains mortgage, mortgage instalment, home loan, home loans, *hypothek, baufinanzierung,
  baudarlehen, immobilienkredit, wohnkredit, darlehensrate, annuität, bausparkasse, crédit immobilier,
  credit immobilier, prêt immobilier, pret immobilier, échéance prêt, echeance pret, hipoteca, cuota préstamo,
  préstamo hipotecario, crédito habitação, credito habitacao, prestação casa, mutuo, rata mutuo, hypotheek,
  hypotheekrente, realkredit, bolån, bolan, boliglån, boliglan, asuntolaina, kredyt hipoteczny, rata kredytu,
  hypotéka, hypotéční
  then category mortgage
if money out and text contains strom, *strom, stromabschlag, gasabschlag, abschlag, energie, *energie, energy,
  electricity, électricité, electricite, gaz, electricidad, luz, recibo luz, electricidade, elettricità, energia,
  energía, energia elettrica, bolletta luce, bolletta gas, luce e gas, gas natural, stroom, elektriciteit,
  gas en licht, elregning, elräkning, elnät, strøm, sähkö, sahkolasku, prąd, energia elektryczna, elektřina, plyn,
  fernwärme, *wärme, nebenkosten, betriebskosten, heizkosten, hausgeld, wohngeld, hausverwaltung, house management,
  syndic, charges copropriété, copropriété, comunidad de propietarios, comunidad propietarios, gastos comunidad,
  condominio, condomínio, spese condominiali, administrator domu, wspólnota mieszkaniowa, spółdzielnia mieszkaniowa,
  svj, bostadsrättsförening, brf avgift, ejerforening, vve bijdrage, taloyhtiö, yhtiövastike, wasser, *wasser,
  wasserwerk*, wasserversorgung, abwasser, water, waterworks, eau, agua, aguas, água, acqua, acquedotto, vand, vatten,
  vesi, woda, wodociągi, vodné, vodovody, müll*, abfall*, abfallwirtschaft, *entsorgung, schornsteinfeger,
  kaminkehrer, ordures ménagères, basura, rifiuti, tari, afvalstoffenheffing, heating, hausmeister*
  then category utilities
if money out and text contains mobilfunk, handyrechnung, handyvertrag, mobil, *mobil, telefonrechnung, telefon,
  telefonía, telefonia, téléphone, telephone, telefoon, telefone, telefono, puhelin, mobile phone, phone bill,
  prepaid aufladung, recarga móvil, recarga telemóvel, ricarica telefonica, recharge mobile, beltegoed, internet,
  internetanschluss, broadband, breitband, bredbånd, bredband, fibre, fibra, fiber, glasfaser, dsl, adsl, laajakaista,
  internetové připojení, abonament telefoniczny, telecom, telecoms, telecomunicaciones, telecomunicações,
  telecomunicazioni, kabelfernsehen, box internet, forfait mobile, doładowanie telefonu
  then category communications
if money out and text contains *möbel, moebelhaus, *möbelhaus, furniture, furnishings, meubles, meubelen, muebles,
  móveis, mobili, arredamento, møbler, möbler, huonekalu*, meble, nábytek, *baumarkt, bricolage, bricolaje,
  ferretería, ferreteria, ferramenta, ferragens, quincaillerie, drogistik, ijzerhandel, bouwmarkt, byggmarknad,
  byggevarer, järnhandel, rautakauppa, hardware store, diy, gartencenter, *gärtnerei, blumen, *blumen, florist,
  fleuriste, floristería, floristeria, fiorista, fiori, florista, bloemen, bloemist, blomster*, blommor, kukkakauppa,
  kwiaciarnia, květinářství, garden centre, garden, jardinerie, jardinería, tuincentrum, havecenter, puutarha*,
  elektronik, electronics, electronique, electrónica, elettronica, eletrónica, elektronika, elektro, electroménager,
  electrodomésticos, elettrodomestici, hvidevarer, vitvaror, kodinkoneet, haushaltswaren, casalinghi, huishoud*,
  hogar, home store, homeware, home, antiquitäten, brocante, lampen, lamp*, küchen*, matratzen, literie, colchon*,
  parkett, fliesen, handwerker, elektriker, installateur, sanitär, schreinerei, tischlerei, malerbetrieb,
  schlüsseldienst, plombier, serrurier, fontanero, idraulico, loodgieter, plumber, locksmith, hydraulik, instalatér,
  putkimies, rørlegger, paketshop möbel
  then category furnishings
`;
