// What may the next twelve months bring to each company?
// Grain: one row per company with at least three complete months.
// Columns: user_id, first_month (the first ahead), unit_eur, and inflow and outflow: 100 futures of 12 months each,
// one future after the other, in whole unit_eur, so that three digits suffice and a page can play scenarios.
// Of 300 simulated futures every third is kept, by the net of its year: a hundred then spread as evenly as all.
import {join} from "node:path";
import seedrandom from "seedrandom";
import {openBank, writeJson} from "../../loaders/dataset.js";
import {projectRoot} from "../../loaders/environment.js";
import {readSql} from "../../loaders/sqlText.js";
import {forecastCompanies} from "../lib/forecast.js";
import {type RunwayCompany, seriesOf} from "../lib/runway/companies.js";
import {packed, pathsAhead, thinned} from "../lib/runway/futures.js";

const bank = await openBank();
const rows = await bank.query(readSql(join(projectRoot, "src/data/runway-companies.json.sql")).sql);
const companies = (rows as unknown as RunwayCompany[]).map(seriesOf);
const forecasts = forecastCompanies(companies, pathsAhead.months, seedrandom("runway forecast"), {
  paths: 3 * pathsAhead.count,
});
writeJson(forecasts.map((forecast) => ({...packed(thinned(forecast))})));
bank.close();
