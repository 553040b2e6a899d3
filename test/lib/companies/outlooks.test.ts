import {describe, expect, it} from "vitest";
import {oddsOf} from "../../../src/lib/companies/futures.js";
import {
  aliveCountText,
  endangered,
  endangeredFinding,
  outlookRow,
} from "../../../src/lib/companies/outlooks.js";
import {outlook} from "../../support/outlook.js";

describe("outlookRow(balance, futures)", () => {
  const year = (eur: number) => new Float64Array(12).fill(100 * eur);
  const paths = {
    inflow: [year(0), year(0)],
    outflow: [year(30), year(1)],
    net: [year(-30), year(-1)],
  };
  const futures = {
    id: "a",
    start: 2026 * 12,
    ...paths,
    odds: oddsOf({id: "a", start: 2026 * 12, paths}, 10_000),
  };

  it("says how many futures fall below zero, by when half of them have, and where the median ends", () => {
    expect(outlookRow(100, futures)).toEqual({
      dry_share: 0.5,
      future_count: 2,
      dry_month: "2026-04-01",
      is_default_alive: false,
      end_balance_eur: 100 - 6 * 31,
    });
  });

  it("is empty for a company that is too young to forecast", () => {
    expect(new Set(Object.values(outlookRow(100, undefined)))).toEqual(new Set([null]));
  });
});

describe("endangered(rows)", () => {
  it("keeps those with cash that lasts less than a year, at their pace or in most futures", () => {
    const rows = [
      outlook({user_id: "soon", runway_months: 3}),
      outlook({user_id: "forecast", dry_share: 0.8}),
      outlook({user_id: "even odds", dry_share: 0.5}),
      outlook({user_id: "a year", runway_months: 12}),
      outlook({user_id: "empty", runway_months: 0, closing_balance_eur: 0, dry_share: 1}),
    ];
    expect(endangered(rows).map(({user_id}) => user_id)).toEqual(["soon", "forecast"]);
  });
});

describe("endangeredFinding(rows)", () => {
  it("counts those who run out within six months and names who burns most; one, later and none", () => {
    const small = outlook({runway_months: 3});
    const large = outlook({name: "Bo AB", runway_months: 5, net_burn_eur: 90});
    const later = outlook({runway_months: 8});
    expect(endangeredFinding([small, large, later])).toBe(
      "Two companies with cash run out within six months; Bo AB burns most",
    );
    expect(endangeredFinding([small, later])).toBe(
      "One company with cash runs out within six months: Ada AG",
    );
    expect(endangeredFinding([later])).toBe(
      "No company with cash runs out within six months, but one may within a year",
    );
    expect(endangeredFinding([outlook()])).toBe(
      "No company with cash is likely to run out within a year",
    );
  });
});

describe("aliveCountText(rows)", () => {
  it("counts who breaks even, and who of the overdrawn comes back", () => {
    const rows = [
      outlook(),
      outlook({closing_balance_eur: -10, end_balance_eur: 5, is_default_alive: false}),
      outlook({closing_balance_eur: -20, end_balance_eur: -5, is_default_alive: false}),
    ];
    expect(aliveCountText(rows)).toBe(
      "1 of 3 companies would break even before the money runs out, in at least half of their futures (“default alive”). Two are overdrawn today, by €30 together; in the median future one of them is back above zero within 12 months.",
    );
    expect(aliveCountText(rows.slice(0, 1))).not.toContain("overdrawn");
    expect(aliveCountText([outlook({is_default_alive: null})])).toMatch(
      /^No company has the three/,
    );
  });
});
