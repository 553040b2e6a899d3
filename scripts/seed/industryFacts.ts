import type {Industry} from "../../src/lib/bank/schema.js";

/**
 * How companies of an industry earn and spend. Shares are of sales without VAT. `payrollShare` counts pay and social
 * contributions (Spanish tax office 2023 and rules of thumb, see data/README.md); `season` has a factor for each month
 * from January.
 */
export interface IndustryFacts {
  /** How likely a company is of this industry. */
  readonly weight: number;
  /** The usual margin before tax. */
  readonly margin: number;
  readonly payrollShare: number;
  /** Earns at the till, daily, rather than by invoice. */
  readonly till: boolean;
  readonly premisesShare: number;
  readonly marketingShare: number;
  /** Days of outflow held, usually. */
  readonly bufferDays: number;
  /** The usual invoice without VAT, in cents. */
  readonly invoice: number;
  readonly season: readonly number[];
  readonly occupations: readonly string[];
}

/** Shares of sales that are much the same everywhere. */
export const minorShares = {
  energy: 0.012,
  equipment: 0.004,
  /** Energy and equipment: what does not follow sales. */
  fixed: 0.016,
  /** What the card acquirer keeps. */
  acquirer: 0.012,
  /** Invoices that nobody pays, or that are credited. */
  unpaid: 0.02,
} as const;

const even = [0.97, 0.97, 1.03, 1, 1, 1.03, 0.97, 0.88, 1.04, 1.04, 1.04, 1.03];

export const industryFacts: Readonly<Record<Industry, IndustryFacts>> = {
  construction: {
    weight: 12,
    margin: 0.065,
    payrollShare: 0.215,
    till: false,
    premisesShare: 0.02,
    marketingShare: 0.005,
    bufferDays: 25,
    invoice: 980_000,
    season: [0.68, 0.76, 0.95, 1.06, 1.12, 1.16, 1.14, 1.02, 1.16, 1.14, 1.0, 0.81],
    occupations: ["Bricklayer", "Electrician", "Site manager", "Plumber", "Roofer", "Estimator"],
  },
  engineering: {
    weight: 8,
    margin: 0.068,
    payrollShare: 0.345,
    till: false,
    premisesShare: 0.04,
    marketingShare: 0.01,
    bufferDays: 29,
    invoice: 720_000,
    season: even,
    occupations: ["Civil engineer", "Draughtsman", "Surveyor", "Mechanical engineer"],
  },
  food_production: {
    weight: 7,
    margin: 0.065,
    payrollShare: 0.2,
    till: false,
    premisesShare: 0.03,
    marketingShare: 0.02,
    bufferDays: 27,
    invoice: 320_000,
    season: [0.88, 0.9, 0.97, 0.99, 1.0, 1.02, 1.0, 0.97, 1.0, 1.03, 1.08, 1.16],
    occupations: ["Baker", "Butcher", "Machine operator", "Quality inspector", "Packer"],
  },
  health_care: {
    weight: 9,
    margin: 0.069,
    payrollShare: 0.375,
    till: true,
    premisesShare: 0.06,
    marketingShare: 0.01,
    bufferDays: 29,
    invoice: 90_000,
    season: [1.06, 1.03, 1.04, 1.0, 1.0, 0.98, 0.93, 0.84, 1.02, 1.04, 1.04, 1.02],
    occupations: ["Nurse", "Physician", "Physiotherapist", "Dental assistant", "Receptionist"],
  },
  hospitality: {
    weight: 15,
    margin: 0.065,
    payrollShare: 0.325,
    till: true,
    premisesShare: 0.1,
    marketingShare: 0.02,
    bufferDays: 7,
    invoice: 60_000,
    season: [0.72, 0.76, 0.88, 0.98, 1.1, 1.18, 1.28, 1.26, 1.08, 0.96, 0.84, 0.96],
    occupations: ["Cook", "Waiter", "Barista", "Hotel clerk", "Restaurant manager"],
  },
  it_services: {
    weight: 13,
    margin: 0.078,
    payrollShare: 0.437,
    till: false,
    premisesShare: 0.05,
    marketingShare: 0.04,
    bufferDays: 31,
    invoice: 860_000,
    season: even,
    occupations: ["Software engineer", "Data analyst", "Product manager", "Systems administrator"],
  },
  logistics: {
    weight: 8,
    margin: 0.066,
    payrollShare: 0.3,
    till: false,
    premisesShare: 0.04,
    marketingShare: 0.005,
    bufferDays: 26,
    invoice: 410_000,
    season: [0.92, 0.93, 0.98, 0.98, 0.99, 1.0, 0.97, 0.93, 1.03, 1.06, 1.14, 1.07],
    occupations: ["Driver", "Dispatcher", "Warehouse worker", "Forklift operator"],
  },
  media: {
    weight: 6,
    margin: 0.068,
    payrollShare: 0.28,
    till: false,
    premisesShare: 0.05,
    marketingShare: 0.05,
    bufferDays: 28,
    invoice: 560_000,
    season: [0.86, 0.9, 1.0, 1.0, 1.02, 1.0, 0.9, 0.82, 1.06, 1.12, 1.18, 1.14],
    occupations: ["Editor", "Camera operator", "Designer", "Copywriter"],
  },
  professional_services: {
    weight: 14,
    margin: 0.074,
    payrollShare: 0.43,
    till: false,
    premisesShare: 0.06,
    marketingShare: 0.02,
    bufferDays: 31,
    invoice: 480_000,
    season: [0.92, 0.95, 1.08, 1.04, 1.02, 1.06, 0.96, 0.8, 1.0, 1.04, 1.04, 1.09],
    occupations: ["Accountant", "Lawyer", "Consultant", "Tax adviser", "Office assistant"],
  },
  real_estate: {
    weight: 6,
    margin: 0.071,
    payrollShare: 0.14,
    till: false,
    premisesShare: 0.05,
    marketingShare: 0.04,
    bufferDays: 42,
    invoice: 540_000,
    season: [0.88, 0.92, 1.04, 1.08, 1.1, 1.1, 1.0, 0.86, 1.04, 1.04, 1.0, 0.94],
    occupations: ["Property manager", "Estate agent", "Caretaker", "Valuer"],
  },
  retail: {
    weight: 16,
    margin: 0.065,
    payrollShare: 0.15,
    till: true,
    premisesShare: 0.06,
    marketingShare: 0.02,
    bufferDays: 25,
    invoice: 30_000,
    season: [0.9, 0.86, 0.95, 0.97, 0.99, 0.98, 0.98, 0.94, 0.97, 1.0, 1.1, 1.36],
    occupations: ["Sales assistant", "Cashier", "Shop manager", "Buyer", "Florist"],
  },
  wholesale: {
    weight: 8,
    margin: 0.064,
    payrollShare: 0.105,
    till: false,
    premisesShare: 0.02,
    marketingShare: 0.01,
    bufferDays: 26,
    invoice: 690_000,
    season: [0.93, 0.94, 1.02, 1.0, 1.0, 1.0, 0.96, 0.9, 1.04, 1.08, 1.1, 1.03],
    occupations: ["Sales representative", "Warehouse clerk", "Purchaser", "Export clerk"],
  },
};
