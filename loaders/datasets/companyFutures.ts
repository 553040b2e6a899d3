/** The forecast of every company, as two datasets need it: one company's for its page, and what all of them say. */
import seedrandom from "seedrandom";
import {
  oddsOf,
  type PackedFutures,
  packed,
  pathsAhead,
  thinned,
} from "../../src/lib/companies/futures.js";
import {type RunwayCompany, seriesOf} from "../../src/lib/companies/runways.js";
import {forecastCompanies} from "../../src/lib/forecasting/forecast.js";
import type {Queries} from "./bank.js";

/** The futures of each company with at least three complete months; the same draw each time. */
export async function companyFutures(bank: Queries): Promise<PackedFutures[]> {
  const companies = (await bank.dataset<RunwayCompany>("company-months.keyed")).map(seriesOf);
  const cash = new Map(companies.map(({id, balance}) => [id, balance.at(-1) ?? 0]));
  const {months, drawn} = pathsAhead;
  const forecasts = forecastCompanies(companies, months, seedrandom("runway forecast"), {
    paths: drawn,
  });
  return Array.from(forecasts, (forecast) =>
    packed(thinned(forecast), oddsOf(forecast, cash.get(forecast.id) ?? 0)),
  );
}
