// How well would this forecast have done, one to three months ahead?
// Grain: one row per flow (inflow, outflow, net) and method: the forecast, and the three that it must beat.
// Columns: flow, method, mase (mean absolute scaled error of the median company), mase_ratio (the forecast's MASE over
// this method's, of the median company), company_count, forecast_count, and for the forecast itself bias (mean of
// forecast less actual, in the unit of MASE), coverage_80_share and coverage_95_share (outcomes inside the bands).
// Forecasts are made as if after months 12, 13, 14 and 15 with what was known then. A bank too young has no rows.
import {join} from "node:path";
import seedrandom from "seedrandom";
import {openBank, writeJson} from "../../loaders/dataset.js";
import {projectRoot} from "../../loaders/environment.js";
import {readSql} from "../../loaders/sqlText.js";
import {backtest} from "../lib/forecast.js";
import {accuracyRows} from "../lib/runway/accuracy.js";
import {type RunwayCompany, seriesOf} from "../lib/runway/companies.js";

const bank = await openBank();
const rows = await bank.query(readSql(join(projectRoot, "src/data/runway-companies.json.sql")).sql);
const companies = (rows as unknown as RunwayCompany[]).map(seriesOf);
const accuracy = backtest(companies, seedrandom("runway backtest"), {paths: 300});
writeJson(accuracyRows(accuracy).map((row) => ({...row})));
bank.close();
