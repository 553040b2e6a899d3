// What was booked last?
// Grain: one row per leg on one account, the latest 40 in the order of posting.
// Columns: transaction_id, account_id, account_kind, owner_kind, booked_at, category, channel, amount_eur
// (signed: positive is money in), is_inside (the other side is an account of this bank).
// The system of record answers this itself: it is what the loaders and the posting services wrote last.
import {withBank} from "../../loaders/datasets/bank.js";

const latestSql = `select
  transactions.transaction_id,
  transactions.account_id,
  accounts.kind as account_kind,
  users.kind as owner_kind,
  transactions.booked_at,
  transactions.category,
  transactions.channel,
  transactions.amount_eur,
  case when transactions.transfer_id is null then 0 else 1 end as is_inside
from transactions
join accounts on accounts.account_id = transactions.account_id
join users on users.user_id = accounts.user_id
order by transactions.transaction_id desc
limit 40`;

await withBank(async ({askSource}) => {
  const rows = await askSource((source) => source.query(latestSql));
  return rows.map((row) => ({...row, is_inside: row.is_inside === 1}));
});
