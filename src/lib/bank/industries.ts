import type {Industry} from "./schema.js";

/** What an industry is called on pages. */
export const industryNames = {
  construction: "Construction",
  engineering: "Engineering",
  food_production: "Food production",
  health_care: "Health care",
  hospitality: "Hospitality",
  it_services: "IT services",
  logistics: "Logistics",
  media: "Media",
  professional_services: "Professional services",
  real_estate: "Real estate",
  retail: "Retail",
  wholesale: "Wholesale",
} as const satisfies Record<Industry, string>;

/** The name of an industry as a page shows it; an unknown one as it stands. */
export function industryName(industry: string): string {
  return industryNames[industry as Industry] ?? industry;
}
