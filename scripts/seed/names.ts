/**
 * Names of people, companies and parties, made with faker's own lists of each country, seeded. Only the few
 * thousand entities use it; nothing that is drawn per payment does.
 */
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

const fakers = {
  AT: austrian,
  BE: belgian,
  DE: german,
  ES: spanish,
  FI: finnish,
  FR: french,
  IE: english,
  IT: italian,
  NL: dutch,
  PT: portuguese,
};

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
  jobTitle(): string;
}

/** A sequence of names; the same seed gives the same sequence. */
export function createNames(seed: number): Names {
  for (const faker of Object.values(fakers)) faker.seed(seed);
  return {
    person: (country) =>
      `${fakers[country].person.firstName()} ${fakers[country].person.lastName()}`,
    surname: (country) => fakers[country].person.lastName(),
    company(country) {
      const faker = fakers[country];
      const form = faker.helpers.arrayElement(legalForms[country]);
      const [first, second] = [faker.person.lastName(), faker.person.lastName()];
      return faker.datatype.boolean(0.3) ? `${first} & ${second} ${form}` : `${first} ${form}`;
    },
    jobTitle: () => english.person.jobTitle(),
  };
}
