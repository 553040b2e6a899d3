/**
 * Where the bank does business: cities with their inhabitants (rounded from the national offices' 2023
 * figures) and rent levels, and the countries' pay and tax. Standard VAT and statutory corporate tax rates
 * of 2025, in basis points; `pay` is net pay against the average of these countries, of a city against that of its
 * country. `extraPay` has the calendar months in which a thirteenth and a fourteenth salary are paid where they are the
 * custom or the law (AT, ES and PT: two, IT: one); a year's pay is then cut into as many parts.
 */
export interface Country {
  readonly pay: number;
  readonly extraPay: readonly number[];
  readonly vatBps: number;
  readonly corporateTaxBps: number;
}

export const countries = {
  AT: {pay: 1.12, extraPay: [6, 11], vatBps: 2000, corporateTaxBps: 2300},
  BE: {pay: 1.1, extraPay: [], vatBps: 2100, corporateTaxBps: 2500},
  DE: {pay: 1.12, extraPay: [], vatBps: 1900, corporateTaxBps: 2990},
  ES: {pay: 0.82, extraPay: [6, 12], vatBps: 2100, corporateTaxBps: 2500},
  FI: {pay: 1.1, extraPay: [], vatBps: 2550, corporateTaxBps: 2000},
  FR: {pay: 1.0, extraPay: [], vatBps: 2000, corporateTaxBps: 2580},
  IE: {pay: 1.25, extraPay: [], vatBps: 2300, corporateTaxBps: 1250},
  IT: {pay: 0.85, extraPay: [12], vatBps: 2200, corporateTaxBps: 2780},
  NL: {pay: 1.18, extraPay: [], vatBps: 2100, corporateTaxBps: 2580},
  PT: {pay: 0.62, extraPay: [6, 11], vatBps: 2300, corporateTaxBps: 3050},
} as const satisfies Record<string, Country>;

export type CountryCode = keyof typeof countries;

export interface City {
  readonly name: string;
  readonly country: CountryCode;
  readonly population: number;
  readonly rentIndex: number;
  /** Net pay against the average of the bank's countries. */
  readonly pay: number;
}

const city = (
  name: string,
  country: CountryCode,
  population: number,
  rentIndex: number,
  pay: number,
): City => ({
  name,
  country,
  population,
  rentIndex,
  pay: countries[country].pay * pay,
});

export const cities: readonly City[] = [
  city("Amsterdam", "NL", 921_000, 1.42, 1.06),
  city("Barcelona", "ES", 1_660_000, 1.12, 1.03),
  city("Berlin", "DE", 3_755_000, 1.05, 0.97),
  city("Brussels", "BE", 1_235_000, 0.95, 1.0),
  city("Dublin", "IE", 593_000, 1.58, 1.05),
  city("Graz", "AT", 298_000, 0.8, 0.95),
  city("Hamburg", "DE", 1_892_000, 1.1, 1.05),
  city("Helsinki", "FI", 675_000, 1.02, 1.0),
  city("Cologne", "DE", 1_085_000, 1.04, 1.0),
  city("Leipzig", "DE", 616_000, 0.74, 0.86),
  city("Lisbon", "PT", 546_000, 0.98, 1.12),
  city("Lyon", "FR", 522_000, 0.97, 0.97),
  city("Madrid", "ES", 3_332_000, 1.08, 1.06),
  city("Marseille", "FR", 873_000, 0.85, 0.9),
  city("Milan", "IT", 1_372_000, 1.2, 1.14),
  city("Munich", "DE", 1_512_000, 1.45, 1.14),
  city("Nantes", "FR", 323_000, 0.86, 0.92),
  city("Naples", "IT", 917_000, 0.7, 0.84),
  city("Paris", "FR", 2_103_000, 1.5, 1.16),
  city("Porto", "PT", 232_000, 0.76, 0.94),
  city("Rome", "IT", 2_755_000, 0.98, 1.0),
  city("Rotterdam", "NL", 664_000, 1.1, 0.96),
  city("Valencia", "ES", 808_000, 0.8, 0.92),
  city("Vienna", "AT", 2_006_000, 0.96, 1.03),
];

/** How likely a customer lives in each city: large cities draw more, but less than their share. */
export const cityWeights: readonly number[] = cities.map(({population}) => Math.sqrt(population));
