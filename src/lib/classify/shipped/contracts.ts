/** Insurance, subscriptions and memberships, schools and courses. */
import {rulesText} from "./rulesText.js";

export const contracts = rulesText`
if text contains Allianz, AXA, Generali, Ergo, HUK, HUK-Coburg, HUK24, Debeka, R+V, R+V Versicherung, Signal Iduna,
  Gothaer, DEVK, LVM, Provinzial, VGH, HDI, Zurich, Zürich Versicherung, Nürnberger, Alte Leipziger, Barmenia,
  Hallesche, Cosmos Direkt, CosmosDirekt, Getsafe, Wefox, Adam Riese, ARAG, Roland Rechtsschutz, Advocard, Swiss Life,
  Hannoversche, Ergo Direkt, Württembergische, Versicherungskammer Bayern, Uniqa, Wiener Städtische,
  Wüstenrot Versicherung, Helvetia, Mobiliar, Baloise, CSS Versicherung, MAIF, MACIF, MAAF, MATMUT, GMF, Groupama,
  Groupama Assurances, AG2R, Malakoff Humanis, Harmonie Mutuelle, MGEN, Direct Assurance, Covéa, CNP Assurances,
  Pacifica, April Assurances, Alan Assurance, Luko, Ethias, AG Insurance, KBC Verzekeringen, Belfius Insurance, DKV,
  Partenamut, Solidaris, CM Mutualité, Nationale-Nederlanden, Centraal Beheer, Interpolis, Univé, Unive, FBTO,
  InShared, ANWB Verzekeren, Aegon, ASR Verzekeringen, Ohra, Zilveren Kruis, VGZ, CZ Groep, Menzis,
  DSW Zorgverzekeraar, Mapfre, Mutua Madrileña, Mutua Madrilena, Línea Directa, Linea Directa, Santalucía, Santalucia,
  Ocaso, Sanitas, Adeslas, SegurCaixa, Asisa, Catalana Occidente, Pelayo, Reale Seguros, Génesis Seguros, Fidelidade,
  Tranquilidade, Ageas, Ok Teleseguros, Logo Seguros, Lusitania Seguros, Médis, Medis, Multicare, UnipolSai, Unipol,
  Reale Mutua, Cattolica Assicurazioni, Genertel, Prima Assicurazioni, ConTe.it, Verti, Zurich Connect, Aviva,
  Admiral, Direct Line, Churchill Insurance, LV Insurance, Hastings Direct, Saga Services, Legal & General,
  "Legal and General", Bupa, Vitality Health, Esure, More Than, Irish Life, VHI Healthcare, Laya Healthcare,
  FBD Insurance, Liberty Insurance, Tryg, Topdanmark, Alm Brand, Gjensidige, Codan, Alka, Folksam, Trygg-Hansa,
  If Skadeförsäkring, If Skadeforsikring, Länsförsäkringar, Lansforsakringar, Hedvig Försäkring, Storebrand, Fremtind,
  LähiTapiola, Lahitapiola, Pohjola Vakuutus, Fennia, If Vakuutus, Turva, PZU, Warta, Ergo Hestia, Compensa, Link4,
  Nationale Nederlanden Polska, Česká pojišťovna, Kooperativa, ČSOB Pojišťovna, Direct Pojišťovna,
  Techniker Krankenkasse, Barmer, DAK, AOK, IKK, Sygic Cestovní
  then category insurance, payee as listed
if text contains Netflix, Spotify, Disney+, Disney Plus, DAZN, Sky Deutschland, Sky Österreich, Sky Ticket, WOW TV,
  Joyn, RTL+, MagentaTV, Amazon Prime, Prime Video, Amzn Prime, Audible, Kindle Unlimited, Apple.com/bill,
  Apple Services, Apple Music, iTunes, iCloud, App Store, Google One, Google Play, Google Storage, Google YouTube,
  YouTube Premium, Youtubepremium, Deezer, Tidal, SoundCloud, Napster, Qobuz, Canal+, Canal Plus, OCS, Salto, Molotov,
  BeIN Sports, Paramount+, HBO Max, Max.com, Crunchyroll, Mubi, Videoland, NLZiet, Viaplay, NPO Plus, Movistar Plus,
  Filmin, Atresplayer, Mitele, Rakuten TV, FlixOlé, Now TV, Nowtv, Sky Italia, Infinity Mediaset, TIMvision, BritBox,
  TV Licence, TV Licensing, ITVX, TV2 Play, C More, Ruutu+, Katsomo, Yle, Player.pl, Polsat Box, Canal+ Polska, Voyo,
  Microsoft 365, Microsoft*365, Office 365, Xbox Game Pass, PlayStation Plus, Playstation Network, Nintendo Online,
  Dropbox, Adobe, Adobe Systems, Canva, Notion Labs, Evernote, 1Password, LastPass, Dashlane, NordVPN, Nord VPN,
  ExpressVPN, Proton AG, ProtonMail, GitHub, OpenAI, ChatGPT, Anthropic, Claude.ai, Midjourney, Duolingo, Babbel,
  LinkedIn Premium, Patreon, Substack, Medium.com, Twitch, OnlyFans, Tinder, Bumble, Parship, ElitePartner,
  Spiegel Abo, Die Zeit, Zeit Verlag, FAZ, Süddeutsche Zeitung, Süddeutsche, taz Verlag, Handelsblatt, Le Monde,
  Le Figaro, Libération, Mediapart, L'Équipe, El País, El Pais, El Mundo, Expresso, Público Comunicação,
  Corriere della Sera, La Repubblica, Il Sole 24 Ore, De Volkskrant, NRC Media, Het Parool, De Standaard, DPG Media,
  Mediahuis, Telegraaf, The Guardian, Guardian News, The Times, Times Newspapers, Financial Times, The Economist,
  New York Times, Irish Times, Politiken, Berlingske, Jyllands-Posten, Dagens Nyheter, Svenska Dagbladet, Aftonbladet,
  Bonnier, Helsingin Sanomat, Sanoma Media, Gazeta Wyborcza, Readly, Blinkist, Storytel, BookBeat, Nextory, Everand,
  Scribd, McFit, RSG Group, John Reed, FitX, Clever Fit, Fitness First, EasyFitness, Holmes Place, Urban Sports,
  Urban Sports Club, EGYM Wellpass, Basic-Fit, Basic Fit, Fitness Park, Keep Cool, L'Orange Bleue, Neoness, SportCity,
  TrainMore, Anytime Fitness, PureGym, Pure Gym, The Gym Group, David Lloyd, Virgin Active, Nuffield Health, FlyeFit,
  Fitness World, PureGym Danmark, SATS, Nordic Wellness, Friskis, Elixia, Evo Fitness, Fressi, Multisport,
  Benefit Systems, Zdrofit, Go Fit, VivaGym, Altafit, Metropolitan Gym, Fitness Hut, Solinca, McFit Italia, Strava,
  Peloton, Calm.com, Headspace, Komoot, Rundfunk ARD ZDF, Rundfunk ARD, ARD ZDF DRadio, Beitragsservice, GIS Gebühren,
  ORF-Beitrag, OBS Haushaltsabgabe, Serafe, Canone RAI
  then category subscriptions, payee as listed
if text contains Udemy, Coursera, edX, Skillshare, LinkedIn Learning, Fernuniversität, IU Internationale Hochschule,
  Fernuni Hagen, Studierendenwerk, Studentenwerk, AStA, ÖH Beitrag, Open University, DUO Hoger Onderwijs, VHS,
  Volkshochschule, Goethe Institut, Goethe-Institut, Alliance Française, British Council, Berlitz,
  Instituto Cervantes, Wall Street English, Kumon, Schülerhilfe, Studienkreis, Acadomia, Montessori, Waldorfschule,
  CNED
  then category education, payee as listed
[last]
if text contains *versicherung, *versicherungen, versicherungsbeitrag, krankenkasse, krankenversicherung,
  haftpflicht*, hausrat*, rechtsschutz*, kfz-versicherung, lebensversicherung, insurance, insurances, assurance,
  assurances, mutuelle, prime assurance, seguro, seguros, prima seguro, assicurazione, assicurazioni, polizza,
  verzekering, verzekeringen, *verzekering, zorgverzekering, forsikring, *forsikring, försäkring, *försäkring,
  vakuutus, *vakuutus, ubezpieczenie, ubezpieczenia, składka ubezpieczeniowa, pojištění, pojišťovna, poistenie,
  biztosítás, asigurare, asigurări, insurer, policenbeitrag, vorsorge beitrag
  then category insurance
if money out and text contains abo, abonnement, *abonnement, *abo, abonnements, suscripción, suscripcion,
  subscription, assinatura, abbonamento, abonament, prenumeration, tilaus, předplatné, subscr, membership fee,
  streaming, rundfunk*, rundfunkbeitrag, public broadcasting, broadcasting, tv licence, redevance tv, licence fee,
  kijk- en luistergeld, medielicens, poplatek tv, fitness*, fitnessstudio, fitnesscenter, gym*, *gym, gimnasio,
  ginásio, ginasio, palestra, sportschool, salle de sport, kuntosali, siłownia, posilovna, crossfit, zeitung,
  *zeitung, zeitschrift*, newspaper, journal abonnement, krant, periódico, giornale, cloud*, hosting, webhosting,
  domain*, vpn, mitgliedschaft
  then category subscriptions
if money out and text contains schule, *schule, schulgeld, schulgebühr, semesterbeitrag, studiengebühr*, universität,
  university, université, universidad, universidade, università, universiteit, universitet, yliopisto, uniwersytet,
  univerzita, hochschule, *hochschule, college, school, school fees, tuition, école, ecole, collège, lycée,
  frais de scolarité, scolarité, colegio, escuela, matrícula, academia, escola, colégio, propinas, scuola,
  retta scolastica, tasse universitarie, *school, schoolgeld, collegegeld, skole, *skole, skola, förskola, koulu,
  szkoła, czesne, škola, školné, kita, kita-gebühr, kita beitrag, *kita, kindergarten, *kindergarten, kinderkrippe,
  krippe, tagesmutter, elternbeitrag, hort, nursery, preschool, childcare, crèche, creche, guardería, guarderia,
  infantário, asilo nido, asilo infantile, kinderopvang, kinderdagverblijf, børnehave, vuggestue, dagis, barnehage,
  päiväkoti, przedszkole, żłobek, mateřská škola, cantine scolaire, comedor escolar, mensa scolastica, course,
  courses, kurs, *kurs, sprachkurs, sprachschule, language school, cours de langue, curso, cursos, corso, corsi,
  cursus, kursus, kurssi, szkolenie, kurz, fahrschule, driving school, auto-école, autoescuela, autoscuola, rijschool,
  køreskole, körskola, nachhilfe, tutoring, tutor, seminar*, workshop, training course
  then category education
`;
