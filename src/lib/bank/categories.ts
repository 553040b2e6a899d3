/**
 * What a payment was for. One table of constants: the generator writes these names, pages read their words
 * and groups from here, and the palette has one colour per group.
 *
 * Groups for people: `income`; `fixed` (contracted, hard to change within a month); `discretionary`;
 * `saving` (own transfers); `investing`; `fee`; `private` (between people). For companies: `revenue`,
 * `operating`, `payroll`, `tax`, `financing`. `coicop` is the division of Eurostat's classification of
 * consumption (COICOP 1999) that a category counts to.
 */
export type CategoryGroup =
  | "income"
  | "fixed"
  | "discretionary"
  | "saving"
  | "investing"
  | "fee"
  | "private"
  | "revenue"
  | "operating"
  | "payroll"
  | "tax"
  | "financing";

export type Coicop =
  | "food"
  | "alcohol_tobacco"
  | "clothing"
  | "housing"
  | "furnishings"
  | "health"
  | "transport"
  | "communications"
  | "recreation"
  | "education"
  | "restaurants_hotels"
  | "miscellaneous";

export interface Category {
  readonly label: string;
  /** Whose account it stands on; `both` for what either may have. */
  readonly owner: "person" | "company" | "both";
  readonly group: CategoryGroup;
  readonly coicop?: Coicop;
}

export const categories = {
  salary: {label: "Salary", owner: "person", group: "income"},
  pension: {label: "Pension", owner: "person", group: "income"},
  benefit: {label: "Benefits and grants", owner: "person", group: "income"},
  rent: {label: "Rent", owner: "person", group: "fixed", coicop: "housing"},
  mortgage: {label: "Mortgage", owner: "person", group: "fixed"},
  utilities: {label: "Utilities", owner: "both", group: "fixed", coicop: "housing"},
  communications: {
    label: "Phone and internet",
    owner: "both",
    group: "fixed",
    coicop: "communications",
  },
  insurance: {label: "Insurance", owner: "both", group: "fixed", coicop: "miscellaneous"},
  subscriptions: {label: "Subscriptions", owner: "person", group: "fixed", coicop: "recreation"},
  education: {label: "Education", owner: "person", group: "fixed", coicop: "education"},
  groceries: {label: "Groceries", owner: "person", group: "discretionary", coicop: "food"},
  alcohol_tobacco: {
    label: "Alcohol and tobacco",
    owner: "person",
    group: "discretionary",
    coicop: "alcohol_tobacco",
  },
  restaurants: {
    label: "Restaurants and cafés",
    owner: "person",
    group: "discretionary",
    coicop: "restaurants_hotels",
  },
  travel: {
    label: "Travel and hotels",
    owner: "person",
    group: "discretionary",
    coicop: "restaurants_hotels",
  },
  transport: {label: "Transport", owner: "person", group: "discretionary", coicop: "transport"},
  recreation: {
    label: "Recreation and culture",
    owner: "person",
    group: "discretionary",
    coicop: "recreation",
  },
  clothing: {label: "Clothing", owner: "person", group: "discretionary", coicop: "clothing"},
  health: {label: "Health", owner: "person", group: "discretionary", coicop: "health"},
  furnishings: {
    label: "Home and furnishings",
    owner: "person",
    group: "discretionary",
    coicop: "furnishings",
  },
  personal_care: {
    label: "Personal care",
    owner: "person",
    group: "discretionary",
    coicop: "miscellaneous",
  },
  cash: {label: "Cash withdrawal", owner: "person", group: "discretionary"},
  peer: {label: "Between people", owner: "person", group: "private"},
  household: {label: "Own account elsewhere", owner: "person", group: "private"},
  saving: {label: "Savings transfer", owner: "both", group: "saving"},
  brokerage_funding: {label: "To and from brokerage", owner: "person", group: "investing"},
  trade: {label: "Securities trade", owner: "person", group: "investing"},
  dividend: {label: "Dividend", owner: "person", group: "investing"},
  fee: {label: "Bank fee", owner: "both", group: "fee"},
  interest: {label: "Interest", owner: "both", group: "fee"},
  income_tax: {label: "Income tax", owner: "person", group: "fixed"},
  card_sales: {label: "Card sales", owner: "company", group: "revenue"},
  invoice: {label: "Invoices paid by customers", owner: "company", group: "revenue"},
  vendor: {label: "Vendors and materials", owner: "company", group: "operating"},
  premises: {label: "Premises", owner: "company", group: "operating"},
  marketing: {label: "Marketing", owner: "company", group: "operating"},
  equipment: {label: "Equipment", owner: "company", group: "operating"},
  payroll: {label: "Payroll", owner: "company", group: "payroll"},
  social_contributions: {label: "Social contributions", owner: "company", group: "payroll"},
  vat: {label: "VAT", owner: "company", group: "tax"},
  corporate_tax: {label: "Corporate tax", owner: "company", group: "tax"},
  financing: {label: "Loans and capital", owner: "company", group: "financing"},
} as const satisfies Record<string, Category>;

export type CategoryName = keyof typeof categories;
