-- Rule 9: every customer is one person or one company, and has no account before joining.
-- Grain: one row per user that breaks the rule.
-- Columns: user_id, kind, reason.
-- In full: every individual has one row among the individuals, every company one among the companies, and only customers hold accounts, none of them before they joined.
with faults as (
  select
    users.user_id as user_id,
    users.kind as kind,
    case
      when users.kind = 'individual' and individuals.user_id is null then 'no row among the individuals'
      when users.kind <> 'individual' and individuals.user_id is not null then 'a row among the individuals'
      when users.kind = 'company' and companies.user_id is null then 'no row among the companies'
      when users.kind <> 'company' and companies.user_id is not null then 'a row among the companies'
      when users.kind = 'bank_admin' and holders.account_count is not null then 'an administrator with an account'
      when holders.first_opened_on < users.joined_on then 'an account before joining'
      else null
    end as reason
  from users
  left join individuals on individuals.user_id = users.user_id
  left join companies on companies.user_id = users.user_id
  left join (
    select user_id, count(*) as account_count, min(opened_on) as first_opened_on
    from accounts
    group by user_id
  ) holders on holders.user_id = users.user_id
)
select user_id, kind, reason
from faults
where reason is not null
order by user_id
