/**
 * The parties outside the bank. The same ones exist however many customers there are, so that adding a
 * customer changes nobody's shop, landlord or employer.
 */
import type {PartyCode} from "../../src/lib/bank/codes.js";
import {pick, stream} from "../../src/lib/stream.js";
import {cardCategories, cardCategoryNames} from "./cardCategories.js";
import {homeBank} from "./homeBank.js";
import type {Names} from "./names.js";
import {type CountryCode, cities, countries} from "./places.js";
import type {Texts} from "./texts.js";

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: CountryCode;
  readonly mcc: string;
}

const groceryChains = ["Nordkauf", "Solmarkt", "Frischland", "Bonpanier", "Mercaluz"];
const streaming = ["Filmbox", "Tunewave", "Serienland", "Cloudsafe", "Newsdesk", "Gymflat"];
const onlineShops = ["Kaufhafen", "Zapatoo", "Bücherwelt Online", "Elektrino", "Modalino"];
const hotels = ["Hotel Bellavista", "Hôtel du Lac", "Pensão Atlântica", "Alpenhof", "Casa Azul"];
const carriers = ["Eurolink Rail", "Nordwind Air", "Sol Ferries", "Costa Airways", "Nachtzug"];
const clubs = ["Sports Club", "Choir", "Allotments", "Music School"];
const brands = ["Vento", "Helio", "Aurora", "Borealis", "Terra"];

/** How many parties of a kind there are in a city, in a country, and in all. */
const perCityCount = {landlords: 14, employers: 16, people: 16, clubs: 4, managers: 3, notaries: 2};
const perCountryCount = {
  utilities: 3,
  waterworks: 2,
  telecoms: 3,
  insurers: 3,
  lenders: 2,
  lessors: 2,
  schools: 2,
};
const inAll = {suppliers: 300, customers: 300, agencies: 20, investors: 20};
/** So many of a city's supermarkets belong to a chain; the last one does not. */
const chainShops = 4;

/** In the place of an outside party where there is none. */
export const noParty = -1 as PartyCode;

/** The parties by what they are for; every list holds indices. */
export class Outside {
  readonly parties: Party[] = [];
  /** The text of a payment with a party, by its index. */
  readonly texts: number[] = [];
  /** Shops of a city (by its number) and card category (by its number). */
  readonly shops: PartyCode[][][];
  readonly online: PartyCode[];
  readonly subscriptions: PartyCode[];
  readonly travel: PartyCode[];
  readonly landlords: PartyCode[][];
  readonly employers: PartyCode[][];
  readonly people: PartyCode[][];
  readonly ownAccounts: Record<CountryCode, PartyCode>;
  readonly utilities: Record<CountryCode, readonly PartyCode[]>;
  readonly waterworks: Record<CountryCode, readonly PartyCode[]>;
  readonly telecoms: Record<CountryCode, readonly PartyCode[]>;
  readonly insurers: Record<CountryCode, readonly PartyCode[]>;
  readonly lenders: Record<CountryCode, readonly PartyCode[]>;
  readonly lessors: Record<CountryCode, readonly PartyCode[]>;
  readonly schools: Record<CountryCode, readonly PartyCode[]>;
  readonly broadcasters: Record<CountryCode, PartyCode>;
  /** Clubs and managers of shared houses, by city. */
  readonly clubs: PartyCode[][];
  readonly managers: PartyCode[][];
  readonly notaries: PartyCode[][];
  readonly pension: Record<CountryCode, PartyCode>;
  readonly benefits: Record<CountryCode, PartyCode>;
  readonly taxOffice: Record<CountryCode, PartyCode>;
  readonly socialFund: Record<CountryCode, PartyCode>;
  readonly suppliers: PartyCode[];
  readonly customers: PartyCode[];
  readonly agencies: PartyCode[];
  readonly investors: PartyCode[];
  readonly acquirer: PartyCode;
  readonly cashMachine: PartyCode;
  readonly bank: PartyCode;
  readonly market: PartyCode;

  constructor(seed: number, names: Names, texts: Texts) {
    const draw = stream(seed, "outside");
    const codes = Object.keys(countries) as CountryCode[];
    const country = () => pick(draw, codes);
    const add = (name: string, kind: string, where: CountryCode, mcc = ""): PartyCode => {
      const index = this.parties.length as PartyCode;
      this.parties.push({
        id: `cp-${String(index + 1).padStart(5, "0")}`,
        name,
        kind,
        country: where,
        mcc,
      });
      this.texts.push(texts.of(name));
      return index;
    };
    const each = (count: number, make: (index: number) => PartyCode): PartyCode[] =>
      Array.from({length: count}, (_, index) => make(index));
    const byCountry = <T>(make: (code: CountryCode) => T): Record<CountryCode, T> =>
      Object.fromEntries(codes.map((code) => [code, make(code)])) as Record<CountryCode, T>;
    const branded = (kind: string, word: string, count: number, mcc = "") =>
      byCountry((code) =>
        each(count, (index) =>
          add(`${brands[index % brands.length]} ${word} ${code}`, kind, code, mcc),
        ),
      );

    this.bank = add(homeBank.name, "bank", homeBank.country);
    this.market = add("Euro Clearing House", "market", "BE");
    this.acquirer = add("Cardstream Acquiring", "acquirer", "NL");
    this.cashMachine = add("Cash machine", "cash", homeBank.country, "6011");
    this.shops = cities.map((city) =>
      cardCategoryNames.map((category) => {
        const {mcc, shops, styles} = cardCategories[category];
        return each(shops, (index) => {
          const name =
            category === "groceries" && index < chainShops
              ? `${groceryChains[index]} ${city.name}`
              : `${pick(draw, styles)} ${names.surname(city.country)}`;
          return add(name, "merchant", city.country, mcc);
        });
      }),
    );
    this.online = onlineShops.map((name) => add(name, "merchant", country(), "5969"));
    this.subscriptions = streaming.map((name) => add(name, "merchant", country(), "4899"));
    this.travel = [
      ...hotels.map((name) => add(name, "merchant", country(), "7011")),
      ...carriers.map((name) => add(name, "merchant", country(), "4511")),
    ];
    const perCity = (kind: string, count: number, name: (code: CountryCode) => string) =>
      cities.map((city) => each(count, () => add(name(city.country), kind, city.country)));
    this.landlords = perCity("landlord", perCityCount.landlords, (code) => names.person(code));
    this.employers = perCity("employer", perCityCount.employers, (code) => names.company(code));
    this.people = perCity("person", perCityCount.people, (code) => names.person(code));
    this.ownAccounts = byCountry((code) => add(`Own account elsewhere, ${code}`, "bank", code));
    this.utilities = branded("utility", "Energie", perCountryCount.utilities, "4900");
    this.waterworks = branded("utility", "Water", perCountryCount.waterworks, "4900");
    this.telecoms = branded("telecom", "Mobil", perCountryCount.telecoms, "4814");
    this.insurers = branded("insurer", "Insurance", perCountryCount.insurers, "6300");
    this.lenders = branded("lender", "Home Loans", perCountryCount.lenders);
    this.lessors = branded("lessor", "Car Finance", perCountryCount.lessors);
    this.schools = branded("school", "Nursery and School", perCountryCount.schools, "8211");
    this.broadcasters = byCountry((code) => add(`Public Broadcasting ${code}`, "authority", code));
    this.clubs = perCity(
      "club",
      perCityCount.clubs,
      (code) => `${pick(draw, clubs)} ${names.surname(code)}`,
    );
    this.managers = perCity(
      "landlord",
      perCityCount.managers,
      (code) => `${names.surname(code)} House Management`,
    );
    this.notaries = perCity(
      "notary",
      perCityCount.notaries,
      (code) => `Notary ${names.surname(code)}`,
    );
    this.pension = byCountry((code) => add(`State Pension Fund ${code}`, "authority", code));
    this.benefits = byCountry((code) =>
      add(`Employment and Student Office ${code}`, "authority", code),
    );
    this.taxOffice = byCountry((code) => add(`Tax Office ${code}`, "authority", code));
    this.socialFund = byCountry((code) => add(`Social Security ${code}`, "authority", code));
    this.suppliers = each(inAll.suppliers, () => {
      const code = country();
      return add(names.company(code), "supplier", code);
    });
    this.customers = each(inAll.customers, () => {
      const code = country();
      return add(names.company(code), "customer", code);
    });
    this.agencies = each(inAll.agencies, () => {
      const code = country();
      return add(`Agency ${names.surname(code)}`, "supplier", code, "7311");
    });
    this.investors = each(inAll.investors, () => {
      const code = country();
      return add(`${names.surname(code)} Capital`, "investor", code);
    });
  }
}
