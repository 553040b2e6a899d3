// Whose portfolio does the page begin with, before anybody is chosen?
// Grain: at most one row, that of `portfolio-accounts` with the most instruments, up to eight, and then the most sales:
// it has most to tell. Columns: as there.
// It is a file of its own so that the page's first picture does not wait for the trades of everybody.
import {withBank} from "../../loaders/datasets/bank.js";
import type {AccountRow} from "../lib/investing/brokerage.js";
import {richest} from "../people/portfolio/richest.js";

await withBank(async (bank) => richest(await bank.dataset<AccountRow>("portfolio-accounts.json")));
