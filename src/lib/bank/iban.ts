/**
 * International bank account numbers (ISO 13616), with the check digits of ISO 7064 MOD 97-10.
 */

/** The IBAN of a country and its national account number (digits and capitals), without spaces. */
export function iban(country: string, accountNumber: string): string {
  const check = 98 - remainder(`${accountNumber}${country}00`);
  return `${country}${String(check).padStart(2, "0")}${accountNumber}`;
}

function remainder(text: string): number {
  let value = 0;
  for (const character of text) {
    const digits = Number.parseInt(character, 36);
    value = (value * (digits > 9 ? 100 : 10) + digits) % 97;
  }
  return value;
}
