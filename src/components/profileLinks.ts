import {siteLink} from "./siteLink.js";

/** Where a person or a company has its profile, from any page, wherever the site is served from. */

export type PersonPage = "overview" | "budget" | "savings" | "lifestyle" | "portfolio";
export type CompanyPage = "cash" | "profit-and-loss" | "payroll" | "runway";

interface Customer {
  readonly user_id: string;
}

/** The address of a page of a person's profile. */
export function personHref({user_id}: Customer, page: PersonPage = "overview"): string {
  return profile(`person/${page}`, user_id);
}

/** The address of a page of a company's profile. */
export function companyHref({user_id}: Customer, page: CompanyPage = "cash"): string {
  return profile(`company/${page}`, user_id);
}

/** The first page of a customer's profile, by the number: people's begin with `ind-`, companies' with `com-`. */
export function ownerHref({user_id}: Customer): string {
  return user_id.startsWith("com-") ? companyHref({user_id}) : personHref({user_id});
}

function profile(page: string, id: string): string {
  return siteLink(`${page}?id=${encodeURIComponent(id)}`);
}
