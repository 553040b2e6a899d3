/** Supermarkets, discounters, bakers, markets; wine and tobacco. */
import {rulesText} from "./rulesText.js";

export const groceries = rulesText`
# Germany, Austria, Switzerland
if text contains Aldi, Lidl, Rewe, Edeka, Netto, Penny, Kaufland, Norma, Tegut, Globus, Marktkauf, Famila, Combi,
  Hofer, Billa, Interspar, Eurospar, Spar, MPreis, Unimarkt, Migros, Coop, Denner Discount, Volg, Manor Food, Denns,
  Alnatura, Bio Company, Nahkauf, Trinkgut, Getränke Hoffmann, Fressnapf, HIT Markt, Wasgau, Feneberg, Flink,
  Gorillas, Picnic, HelloFresh, V-Markt, "Real SB-Warenhaus", Metro Cash, Selgros, Maxi Markt, Winkler Markt, Adeg,
  Nah und Frisch
  then category groceries, payee as listed
# France, Belgium, Luxembourg
if text contains Carrefour, Leclerc, Intermarché, Auchan, Monoprix, Franprix, Super U, Hyper U, Magasins U, U Express,
  Cora, Picard Surgelés, Biocoop, Naturalia, Grand Frais, Casino Supermarché, Géant Casino, Petit Casino,
  Leader Price, Spar Supermarché, Delhaize, Colruyt, Bio-Planet, Match Supermarché, Cactus, Proxi, Vival,
  La Vie Claire, Thiriet, Intermarche, Albert Heijn, Louis Delhaize
  then category groceries, payee as listed
# Spain, Portugal
if text contains Mercadona, Supermercados Dia, Dia Market, Alcampo, Eroski, Consum, Hipercor, Supercor,
  El Corte Inglés Super, Bonpreu, Condis, Caprabo, Ahorramás, Ahorramas, Froiz, Gadis, Lupa Supermercados,
  BM Supermercados, Hiperdino, Bonarea, Coviran, La Sirena, Pingo Doce, Continente, Continente Modelo, Minipreço,
  Minipreco, Intermarché Super, Mercadão, Apolónia, Recheio, Meu Super
  then category groceries, payee as listed
# Italy
if text contains Esselunga, Conad, Ipercoop, Coop Alleanza, Unicoop, Pam Panorama, Eurospin, Despar, Iper, Tigros,
  Bennet, Crai, Sigma Supermercati, Naturasì, Naturasi, Famila Superstore, Todis, Tuodì, Il Gigante, Carrefour Market,
  Md Discount, Penny Market, Sole 365, Decò, Gros Cidac, Elite Supermercati, Prix Quality, Eataly, Cortilia
  then category groceries, payee as listed
# Netherlands
if text contains AH to go, Jumbo, Plus Supermarkt, Dirk van den Broek, Vomar, Hoogvliet, Dekamarkt, Poiesz, Nettorama,
  Boon's, Ekoplaza, Marqt, Ah Bezorgd, Spar City, Jan Linders
  then category groceries, payee as listed
# Britain, Ireland
if text contains Tesco, Sainsbury's, Sainsburys, Asda, Morrisons, Waitrose, "Marks and Spencer", "Marks & Spencer",
  M&S Food, M&S Simply Food, Iceland Foods, Ocado, Co-op, Coop Group, Budgens, Londis, Dunnes, Dunnes Stores,
  SuperValu, Centra, Whole Foods, Booths, Costcutter, Nisa, Farmfoods, Gousto, "Abel and Cole", Riverford
  then category groceries, payee as listed
# Denmark, Sweden, Norway, Finland
if text contains Rema 1000, Føtex, Foetex, Bilka, Netto Dk, SuperBrugsen, Kvickly, Meny, 365discount, Coop 365,
  Nemlig, Løvbjerg, Dagli'Brugsen, ICA, Willys, Hemköp, Hemkop, Coop Konsum, City Gross, Mathem, Lidl Sverige, Kiwi,
  Extra Coop, Bunnpris, K-Market, K-Supermarket, K-Citymarket, S-Market, Prisma, Alepa, Sokos Herkku, Tokmanni,
  Halpa-Halli, Minimani
  then category groceries, payee as listed
# Poland, Czechia, Slovakia, Hungary, Romania
if text contains Biedronka, Jeronimo Martins, Żabka, Zabka, Stokrotka, Dino Polska, Polomarket, Lewiatan,
  Delikatesy Centrum, Intermarche Pl, Frisco, Auchan Polska, Albert Hypermarket, Billa Cz, Globus Cz, Tesco Stores Cr,
  Rohlik, Košík Online, Kosik.cz, Hruška, Žabka, Coop Jednota, Flop Top, Spar Magyarorszag, CBA, Mega Image,
  Profi Rom, Kaufland Romania
  then category groceries, payee as listed
[last]
# words on shop fronts
if money out and text contains *supermarkt, supermarket, supermarkets, supermarché, supermercado, supermercados,
  supermercato, supermercati, supermarked, snabbköp, matbutik, livs, ruokakauppa, valintatalo, delikatesy, spożywczy,
  spozywczy, sklep, potraviny, večerka, *markt, market, mercado, mercato, épicerie, epicerie, alimentari,
  alimentation, alimentación, frutería, fruteria, mercearia, minimercado, grocery, groceries, grocer, greengrocer,
  *lebensmittel, *bäckerei, *baeckerei, backstube, bäcker, backerei, boulangerie, panadería, panaderia, padaria,
  panificio, panetteria, forno, *bakkerij, *bakkeri, bageri, *bageri, bakery, leipomo, piekarnia, cukiernia, pekárna,
  pekařství, *metzgerei, fleischerei, metzger, boucherie, charcuterie, carnicería, carniceria, talho, macelleria,
  slagerij, slagter, butcher, butchers, rzeźnik, řeznictví, fromagerie, poissonnerie, pescadería, peixaria, pescheria,
  *hofladen, wochenmarkt, bioladen, reformhaus, primeur, kolonial, frugt, foodstore, food store, "cash and carry",
  minimarket
  then category groceries
`;

export const drinkAndTobacco = rulesText`
if text contains Vins Nicolas, Jacques' Wein-Depot, Jacques Weindepot, Wine Rack, Majestic Wine, Gall & Gall,
  Gall en Gall, Systembolaget, Alko, Vinmonopolet, Bargain Booze, Oddbins, Mitra Slijterij, Hawesko, Vivino, Lavinia,
  Tannico, O'Briens Wine
  then category alcohol_tobacco, payee as listed
[last]
if money out and text contains wine, wines, weinhandlung, weinhaus, vinothek, enoteca, bodega, vinoteca, caviste,
  cave à vin, slijterij, liquor, off licence, spirits, spirituosen, tobacco, tobacconist, tabak, tabakwaren, tabac,
  bureau de tabac, tabacchi, tabaccheria, estanco, tabacos, tabacaria, tobakshop, tobak, trafik, trafika, kiosk tabak,
  tabakladen, wijnhandel, sigarenhandel, vinbutik, viinikauppa, alkohole, monopolowy, vinotéka, garrafeira, vape,
  *vape, licores, snus, *brauerei getränke
  then category alcohol_tobacco
`;
