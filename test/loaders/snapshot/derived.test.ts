import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openCsvSource} from "../../../loaders/csv/source.js";
import {type Row, readRows} from "../../../loaders/rows.js";
import {openSnapshot, type SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {ensureSnapshot, readPlan} from "../../../loaders/snapshot/snapshot.js";
import {bank as generatedBank} from "../../support/bank.js";
import {editedBank, temporaryFolder, tinyBank} from "../../support/tinyBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

let bank: SnapshotReader;
beforeAll(async () => {
  bank = await tinySnapshot();
});
afterAll(() => bank.close());

const ask = async (sql: string, {connection}: SnapshotReader = bank): Promise<Row[]> =>
  readRows(await connection.run(sql));

describe("bank.account_months", () => {
  it("carries the balance through months without bookings, from the month of opening", async () => {
    expect(
      await ask(`select account_id, month, leg_count, net_eur, closing_balance_eur
        from bank.account_months where account_id in ('ind-000002-sav', 'com-00001-chk')
        order by account_id, month`),
    ).toEqual([
      {
        account_id: "com-00001-chk",
        month: "2025-05-01",
        leg_count: 4,
        net_eur: 7900,
        closing_balance_eur: 27900,
      },
      {
        account_id: "com-00001-chk",
        month: "2025-06-01",
        leg_count: 1,
        net_eur: -2700,
        closing_balance_eur: 25200,
      },
      {
        account_id: "ind-000002-sav",
        month: "2025-05-01",
        leg_count: 1,
        net_eur: 150,
        closing_balance_eur: 150,
      },
      {
        account_id: "ind-000002-sav",
        month: "2025-06-01",
        leg_count: 0,
        net_eur: 0,
        closing_balance_eur: 150,
      },
    ]);
  });

  it("begins in the month in which an account opens and ends in that in which it closes", async () => {
    const edited = await tinySnapshot(
      editedBank({
        accounts: (text) =>
          text
            .replace("2025-05-20,,0.00", "2025-06-02,,0.00")
            .replace(
              "DE75512108001245126199,2025-05-05,,",
              "DE75512108001245126199,2025-05-05,2025-05-31,",
            ),
      }),
    );
    expect(
      await ask(
        `select account_id, month from bank.account_months
        where account_id in ('ind-000001-brk', 'ind-000002-sav') order by account_id, month`,
        edited,
      ),
    ).toEqual([
      {account_id: "ind-000001-brk", month: "2025-05-01"},
      {account_id: "ind-000002-sav", month: "2025-06-01"},
    ]);
    edited.close();
  });
});

describe("bank.account_states", () => {
  it("dates the present time below zero, not an earlier one, and the last leg that is no interest or fee", async () => {
    const edited = await tinySnapshot(
      editedBank({
        accounts: (text) =>
          text
            .replace("2021-06-01,,5000.00", "2021-06-01,,-1000.00") // up on 14 May, down again on 28 May
            .replace("2025-05-05,,0.00", "2025-05-05,,-5000.00") // below from the first day
            .replace("2022-09-15,,300.00", "2022-09-15,,-1000.00") // up on 28 May
            .replace("2025-05-20,,0.00", "2025-05-20,,-150.00"), // at 0 since 30 May
      }),
    );
    expect(await ask("from bank.account_states order by account_id", edited)).toEqual([
      {account_id: "com-00001-chk", moved_on: "2025-06-27", below_since: null},
      {account_id: "com-00002-chk", moved_on: "2025-06-30", below_since: "2025-05-28"},
      {account_id: "ind-000001-brk", moved_on: "2025-06-16", below_since: "2025-05-12"},
      {account_id: "ind-000001-chk", moved_on: "2025-06-27", below_since: null},
      {account_id: "ind-000001-sav", moved_on: "2025-05-28", below_since: null},
      {account_id: "ind-000002-chk", moved_on: "2025-06-27", below_since: null},
      {account_id: "ind-000002-sav", moved_on: "2025-05-30", below_since: null},
    ]);
    edited.close();
  });
});

describe("bank.person_months", () => {
  it("adds up what a person earned, spent, saved and invested", async () => {
    expect(
      await ask(
        "select * from bank.person_months where user_id = 'ind-000001' order by month limit 1",
      ),
    ).toEqual([
      {
        user_id: "ind-000001",
        month: "2025-05-01",
        leg_count: 8,
        income_eur: 2600,
        salary_eur: 2600,
        fixed_eur: 900,
        discretionary_eur: 0,
        rent_eur: 900,
        saved_eur: 300,
        invested_eur: 800,
        fee_eur: 0,
        interest_eur: 0,
        peer_eur: 0,
        household_eur: 0,
        brought_eur: 0,
        securities_eur: -721.5,
        net_eur: 978.5,
        closing_balance_eur: 5478.5,
        liquid_balance_eur: 5400,
      },
    ]);
  });

  it("explains every cent of the change of balances", async () => {
    expect(
      await ask(`select user_id, month from bank.person_months
        where net_eur != income_eur - fixed_eur - discretionary_eur - fee_eur + interest_eur + peer_eur
          - household_eur + brought_eur + securities_eur`),
    ).toEqual([]);
  });
});

describe("bank.company_months", () => {
  it("adds up what a company took in and paid out, its own transfers left out", async () => {
    expect(
      await ask(
        "select * from bank.company_months where user_id = 'com-00001' order by month limit 1",
      ),
    ).toEqual([
      {
        user_id: "com-00001",
        month: "2025-05-01",
        leg_count: 4,
        employee_count: 1,
        inflow_eur: 12000,
        outflow_eur: 4100,
        net_eur: 7900,
        revenue_eur: 12000,
        operating_eur: 600,
        operating_inflow_eur: 12000,
        operating_outflow_eur: 4100,
        payroll_eur: 3500,
        tax_eur: 0,
        financing_eur: 0,
        fee_eur: 0,
        interest_eur: 0,
        closing_balance_eur: 27900,
      },
    ]);
  });

  it("explains every cent of the net flow", async () => {
    expect(
      await ask(`select user_id, month from bank.company_months
        where net_eur != revenue_eur - operating_eur - payroll_eur - tax_eur + financing_eur - fee_eur
          + interest_eur`),
    ).toEqual([]);
  });
});

describe("bank.months", () => {
  it("knows a month whose days are not all there", async () => {
    const edited = await tinySnapshot(
      editedBank({
        calendar: (text) => text.replace(/^2025-06-30.*\n/m, ""),
        transactions: (text) => text.replace(/^3[12],.*\n/gm, ""),
        prices: (text) => text.replace(/^\w+,2025-06-30.*\n/gm, ""),
        fx_rates: (text) => text.replace(/^\w+,2025-06-30.*\n/gm, ""),
      }),
    );
    expect(await ask("select * from bank.months order by month", edited)).toEqual([
      {month: "2025-05-01", day_count: 31, business_day_count: 21, is_complete: true},
      {month: "2025-06-01", day_count: 29, business_day_count: 20, is_complete: false},
    ]);
    edited.close();
  });
});

describe("bank.category_months and bank.daily_flows", () => {
  it("hold every cent that the legs do", async () => {
    const [legs] = await ask(
      `select count(*) as n, sum(greatest(amount_eur, 0)) as inflow_eur, sum(amount_eur) as net_eur
      from bank.transactions`,
    );
    for (const table of ["category_months", "daily_flows"]) {
      expect(
        await ask(
          `select sum(leg_count) as n, sum(inflow_eur) as inflow_eur, sum(inflow_eur - outflow_eur) as net_eur
          from bank.${table}`,
        ),
      ).toEqual([legs]);
    }
  });
});

describe("the derived tables of a generated bank", () => {
  let generated: SnapshotReader;
  beforeAll(async () => {
    generated = await tinySnapshot(generatedBank({individuals: 200, companies: 20, months: 6}));
  });
  afterAll(() => generated.close());

  it("explain every cent of what moved, and know every category", async () => {
    const unexplained = [
      `select 'person' as what, user_id, month from bank.person_months
      where net_eur != income_eur - fixed_eur - discretionary_eur - fee_eur + interest_eur + peer_eur
        - household_eur + brought_eur + securities_eur`,
      `select 'company' as what, user_id, month from bank.company_months
      where net_eur != revenue_eur - operating_eur - payroll_eur - tax_eur + financing_eur - fee_eur
        + interest_eur`,
      `select 'category' as what, category, null from bank.transactions
      where category not in (select category from bank.categories)`,
    ];
    for (const sql of unexplained) expect(await ask(sql, generated)).toEqual([]);
  });

  it("end in the balances that the legs add up to", async () => {
    expect(
      await ask(
        `with balances as (
          select accounts.account_id, any_value(opening_balance_eur) + coalesce(sum(amount_eur), 0) as balance_eur
          from bank.accounts left join bank.transactions using (account_id)
          group by accounts.account_id
        ), last as (
          select account_id, arg_max(closing_balance_eur, month) as balance_eur
          from bank.account_months group by account_id
        )
        select account_id from balances join last using (account_id)
        where last.balance_eur is distinct from balances.balance_eur`,
        generated,
      ),
    ).toEqual([]);
  });
});

describe("a snapshot without one of the extracts", () => {
  it("says which derived tables wait for each other, whatever else cannot be made", async () => {
    const {extracts} = readPlan();
    const table = (name: string, from: string) => ({
      name,
      file: `sql/derived/${name}.sql`,
      sql: `select * from bank.${from}`,
    });
    const made = ensureSnapshot({
      env: {},
      open: () => openCsvSource({folder: tinyBank}),
      file: `${temporaryFolder("circle")}/bank.duckdb`,
      plan: {
        extracts: extracts.filter(({name}) => name !== "descriptions"),
        derived: [
          table("lost", "descriptions"),
          table("after_lost", "lost"),
          table("hen", "egg"),
          table("egg", "hen"),
        ],
      },
    });
    await expect(made).rejects.toThrow(
      /^sql\/derived\/(hen|egg)\.sql reads a table that reads it$/,
    );
  });

  it("is without what is made of it, and has all the rest", async () => {
    const {extracts, derived} = readPlan();
    const snapshot = await ensureSnapshot({
      env: {},
      open: () => openCsvSource({folder: tinyBank}),
      file: `${temporaryFolder("flows")}/bank.duckdb`,
      plan: {
        extracts: extracts.filter(({name}) => name !== "account_flows"),
        derived,
      },
    });
    expect(snapshot.tables.has("account_flows")).toBe(false);
    expect(snapshot.tables.has("person_months")).toBe(false);
    expect(snapshot.tables.has("goal_states")).toBe(false); // made of months of accounts, which are not there either
    expect(snapshot.tables.has("months")).toBe(true);

    const byIndustry = `
      select date_trunc('month', day) as month, industry, sum(net_eur) as net_eur
      from bank.daily_flows
      where owner_kind = 'company' and not is_own_transfer
      group by all
      order by month, industry`;
    const flows = await openSnapshot(snapshot.file);
    expect(await ask(byIndustry, flows)).toEqual(
      await ask(`
        select month, industry, sum(net_eur) as net_eur
        from bank.company_months
        join bank.companies on companies.user_id = company_months.user_id
        group by all
        order by month, industry`),
    );
    flows.close();
  });
});

describe("bank.salary_months and bank.goal_states", () => {
  it("name the company that pays, and add up to the salary of the month", async () => {
    expect(
      await ask("select * from bank.salary_months where user_id = 'ind-000001' limit 1"),
    ).toEqual([
      {
        user_id: "ind-000001",
        month: "2025-05-01",
        payer_id: "com-00001",
        pay_eur: 2600,
        regular_eur: 2600,
      },
    ]);
    expect(
      await ask(`select user_id, month from bank.person_months
        left join (select user_id, month, sum(pay_eur) as pay_eur from bank.salary_months group by all)
          using (user_id, month)
        where salary_eur <> coalesce(pay_eur, 0)`),
    ).toEqual([]);
  });

  it("hold a goal against the savings account, at its pace until it is due", async () => {
    const [goal] = await ask("select * from bank.goal_states");
    const [balance] = await ask(
      `select arg_max(closing_balance_eur, month) as last_eur, median(net_eur) as pace_eur
      from bank.account_months where account_id = 'ind-000001-sav'`,
    );
    expect(goal).toMatchObject({
      goal_id: 1,
      target_eur: 6000,
      balance_eur: balance!.last_eur,
      pace_eur: balance!.pace_eur,
      reached_month: null,
      ahead_months: 18,
      state: "behind",
    });
  });

  it("say what has become of each goal", async () => {
    const goals = [
      "1,ind-000001,Already there,100.00,2026-12-31",
      "2,ind-000001,Its day is past,999999.00,2025-06-30",
      "3,ind-000001,The pace gets there in time,6000.00,2045-12-31",
      "4,ind-000001,It does not,6000.00,2025-07-31",
    ];
    const edited = await tinySnapshot(
      editedBank({
        savings_goals: (text) => `${text.split("\n")[0]}\n${goals.join("\n")}\n`,
      }),
    );
    expect(await ask("select state from bank.goal_states order by goal_id", edited)).toEqual([
      {state: "reached"},
      {state: "overdue"},
      {state: "on_track"},
      {state: "behind"},
    ]);
    edited.close();
  });
});

describe("bank.person_relations", () => {
  it("calls a main customer who has an income here and pays at least fifteen times a month", async () => {
    const legs = (user: string, count: number) =>
      Array.from(
        {length: count},
        (_, n) =>
          `${9000 + n},${user}-chk,2025-05-${String((n % 28) + 1).padStart(2, "0")} 12:00:00,2025-05-${String((n % 28) + 1).padStart(2, "0")},-1.00,card,groceries,cp-00001,,,Shop`,
      );
    const edited = await tinySnapshot(
      editedBank({
        transactions: (text) => `${text.trimEnd()}\n${legs("ind-000001", 40).join("\n")}\n`,
      }),
    );
    const before = await ask("select user_id, relation from bank.person_relations");
    const after = await ask("select user_id, relation from bank.person_relations", edited);
    expect(before[0]).toEqual({user_id: "ind-000001", relation: "savings"});
    expect(after[0]).toEqual({user_id: "ind-000001", relation: "main"});
    edited.close();
  });
});
