/** What the datasets on industries ask the snapshot for, so that industries can be held against their own companies. */
import type {CompanyYear} from "../../src/lib/companies/companyYears.js";
import type {Queries} from "./bank.js";

/** What each company took in, paid its staff and kept over the last twelve complete months (all, if fewer). */
export function readCompanyYears({query}: Queries): Promise<CompanyYear[]> {
  return query(`
    with window_months as (
      select month from bank.months where is_complete order by month desc limit 12
    )
    select
      companies.user_id as user_id,
      companies.industry as industry,
      cast(sum(employee_count) as integer) as employee_months,
      cast(sum(payroll_eur) as decimal(18, 2)) as payroll_eur,
      cast(sum(revenue_eur) as decimal(18, 2)) as revenue_eur,
      cast(bank.result(operating_inflow_eur, operating_outflow_eur) as decimal(18, 2)) as result_eur
    from bank.company_months
    join bank.companies on companies.user_id = company_months.user_id
    where month in (select month from window_months)
    group by companies.user_id, companies.industry
    order by companies.user_id`);
}
