/** Restaurants, cafés, bars, deliveries. */
import {rulesText} from "./rulesText.js";

export const eatingOut = rulesText`
if text contains McDonald's, McDonalds, Burger King, KFC, Subway, Pizza Hut, Domino's, Dominos, Domino's Pizza,
  Starbucks, Costa Coffee, Nordsee, Vapiano, L'Osteria, Hans im Glück, Five Guys, Dunkin, Pret A Manger, Nando's,
  Nandos, Greggs, Wagamama, PizzaExpress, Wetherspoon, JD Wetherspoon, Caffè Nero, Caffe Nero, Itsu, Leon Restaurants,
  Supermac's, Insomnia Coffee, Flunch, Buffalo Grill, Hippopotamus, Courtepaille, Brioche Dorée, La Mie Câline,
  Telepizza, 100 Montaditos, Goiko, Foster's Hollywood, VIPS, Rodilla, Autogrill, Old Wild West, Roadhouse,
  Chef Express, La Piadineria, Spontini, FEBO, La Place, Bagels & Beans, New York Pizza, Max Burgers, Max Hamburgare,
  Espresso House, Joe & the Juice, Lagkagehuset, Sunset Boulevard, Hesburger, Fafa's, Kotipizza, Rax, Wayne's Coffee,
  North Fish, Costa Coffee Pl, Pizza Portal, Bageterie Boulevard, Tchibo Café, Backwerk, Le Crobag, Dean & David,
  Dean&David, Block House, Maredo, Peter Pane, Nordsee Gmbh, Telepizza Portugal, H3, Padaria Portuguesa, Ben & Jerry's
  then category restaurants, payee as listed
if text contains Lieferando, Takeaway.com, Thuisbezorgd, Just Eat, Uber Eats, UberEats, Deliveroo, Wolt, Foodora,
  Glovo, Foodpanda, Too Good To Go, Pyszne.pl, Pyszne, Dáme jídlo, Bolt Food, TooGoodToGo, Delivery Hero, Foodhub,
  Dineout
  then category restaurants, payee as listed
[last]
if money out and text contains restaurant, restaurants, *restaurant, restaurante, ristorante, ristorant, restaurang,
  *restaurang, ravintola, restauracja, restaurace, resto, café, cafe, cafè, caffè, caffe, *café, *cafe, kaffee,
  *kaffee, coffee, coffeeshop, kahvila, kavárna, kavarna, kawiarnia, kaffebar, konditorei, konditori, bistro, bistrot,
  brasserie, trattoria, osteria, pizzeria, pizza, *pizza, *pizzeria, taverna, taberna, tapas, cervecería, cerveceria,
  cafetería, cafeteria, pastelaria, pasticceria, pâtisserie, patisserie, gelateria, *gelato, eiscafé, eisdiele,
  glacier, imbiss, *imbiss, döner, doner, kebab, kebap, *kebab, gasthaus, gasthof, wirtshaus, gaststätte, gaststaette,
  biergarten, *stube, heuriger, beisl, eethuis, eetcafe, lunchroom, snackbar, frituur, friterie, crêperie, creperie,
  bar, snack bar, wine bar, cocktail*, pub, the pub, inn, tavern, grill, steakhouse, burger, burgers, *burger, sushi,
  ramen, wok, noodle*, thai, *kantine, kantine, mensa, canteen, cantine, cantina, mensa*, catering, food truck,
  foodtruck, diner, bodegón, mesón, meson, churrasqueira, marisqueria, marisquería, rotisserie, krog, *krogen,
  värdshus, kro, grillbar, hospoda, pivnice, pivovar, bar mleczny, pierogarnia, lounas, lounasravintola, tearoom,
  tea room, hamburger*
  then category restaurants
`;
