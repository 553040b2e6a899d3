// By what queries is each rule of the bank tried?
// One object: by name of a check of sql/checks/, its SQL.
// Size: bounded by rules.
import {readChecks} from "../../loaders/checks.js";
import {withBank} from "../../loaders/datasets/bank.js";

await withBank(() => Object.fromEntries(readChecks().map(({name, sql}) => [name, sql])));
