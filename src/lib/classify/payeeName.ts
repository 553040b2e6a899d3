/**
 * The name of the other side in a bank's text, without what the bank puts around it: how it was paid, references,
 * dates, terminals, account numbers, legal forms. `KARTENZAHLUNG REWE SAGT DANKE 41237//BERLIN/DE 2025-03-04` is `Rewe
 * Sagt Danke Berlin`. It is good enough to see that two payments went to one place; the name of a shop that is known
 * comes from a rule.
 */
import {type Payment, writtenPayee, writtenText} from "./payment.js";
import {plainWords} from "./plainWords.js";

/**
 * What a SEPA text names before its values; of these only the purpose is read (EPC guidelines, as banks shorten them).
 */
const sepaNoise =
  /\b(?:[EKMR]REF|CRED|DEBT|COAM|OAMT|ABW[AE]|IBAN|BIC|END-TO-END|MANDAT\w*|REF|TRTP|CSID|MARF|RFB)[+:]\s*\S*/giu;
const purposeMark = /\bSVWZ\+|\bREMI[/:+]|\/(?:NAME|REMI|USTD|TRCD)\//giu;
/** Account numbers, dates and times, references that mix letters and digits, and numbers from two digits on. */
const codes = [
  /\bPP\.\d+\.PP\b/gu,
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b/gu,
  /\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b|\b\d{1,2}[:.]\d{2}(?::\d{2})?\b/gu,
  /[\p{L}\p{N}]*\d[\p{L}\p{N}]*\d[\p{L}\p{N}]*\d[\p{L}\p{N}]*/gu,
  /(?<![\p{L}\p{N}])\p{L}?\d{2}(?![\p{L}\p{N}])/gu,
  /[xX*]{2,}\d+/gu,
];
/** How it was paid, in the words of banks. */
const ways = new Set(
  (
    "kartenzahlung karte girocard ec electronic cash lastschrift sepa basislastschrift folgelastschrift " +
    "uberweisung dauerauftrag gutschrift card payment purchase contactless debit direct dd pos visa mastercard " +
    "maestro vpay paiement par carte cb achat prelevement virement vir prlv compra tarjeta pago con tarj " +
    "recibo adeudo transferencia pagamento carta bonifico addebito pagobancomat operazione betaalautomaat " +
    "bea pas incasso betaling overboeking kortkop kort dankort korttiosto korttimaksu platba kartou platnosc " +
    "karta zakup przelew inkaso compras pagamentos nr no apple pay google ref term"
  ).split(" "),
);
const forms = [
  "gmbh(?: & co\\.? kg)?|ag|kg|ohg|ug|e\\.?\\s?v|s\\.?\\s?l\\.?\\s?u?|s\\.?\\s?a\\.?\\s?s?",
  "sarl|sasu|srl|s\\.\\s?r\\.\\s?l|s\\.\\s?p\\.\\s?a|spa|b\\.?\\s?v|n\\.?\\s?v|ltd|limited|plc",
  "lda|oyj?|ab|aps|a\\/s|as|sp\\.? z o\\.?\\s?o|s\\.?\\s?r\\.?\\s?o|a\\.\\s?s|kft|inc|sca",
].join("|");
const legalForms = new RegExp(`(?:\\s|,)+(?:${forms})\\.?(?=\\s|$)`, "giu");
/** Who only passes the payment on, before the name of the shop. */
const processors =
  /^.*?\b(?:paypal|sumup|sq|zettle|izettle|stripe|klarna|sp|mollie|payone|adyen|dlo)\s*[*_]\s*/iu;

/** Services that stand in the payee's place, the shop being named in the text only. */
const services = /^(?:paypal|klarna|stripe|adyen|mollie|sumup|zettle|amazon payments)\b/iu;
const bought =
  /\b(?:einkauf bei|achat chez|compra en|acquisto presso|purchase at|aankoop bij)\s+(.+)$/iu;

/** The name to show; empty where the text holds nothing but codes. */
export const payeeName = (payment: Payment): string => nameOf(payment, cleanName);

/** Names many payments: each text that comes again is cleaned once. */
export function payeeNamer(): (payment: Payment) => string {
  const known = new Map<string, string>();
  const clean = (text: string) => {
    const name = known.get(text) ?? cleanName(text);
    known.set(text, name);
    return name;
  };
  return (payment) => nameOf(payment, clean);
}

function nameOf(payment: Payment, clean: (text: string) => string): string {
  const payee = writtenPayee(payment);
  const text = writtenText(payment);
  const isService = services.test(payee) && !processors.test(payee);
  const shop = isService ? clean(bought.exec(text)?.[1] ?? text.slice(payee.length)) : "";
  return shop || clean(payee) || clean(text);
}

/** The words by which payments to one payee are seen to be alike: those of its name. */
export function payeeKey(payment: Payment): string {
  return plainWords(payeeName(payment)).join(" ");
}

function cleanName(text: string): string {
  const purpose = text.replace(purposeMark, " ").replace(sepaNoise, " ").replace(processors, "");
  const plain = codes.reduce((rest, code) => rest.replace(code, " "), purpose);
  const words = plain
    .replace(legalForms, " ")
    .split(/[\s/\\*_|;,+#>]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ""))
    .filter((word) => /\p{L}/u.test(word) && !plainWords(word).every((part) => ways.has(part)));
  const name = words.slice(0, 6).join(" ");
  return name === name.toUpperCase() ? name.replace(/\p{L}+/gu, capitalized) : name;
}

function capitalized(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
