// What has moved on an account?
// Grain: one row per account; its postings stand in lists, so that a name is sent once.
// Size: by key, an account each.
// Legs: needed.
// Columns: key and account_id, user_id, name (of the owner), owner_kind, kind, opened_on, closed_on, overdraft_limit_eur,
// opening_balance_eur (before the first posting), own_accounts (all accounts of the owner); of each posting, in the order
// of posting, booked_at (UTC), amount_eur (signed: positive is money in), category, channel and party: its place, from 0,
// in party_id and party_name, which hold whom the money came from or went to (another owner, or an outside party; the
// account's own owner for own transfers).
// The running balance is the opening balance with the amounts up to a posting, as the ledger has it.
import {accountStatements} from "../../loaders/datasets/accountStatements.js";
import {withBank} from "../../loaders/datasets/bank.js";
import {keyedBytesOf} from "../../loaders/datasets/formats/keyed.js";

await withBank((bank) => keyedBytesOf(accountStatements(bank)));
