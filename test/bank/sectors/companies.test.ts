import {describe, expect, it} from "vitest";
import {
  type ChosenCompanies,
  type CompanyFlow,
  type CompanyMonths,
  companiesFinding,
  companyFlows,
  flowName,
  shownText,
} from "../../../src/bank/sectors/companies.js";

const rows: CompanyMonths[] = [
  {
    user_id: "com-1",
    name: "Évora Lda.",
    industry: "retail",
    city: "Porto",
    first_month: "2025-12-01",
    inflow_eur: [0.1, 0.2, 100],
    outflow_eur: [0, 0, 40],
    closing_balance_eur: [5.1, 5.3, 65.3],
  },
  {
    user_id: "com-2",
    name: "Later GmbH",
    industry: "media",
    city: "Berlin",
    first_month: "2025-12-01",
    inflow_eur: [null, null, 10],
    outflow_eur: [null, null, 30],
    closing_balance_eur: [null, null, 7],
  },
];

describe("companyFlows(rows, month)", () => {
  it("adds all months up where none is chosen, to the cent, the largest net flow first", () => {
    expect(companyFlows(rows, undefined)).toEqual([
      {
        user_id: "com-1",
        name: "Évora Lda.",
        industry: "retail",
        city: "Porto",
        inflow_eur: 100.3,
        outflow_eur: 40,
        net_eur: 60.3,
        closing_balance_eur: 65.3,
      },
      {
        user_id: "com-2",
        name: "Later GmbH",
        industry: "media",
        city: "Berlin",
        inflow_eur: 10,
        outflow_eur: 30,
        net_eur: -20,
        closing_balance_eur: 7,
      },
    ]);
  });

  it("takes one month, over the turn of a year, and leaves out who had no account then", () => {
    const flows = companyFlows(rows, new Date("2026-01-01"));
    expect(
      flows.map(({user_id, inflow_eur, closing_balance_eur}) => [
        user_id,
        inflow_eur,
        closing_balance_eur,
      ]),
    ).toEqual([["com-1", 0.2, 5.3]]);
  });

  it("has nothing outside of the data, and of a company that there is not", () => {
    expect(companyFlows(rows, new Date("2031-01-01"))).toEqual([]);
    expect(companyFlows([undefined], undefined)).toEqual([]);
  });
});

const chosen = (flows: readonly CompanyFlow[]): ChosenCompanies => ({
  flows,
  company_count: flows.length,
  gained_count: flows.filter(({net_eur}) => net_eur > 0).length,
});

describe("companiesFinding(chosen, question)", () => {
  it("says where, how many gained, and who moved most", () => {
    const [retail, media] = companyFlows(rows, undefined) as [CompanyFlow, CompanyFlow];
    const said = (flows: CompanyFlow[]) => companiesFinding(chosen(flows), {});
    expect(said([retail, media])).toBe(
      "All industries: one of two companies gained; Évora Lda. moved most, +\u2060€60",
    );
    expect(said([{...media, net_eur: -90}, media])).toBe(
      "All industries: none of two companies gained; Later GmbH moved most, −\u2060€90",
    );
  });

  it("names a single company, with the month that is chosen", () => {
    const question = {industry: "media", month: new Date("2026-02-01")};
    expect(companiesFinding(chosen(companyFlows([rows[1]], question.month)), question)).toBe(
      "Media, February 2026: Later GmbH, net −\u2060€20",
    );
  });

  it("has words for nothing moved and for nobody", () => {
    const [flow] = companyFlows(rows, undefined);
    const still = {...flow!, inflow_eur: 0, outflow_eur: 0, net_eur: 0};
    expect(companiesFinding(chosen([still]), {})).toBe(
      "All industries: as much came in as went out",
    );
    expect(companiesFinding(chosen([]), {industry: "it_services"})).toBe(
      "IT services: no such company",
    );
  });
});

describe("shownText(chosen) and flowName(row, chosen)", () => {
  const all = companyFlows(rows, undefined);
  const others = {...all[1]!, user_id: null, name: null, industry: null, city: null};

  it("count who is not named", () => {
    const cut = {flows: [all[0]!, others], company_count: 1200, gained_count: 600};
    expect(shownText(cut)).toBe(", 1 of 1,200");
    expect(cut.flows.map((row) => flowName(row, cut))).toEqual(["Évora Lda.", "1,199 others"]);
  });

  it("say nothing where all are shown, and how many have a name of which only some are", () => {
    expect(shownText(chosen(all))).toBe("");
    expect(shownText({...chosen(all), match_count: 57})).toBe(
      "; the best found of 57 of this name",
    );
  });
});
