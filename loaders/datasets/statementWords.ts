/** What people and banks write on payments, in the languages of the bank's countries. */

const order = ["de", "en", "es", "fi", "fr", "it", "nl", "pt"] as const;

export type Language = (typeof order)[number];

/** The language of statements by country; Belgians write Dutch here. */
export const languages: Readonly<Record<string, Language>> = {
  AT: "de",
  BE: "nl",
  DE: "de",
  ES: "es",
  FI: "fi",
  FR: "fr",
  IE: "en",
  IT: "it",
  NL: "nl",
  PT: "pt",
};

type Words = Readonly<Record<Language, string>>;

/** A text in each language, in their order. */
function words(...lines: readonly string[]): Words {
  const all = lines.join(" | ").split(" | ");
  return Object.fromEntries(order.map((language, at) => [language, all[at]])) as Words;
}

/** How the bank's own short texts are said; what is not here is written as it is. */
export const purposes: Readonly<Record<string, Words>> = {
  Rent: words("Miete | Rent | Alquiler | Vuokra | Loyer | Affitto | Huur | Renda"),
  Salary: words("Gehalt | Salary | Nómina | Palkka | Salaire | Stipendio | Salaris | Vencimento"),
  Payroll: words(
    "Lohn/Gehalt | Wages | Nómina | Palkka | Virement salaire | Emolumenti | Salaris | Ordenado",
  ),
  Pension: words("Rente | Pension | Pensión | Eläke | Retraite | Pensione | Pensioen | Pensão"),
  Benefit: words(
    "Leistung | Payment | Prestación | Etuus | Allocation | Indennità | Uitkering | Subsídio",
  ),
  "Mortgage instalment": words(
    "Darlehen Rate | Mortgage | Cuota préstamo hipotecario | Lainan lyhennys",
    "Échéance prêt | Rata mutuo | Hypotheek termijn | Prestação crédito habitação",
  ),
  "Income tax settlement": words(
    "Einkommensteuer | Income tax | IRPF | Jäännösvero",
    "Impôt sur le revenu | IRPEF | Inkomstenbelasting | IRS",
  ),
  "From own account": words(
    "Übertrag | Transfer | Traspaso | Tilisiirto | Virement | Giroconto | Overboeking | Transferência",
  ),
  "To own account": words(
    "Übertrag | Transfer | Traspaso | Tilisiirto | Virement | Giroconto | Overboeking | Transferência",
  ),
  Dinner: words("Essen gestern | Dinner | Cena | Illallinen | Resto | Cena | Etentje | Jantar"),
  "Thanks!": words(
    "Danke! | Thanks! | Gracias! | Kiitos! | Merci ! | Grazie! | Bedankt! | Obrigado!",
  ),
  Tickets: words("Karten | Tickets | Entradas | Liput | Places | Biglietti | Kaartjes | Bilhetes"),
  Present: words("Geschenk | Present | Regalo | Lahja | Cadeau | Regalo | Cadeau | Prenda"),
  Groceries: words(
    "Einkauf | Groceries | Compra | Ruoat | Courses | Spesa | Boodschappen | Compras",
  ),
  Trip: words("Ausflug | Trip | Viaje | Matka | Voyage | Viaggio | Uitje | Viagem"),
};

/** What each language calls a bill, of whatever it was: the bank's text tells the kind, a real one does not. */
export const bills: Words = words(
  "Rechnung | Invoice | Factura | Lasku | Facture | Fattura | Factuur | Fatura",
);

/** What banks put before a payment by card, a direct debit and a withdrawal. */
export const ways = {
  card: words(
    "KARTENZAHLUNG | CARD PAYMENT | COMPRA TARJ | KORTTIOSTO",
    "PAIEMENT PAR CARTE | PAGAMENTO POS | BETAALAUTOMAAT | COMPRA",
  ),
  debit: words(
    "SEPA-BASISLASTSCHRIFT | DIRECT DEBIT | ADEUDO RECIBO | SUORAVELOITUS",
    "PRLV SEPA | ADDEBITO SDD | SEPA INCASSO | DD",
  ),
  transfer: words(
    "SEPA-UEBERWEISUNG | TRANSFER | TRANSFERENCIA | TILISIIRTO",
    "VIR SEPA | BONIFICO | SEPA OVERBOEKING | TRF",
  ),
  cash: words(
    "GELDAUTOMAT | ATM WITHDRAWAL | REINTEGRO CAJERO | OTTO AUTOMAATTI",
    "RETRAIT DAB | PRELIEVO BANCOMAT | GELDOPNAME | LEVANTAMENTO MB",
  ),
} as const;
