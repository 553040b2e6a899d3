// Whose portfolio does the page begin with, before anybody is chosen?
// Grain: at most one row, that of `portfolio-accounts` with the most instruments, up to eight, and then the most sales:
// it has most to tell. Columns: as there.
// It is a file of its own so that the page's first picture does not wait for the trades of everybody.
import {join} from "node:path";
import {openBank, writeJson} from "../../loaders/datasets/bank.js";
import {projectRoot} from "../../loaders/environment.js";
import {readSql} from "../../loaders/sqlText.js";
import type {AccountRow} from "../lib/investing/brokerage.js";
import {richest} from "../people/portfolio/richest.js";

const bank = await openBank();
const query = readSql(join(projectRoot, "src/data/portfolio-accounts.json.sql"));
const rows = (await bank.query(query.sql)) as unknown as AccountRow[];
writeJson(richest(rows).map((row) => ({...row})));
bank.close();
