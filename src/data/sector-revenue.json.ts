// How is the revenue of each sector shared among its companies, and how did it grow in a year?
// Grain: one object.
// Size: bounded: sums by sector, and 120 companies at most, in a larger bank the largest of each sector.
// Columns: month_count and compared_count (of `company-revenue`), grown_count (companies whose revenue grew), growth_chance
// (how often chance would set sectors so far apart in growth, had each company drawn its sector by lot; null where there
// are not two), sectors (industry, company_count, revenue_eur, hhi; compared_count and growth_share of the companies that
// can be compared with a year before), companies (rows of `company-revenue`).
import {withBank} from "../../loaders/datasets/bank.js";
import type {CompanyRevenue} from "../bank/sectors/revenue.js";
import {sectorRevenue} from "../bank/sectors/sectorRevenue.js";

await withBank(async (bank) =>
  sectorRevenue(await bank.dataset<CompanyRevenue>("company-revenue.csv")),
);
