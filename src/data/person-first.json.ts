// Whose home does the page begin with, before anybody is chosen?
// Grain: at most one row, that of `person-homes` of a main customer with the most kinds of accounts and then the longest time
// with a brokerage account: it has most to tell. Columns: as there.
// It is a file of its own so that the page's first picture does not wait for the accounts of everybody.
import {join} from "node:path";
import {openBank, writeJson} from "../../loaders/datasets/bank.js";
import {projectRoot} from "../../loaders/environment.js";
import type {Row} from "../../loaders/rows.js";
import {readSql} from "../../loaders/sqlText.js";
import {type PersonHome, richestHome} from "../people/person/home.js";

const bank = await openBank();
const query = readSql(join(projectRoot, "src/data/person-homes.json.sql"));
const homes = (await bank.query(query.sql)) as unknown as readonly (Row & PersonHome)[];
const main = await bank.query("select user_id from bank.person_relations where relation = 'main'");
writeJson(richestHome(homes, new Set(main.map(({user_id}) => user_id as string))));
bank.close();
