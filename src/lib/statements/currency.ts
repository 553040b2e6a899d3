/** Currencies as statements write them. */

const codes = new Set(
  (
    "EUR USD GBP CHF SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD UAH RUB TRY ILS AED SAR QAR KWD JPY CNY CNH HKD TWD KRW " +
    "SGD THB IDR MYR PHP VND INR PKR LKR BDT AUD NZD CAD MXN BRL ARS CLP COP PEN UYU ZAR EGP MAD TND NGN KES GHS GEL " +
    "AMD KZT MDL ALL MKD BAM BYN LTL LVL EEK SKK SIT MTL GBX DEM"
  ).split(" "),
);

const signs: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  $: "USD",
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  CA$: "CAD",
  HK$: "HKD",
  S$: "SGD",
  NZ$: "NZD",
  R$: "BRL",
  "¥": "JPY",
  kr: "",
  "kr.": "",
  ",-": "",
  Kč: "CZK",
  Kc: "CZK",
  zł: "PLN",
  zl: "PLN",
  Ft: "HUF",
  Fr: "CHF",
  "Fr.": "CHF",
  SFr: "CHF",
  "SFr.": "CHF",
  "₺": "TRY",
  "₴": "UAH",
  "₽": "RUB",
  "₪": "ILS",
  "₹": "INR",
  "₩": "KRW",
  euro: "EUR",
  euros: "EUR",
  euroa: "EUR",
  lei: "RON",
};

const byFolded = new Map(Object.entries(signs).map(([sign, code]) => [sign.toLowerCase(), code]));

/** The ISO code of a code or sign; empty where the sign is of several (`$`, `kr`), undefined where it is neither. */
export function currencyOf(word: string): string | undefined {
  if (word.length > 5) return undefined;
  const upper = word.toUpperCase();
  return codes.has(upper) ? upper : byFolded.get(word.toLowerCase());
}

/** The one currency that a heading or a line names, such as `Amount (EUR)`; empty where it names none or several. */
export function currencyNamed(text: string): string {
  const found = new Set<string>();
  for (const word of text.slice(0, 500).match(/\p{L}+|[€£$]/gu) ?? []) {
    const isName = /^(\p{Lu}{3}|[€£$]|euroa?s?|EUROA?S?|Euros?|Kč|zł|Ft)$/u.test(word);
    const code = isName ? currencyOf(word) : undefined;
    if (code) found.add(code);
  }
  // `CAD$` is no dollar of the United States
  if (found.size > 1) found.delete("USD");
  return found.size === 1 ? [...found][0]! : "";
}
