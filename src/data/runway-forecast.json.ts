// What may the next twelve months bring to each company?
// Grain: one row per company with at least three complete months.
// Columns: user_id, first_month (the first ahead), unit_eur, and inflow and outflow: 100 futures of 12 months each,
// one future after the other, in whole unit_eur, so that three digits suffice and a page can play scenarios;
// future_count (500 were simulated), dry_count (of them, those that have ended a month below zero within one month ahead,
// two, and so on) and is_default_alive, for the company as it stands.
// Every fifth future is kept, by the net of its year: a hundred then spread as evenly as all. Loans and capital are left
// out: the balance ahead is cash today and operating flows.
import seedrandom from "seedrandom";
import {withBank} from "../../loaders/datasets/bank.js";
import {oddsOf, packed, pathsAhead, thinned} from "../companies/runway/futures.js";
import {type RunwayCompany, seriesOf} from "../lib/companies/runways.js";
import {forecastCompanies} from "../lib/forecasting/forecast.js";

await withBank(async (bank) => {
  const companies = (await bank.dataset<RunwayCompany>("runway-companies.json")).map(seriesOf);
  const cash = new Map(companies.map(({id, balance}) => [id, balance.at(-1) ?? 0]));
  const {months, drawn} = pathsAhead;
  return forecastCompanies(companies, months, seedrandom("runway forecast"), {paths: drawn}).map(
    (forecast) => packed(thinned(forecast), oddsOf(forecast, cash.get(forecast.id) ?? 0)),
  );
});
