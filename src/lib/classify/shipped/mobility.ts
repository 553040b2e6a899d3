/** Fuel, public transport, taxis, parking, cars; journeys and hotels. */
import {rulesText} from "./rulesText.js";

export const mobility = rulesText`
if text contains Shell, Aral, Esso, TotalEnergies, Total Access, Total Station, OMV, Agip, Eni Station, Repsol, Cepsa,
  Galp, Prio, BP Station, "BP Oil", Circle K, OKQ8, Q8, Preem, St1, Neste, ABC Liikennemyymälä, Teboil, Orlen,
  PKN Orlen, Lotos, Slovnaft, Benzina, Avia, HEM Tankstelle, Westfalen Tankstelle, Tamoil, IP Gruppo Api,
  Tango Tankstation, Tinq, Texaco, Applegreen, Topaz Energy, Maxol, F24, UnoX, Uno-X, YX, Plenoil, Ballenoil, Moeve,
  Petroprix, Lukoil, Gulf Oil, Classic Tankstelle, Sprint Tankstelle
  then category transport, payee as listed
if text contains Deutsche Bahn, DB Vertrieb, DB Fernverkehr, DB Bahn, BVG, HVV, MVG, MVV, VBB, KVB, Rheinbahn, RMV,
  VRR, VVS, LVB, DVB, Deutschlandticket, ÖBB, OEBB, Wiener Linien, WESTbahn, SBB, SBB CFF FFS, ZVV, SNCF,
  SNCF Connect, RATP, Navigo, Île-de-France Mobilités, TCL Lyon, Tisséo, Keolis, SNCB, NMBS, STIB, MIVB, De Lijn,
  TEC Wallonie, NS Groep, NS Reizigers, OV-chipkaart, OVpay, OV Pay, GVB, HTM, Arriva, Connexxion, Qbuzz, Renfe,
  Metro de Madrid, Consorcio Transportes, EMT Madrid, TMB, Ouigo España, FGC, Metrovalencia, CP Comboios, Carris,
  Metropolitano de Lisboa, Metro do Porto, STCP, Viva Viagem, Trenitalia, Italotreno, Trenord, ATM Milano, ATAC,
  ANM Napoli, GTT, TfL, TfL Travel, Transport for London, Trainline, National Rail, GWR, LNER, Avanti West Coast,
  Northern Rail, Stagecoach, National Express, Irish Rail, Iarnrod Eireann, Dublin Bus, Leap Card, Luas, Bus Eireann,
  DSB, Rejsekort, Movia, Metroselskabet, SJ AB, SJ Biljett, SL Access, Storstockholms Lokaltrafik, Västtrafik,
  Vasttrafik, Skånetrafiken, Skanetrafiken, Ruter, HSL, HSL Mobiili, VR-Yhtymä, VR Matkalippu, Matkahuolto,
  PKP Intercity, Koleje Mazowieckie, ZTM Warszawa, MPK, Jakdojade, SkyCash, České dráhy, Ceske drahy, RegioJet,
  Leo Express, DPP, PID Lítačka, FlixBus, Flixtrain, BlaBlaCar, Eurolines, Uber, Uber Trip, Bolt, Bolt.eu, Free Now,
  FREENOW, Cabify, Taxify, Gett, Sixt Share, Share Now, Miles Mobility, Stadtmobil, Cambio Carsharing, Flinkster,
  Greenwheels, MyWheels, Getaround, Zipcar, Enjoy Eni, Tier Mobility, Lime Ride, Voi, Voi Technology, Dott Scooter,
  Nextbike, Donkey Republic, Swapfiets, Vélib, Velib, Bicing, Traficar, Panek
  then category transport, payee as listed
if text contains ADAC, ÖAMTC, OEAMTC, ANWB, RAC Motoring, AA Breakdown, EasyPark, PayByPhone, ParkNow, Parkster,
  APCOA, Q-Park, Contipark, Indigo Park, Saemes, Effia, Interparking, Parkmobile, Yellowbrick, RingGo, NCP, Telepass,
  Autostrade, Autostrade per l'Italia, Via Verde, ASFINAG, Vinci Autoroutes, APRR, Sanef, Bip&Go, Ulys, Autopistas,
  Abertis, Vialtis, Telpark, Euro Car Parks, JustPark, Brobizz, Sund & Bælt, A.T.U, ATU Auto-Teile, Euromaster,
  Norauto, Feu Vert, Midas, Speedy, Halfords, Kwik Fit, Kwik-Fit, Feuvert, Vergölst, Pitstop, TÜV, TÜV Süd, Dekra,
  IONITY, EnBW Mobility, Fastned, Allego, Tesla Supercharger, NewMotion, Shell Recharge, Mer Germany,
  Volkswagen Leasing, ALD Automotive, Ayvens, LeasePlan, Arval, Alphabet, Athlon, Mercedes-Benz Leasing, BMW Bank,
  Renault Bank, Toyota Kreditbank, Santander Consumer, RCI Banque
  then category transport, payee as listed
[last]
if money out and text contains *tankstelle, tankstelle, tanken, station service, carburant, gasolinera, gasóleo,
  estación de servicio, combustible, carburante, distributore, benzinaio, bomba de gasolina, posto de abastecimento,
  *tankstation, tankstation, benzin, *benzin, bensin, bensinstation, huoltoasema, polttoaine, stacja paliw, paliwo,
  čerpací stanice, petrol, fuel, filling station, gas station, service station, transit, city transit,
  public transport, *verkehrsbetriebe, *verkehr, verkehrsverbund, nahverkehr, s-bahn, u-bahn, strassenbahn, fahrkarte,
  fahrkarten, fahrschein, fahrausweis, bahncard, jobticket, semesterticket, monatskarte, métro, metro, tram, tramway,
  autobus, bus, billet de train, transports, transportes, trasporti, trasporto, treno, tren, cercanías, comboios,
  vervoer, trein, tog, tåg, buss, juna, bussi, kolej, komunikacja miejska, pociąg, vlak, jízdenka, jízdné, railway,
  railways, rail, train, taxi, taxis, *taxi, táxi, taksi, cab, minicab, parking, parkhaus, parkplatz, parkschein,
  *parking, parcheggio, aparcamiento, estacionamiento, estacionamento, parkeren, parkering, parkeringsplats,
  pysäköinti, parkování, parkovné, car park, péage, peage, peaje, pedaggio, portagem, toll, tolls, maut, vignette,
  autowerkstatt, *werkstatt, kfz, autohaus, garage, taller, officina, autofficina, oficina auto, bilverksted,
  verkstad, autokorjaamo, warsztat, autoservis, reifen*, pneu*, car wash, waschanlage, autowasch*, lavage auto,
  autolavaggio, car finance, autofinanzierung, leasing, autolease, carsharing, car sharing, e-scooter, elbil,
  ladesäule, laden strom, recharge, kfz-steuer, kraftfahrzeugsteuer, road tax, motor tax
  then category transport
`;

export const journeys = rulesText`
if text contains Booking.com, Booking, Airbnb, Expedia, Hotels.com, Trivago, HRS, Agoda, Hostelworld, Vrbo,
  FeWo-direkt, Interhome, Opodo, eDreams, Kiwi.com, Lastminute, Lastminute.com, Check24 Reise, TUI, DER Touristik,
  FTI, Alltours, Neckermann, Thomas Cook, Jet2, Jet2holidays, On the Beach, Club Med, Center Parcs, Belambra,
  Pierre & Vacances, Logitravel, Viajes El Corte Inglés, Halcón Viajes, Sunweb, D-reizen, Corendon, Apollo Rejser,
  Ving, Spies Rejser, Tjäreborg, Aurinkomatkat, Itaka, Rainbow Tours, Čedok, CK Fischer, Accor, Ibis, Novotel,
  Mercure, Hilton, Marriott, Holiday Inn, Premier Inn, Travelodge, Motel One, B&B Hotels, Hotel F1, Kyriad, NH Hotels,
  Meliá, Melia, Barceló, Paradores, Scandic, Sokos Hotels, Best Western, Radisson, A&O Hostels, DJH, Meininger,
  Lufthansa, Eurowings, Condor, Ryanair, EasyJet, Wizz Air, Wizzair, Vueling, Iberia, Air Europa, Volotea, Air France,
  Transavia, KLM, Brussels Airlines, TAP Air Portugal, TAP Portugal, ITA Airways, Alitalia, British Airways,
  Aer Lingus, SAS Scandinavian, Norwegian Air, Finnair, LOT Polish, Smartwings, Swiss International,
  Austrian Airlines, Emirates, Turkish Airlines, Qatar Airways, Air Dolomiti, Eurostar, Thalys, Interrail, Eurail,
  Nightjet, Stena Line, DFDS, Viking Line, Tallink, Silja Line, Color Line, Brittany Ferries, P&O Ferries,
  Corsica Ferries, Grimaldi, Moby Lines, Baleària, Trasmediterranea, Scandlines, Sixt, Europcar, Hertz, Avis,
  Enterprise Rent, Budget Rent, Goldcar, Record Go, Sunny Cars, Rentalcars, AIDA, MSC Crociere, Costa Crociere
  then category travel, payee as listed
[last]
if money out and text contains hotel, *hotel, hotels, hôtel, hôtels, hotelli, albergo, pensão, pousada, posada,
  pensione, pension zimmer, hostal, hostel, hostels, *hostel, jugendherberge, auberge, gîte, gite, chambre d'hôtes,
  b&b, "bed and breakfast", ferienwohnung, ferienhaus, camping, campingplatz, *camping, vandrarhjem, kemping, nocleg,
  ubytování, motel, resort, aparthotel, lodge, alojamento, alojamiento, agriturismo, *alpenhof, reisebüro, reisen,
  *reisen, agence de voyage, voyages, viajes, viagens, viaggi, reizen, rejser, resor, matkat, biuro podróży, cestovní,
  travel, travels, holidays, airline, airlines, airways, air, flug*, flight*, vuelo*, vol aérien, volo, voos, vlucht*,
  lento, lot lotniczy, letenka, airport, flughafen, aéroport, aeropuerto, aeroporto, luchthaven, lufthavn, flygplats,
  lentoasema, lotnisko, letiště, ferry, ferries, fähre, faehre, traghetti, *fähre, færge, färja, nachtzug,
  night train, cruise*, kreuzfahrt*, croisière*, crociera, rent a car, car rental, autovermietung, mietwagen,
  location voiture, alquiler de coche*, alquiler de vehículos, noleggio auto, autoverhuur
  then category travel
`;
