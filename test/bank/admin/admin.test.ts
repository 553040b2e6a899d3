import {describe, expect, it} from "vitest";
import {foundPostings, postingsFinding} from "../../../src/bank/admin/postings.js";
import type {
  AccountRow,
  DayPosting,
  LargePosting,
  PostedDay,
  QuietOrOverdrawn,
} from "../../../src/bank/admin/rows.js";
import {statementFinding, statementLines} from "../../../src/bank/admin/statement.js";
import {
  attentionText,
  checksText,
  dormantFinding,
  firstAccount,
  largeFinding,
  movedText,
  overdrawnFinding,
  postedPeriods,
} from "../../../src/bank/admin/words.js";

const posting: DayPosting = {
  booked_at: "2026-10-31T20:04:00Z",
  account_id: "ind-000017-chk",
  user_id: "ind-000017",
  name: "Matti Bäcker",
  owner_kind: "individual",
  party_id: "cp-00042",
  party_name: "Nordkauf Berlin",
  category: "groceries",
  channel: "card",
  amount_eur: -12.5,
  page_count: 1,
};

const state: QuietOrOverdrawn = {
  state: "overdrawn",
  account_id: "com-00001-chk",
  account_kind: "checking",
  user_id: "com-00001",
  name: "Durand SARL",
  owner_kind: "company",
  balance_eur: -50,
  overdraft_limit_eur: 100,
  since: "2026-10-20",
  day_count: 11,
  account_count: 1,
  all_balance_eur: -50,
  beyond_count: 0,
};

const large: LargePosting = {
  ...posting,
  amount_eur: -20_000,
  largest_before_eur: 1000,
  times: 20,
  large_count: 1,
};

describe("foundPostings(rows, asked)", () => {
  const rows = [posting, {...posting, name: "Other", amount_eur: 900, party_name: null}];
  const found = (asked: {text?: string; least?: number}) =>
    foundPostings(rows, {day: "2026-10-31", text: "", least: 0, ...asked}).map(({name}) => name);

  it("looks for every word in owner, account, party, category, channel and amount, without case and accents", () => {
    expect(found({text: "backer"})).toEqual(["Matti Bäcker"]);
    expect(found({text: "IND-000017 nordkauf"})).toEqual(["Matti Bäcker"]);
    expect(found({text: "groceries card"})).toHaveLength(2);
    expect(found({text: "12.50"})).toEqual(["Matti Bäcker"]);
    expect(found({text: "nobody"})).toEqual([]);
  });

  it("holds amounts of either sign against the least one", () => {
    expect(found({least: 12.5})).toHaveLength(2);
    expect(found({least: 13})).toEqual(["Other"]);
  });

  it("says how many there are, or match", () => {
    const asked = {day: "2026-10-31", text: "", least: 0};
    expect(postingsFinding(rows, {rows, isWhole: true}, asked)).toBe(
      "2 postings on 31 October 2026",
    );
    expect(postingsFinding(rows, {rows, isWhole: false}, asked)).toBe(
      "The newest 2 postings of 31 October 2026",
    );
    expect(postingsFinding(rows.slice(1), {rows, isWhole: true}, {...asked, text: "x"})).toBe(
      "1 posting of 31 October 2026 matches",
    );
    const none = {rows: [], isWhole: true};
    expect(postingsFinding([], none, {...asked, day: ""})).toBe("Nothing has been posted yet");
  });
});

describe("statementLines(account)", () => {
  const account: AccountRow = {
    account_id: "ind-1-chk",
    user_id: "ind-1",
    name: "Ada",
    owner_kind: "individual",
    kind: "checking",
    opened_on: "2025-01-01",
    closed_on: null,
    overdraft_limit_eur: 0,
    opening_balance_eur: 0.1,
    own_accounts: ["ind-1-chk"],
    booked_at: ["2026-01-01T08:00:00Z", "2026-01-02T08:00:00Z"],
    amount_eur: [0.2, -0.3],
    category: ["salary", "fee"],
    channel: ["credit_transfer", "book"],
    party: [0, null],
    party_id: ["cp-1"],
    party_name: ["Employer"],
  };

  it("runs the balance up from the opening balance, to the cent, the newest first", () => {
    const lines = statementLines(account);
    expect(lines.map(({balance_eur, party_name}) => [balance_eur, party_name])).toEqual([
      [0, null],
      [0.3, "Employer"],
    ]);
    expect(statementFinding(account, lines)).toBe("Ada’s checking account holds €0");
    expect(statementFinding({...account, opening_balance_eur: -5}, [])).toBe(
      "Ada’s checking account is overdrawn by €5",
    );
  });
});

describe("postedPeriods(days)", () => {
  /** 70 days that end on Wednesday 14 October 2026, with as many postings as the day of the month. */
  const days: PostedDay[] = Array.from({length: 70}, (_, at) => {
    const day = new Date(Date.UTC(2026, 9, 14 - 69 + at));
    return {day, posting_count: day.getUTCDate(), motion_eur: 10};
  });

  it("sets the last day, its week and its month against the same days of the period before", () => {
    const [day, week, month] = postedPeriods(days);
    expect([day!.posting_count, day!.before_count]).toEqual([14, 7]);
    expect([week!.posting_count, week!.before_count]).toEqual([12 + 13 + 14, 5 + 6 + 7]);
    expect([month!.posting_count, month!.before_count]).toEqual([105, 105]);
    expect(month!.motion_eur).toBe(140);
    expect(movedText(month!)).toBe("€140 moved, as the month before");
  });

  it("compares a long month with all of a shorter one before it", () => {
    const march = Array.from({length: 70}, (_, at) => ({
      day: new Date(Date.UTC(2026, 2, 31 - 69 + at)),
      posting_count: 1,
      motion_eur: 1,
    }));
    expect(postedPeriods(march)[2]).toMatchObject({posting_count: 31, before_count: 28});
    expect(postedPeriods([])).toEqual([]);
  });
});

describe("the words of the administrator's page", () => {
  const rule = {rule: "no number is given twice.", broken_count: 0};

  it("count the checks that pass", () => {
    expect(checksText([rule, {...rule, broken_count: 2}])).toBe("1 of 2 checks passed");
  });

  it("say what is wrong first, then what to look at", () => {
    expect(attentionText([rule], [], [])).toBe(
      "The books balance: no check fails. No account is overdrawn; no movement of the last month is unusually large.",
    );
    expect(attentionText([rule, {...rule, broken_count: 2}], [state], [large])).toBe(
      "1 check fails: no number is given twice. 1 account is overdrawn, all within their limits; one movement of the last month looks unusually large.",
    );
    expect(attentionText([rule], [{...state, account_count: 700, beyond_count: 1}], [])).toContain(
      "700 accounts are overdrawn, one beyond the limit",
    );
  });

  it("have forms for none, one and many", () => {
    expect(overdrawnFinding([])).toBe("No account is overdrawn");
    const two = {...state, account_count: 2, all_balance_eur: -550, beyond_count: 1};
    expect(overdrawnFinding([two])).toBe("2 accounts are overdrawn by €550, 1 beyond the limit");
    expect(dormantFinding([])).toBe("Every account has moved in the last 180 days");
    expect(dormantFinding([{...state, balance_eur: 70, all_balance_eur: 70}])).toBe(
      "1 account has been quiet for half a year, holding €70",
    );
    expect(largeFinding([])).toBe("No movement of the last month is unusually large");
    expect(largeFinding([large])).toBe("Matti Bäcker paid €20k, 20 times anything before");
  });

  it("begin with the account of the largest movement, else with an overdrawn one", () => {
    expect(firstAccount([large], [state])).toBe("ind-000017-chk");
    expect(firstAccount([], [state])).toBe("com-00001-chk");
    expect(firstAccount([], [])).toBe("");
  });
});
