/**
 * Names of people, companies and parties, made with faker's own lists of each country, seeded. Only the few
 * thousand entities use it; nothing that is drawn per payment does.
 */
import type {Faker} from "@faker-js/faker";
import {faker as german} from "@faker-js/faker/locale/de";
import {faker as austrian} from "@faker-js/faker/locale/de_AT";
import {faker as english} from "@faker-js/faker/locale/en_IE";
import {faker as spanish} from "@faker-js/faker/locale/es";
import {faker as finnish} from "@faker-js/faker/locale/fi";
import {faker as french} from "@faker-js/faker/locale/fr";
import {faker as italian} from "@faker-js/faker/locale/it";
import {faker as dutch} from "@faker-js/faker/locale/nl";
import {faker as belgian} from "@faker-js/faker/locale/nl_BE";
import {faker as portuguese} from "@faker-js/faker/locale/pt_PT";
import type {CountryCode} from "./places.js";

const sources = {
  AT: namesOf(austrian),
  BE: namesOf(belgian),
  DE: namesOf(german),
  ES: namesOf(spanish),
  FI: namesOf(finnish),
  FR: namesOf(french),
  IE: namesOf(english),
  IT: namesOf(italian),
  NL: namesOf(dutch),
  PT: namesOf(portuguese),
};

/** The share of companies that are called after two partners. */
const partnersShare = 0.3;
const legalForms: Readonly<Record<CountryCode, readonly string[]>> = {
  AT: ["GmbH", "KG"],
  BE: ["BV", "SRL"],
  DE: ["GmbH", "KG", "UG"],
  ES: ["S.L.", "S.A."],
  FI: ["Oy"],
  FR: ["SARL", "SAS"],
  IE: ["Ltd"],
  IT: ["S.r.l.", "S.p.A."],
  NL: ["B.V."],
  PT: ["Lda."],
};

export interface Names {
  person(country: CountryCode): string;
  surname(country: CountryCode): string;
  company(country: CountryCode): string;
}

/** A sequence of names; the same seed gives the same sequence. */
export function createNames(seed: number): Names {
  for (const {faker} of Object.values(sources)) faker.seed(seed);
  const surname = (country: CountryCode) => {
    const {faker, surnames} = sources[country];
    return faker.helpers.arrayElement(surnames);
  };
  return {
    surname,
    person(country) {
      const {faker, firstNames} = sources[country];
      return `${faker.helpers.arrayElement(firstNames)} ${surname(country)}`;
    },
    company(country) {
      const {faker} = sources[country];
      const form = faker.helpers.arrayElement(legalForms[country]);
      const [first, second] = [surname(country), surname(country)];
      return faker.datatype.boolean(partnersShare)
        ? `${first} & ${second} ${form}`
        : `${first} ${form}`;
    },
  };
}

/** The lists of names of a locale, read once: faker's own methods weigh patterns anew for each name. */
function namesOf(faker: Faker) {
  const {first_name: first, last_name: last} = faker.definitions.person;
  const firstNames = [...(first.female ?? []), ...(first.male ?? [])];
  const surnames = last.generic ?? [...(last.female ?? []), ...(last.male ?? [])];
  return {faker, firstNames, surnames};
}
