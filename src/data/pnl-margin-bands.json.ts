// How many companies keep how much of their revenue?
// Grain: one object.
// Size: bounded by bands.
// Columns: company_count (with revenue), kept_count (of them, with a profit), median_share (the median margin; null without
// revenue), month_count (months added up), bands (band, from: its least margin, company_count). Margins are those of
// `pnl-margins`.
import {withBank} from "../../loaders/datasets/bank.js";
import {type CompanyMargin, marginsOf} from "../lib/companies/margins.js";

await withBank(async (bank) => marginsOf(await bank.dataset<CompanyMargin>("pnl-margins.csv")));
