import {describe, expect, it} from "vitest";
import {type Bank, type Parameters, planBank} from "../../../scripts/seed/bank.js";
import {Drafts} from "../../../scripts/seed/drafts.js";
import {InvoiceBook} from "../../../scripts/seed/invoiceBook.js";
import {monthFrame} from "../../../scripts/seed/monthFrame.js";
import {themes} from "../../../scripts/seed/themes/index.js";
import {categoryNames} from "../../../src/lib/bank/codes.js";
import {parseMonth} from "../../../src/lib/day.js";
import {blankProposal} from "../../../src/lib/ledger/proposal.js";
import {Rule} from "../../../src/lib/ledger/rules.js";

const parameters: Parameters = {
  individuals: 90,
  companies: 10,
  months: 7,
  seed: 42,
  start: parseMonth("2025-05"),
};

/** What the themes propose over the months, as lines, by theme. Nothing is posted. */
function proposed(
  parameters: Parameters,
  {without}: {without?: string} = {},
): Map<string, string[]> {
  const bank = planBank(parameters);
  const drafts = new Drafts(bank.people.length, new InvoiceBook());
  const asked = themes
    .filter(({name}) => name !== without)
    .map((theme) => ({name: theme.name, propose: theme.open(bank), lines: [] as string[]}));
  for (let index = 0; index < parameters.months; index++) {
    const month = parameters.start + index;
    const frame = monthFrame(month, parameters.start, bank.market.daysOf(month));
    drafts.clear(bank.people);
    for (const {propose, lines} of asked) {
      const from = drafts.proposals.length;
      propose(frame, drafts);
      for (let added = from; added < drafts.proposals.length; added++) {
        lines.push(lineOf(bank, drafts, added));
      }
    }
  }
  return new Map(asked.map(({name, lines}) => [name, lines]));
}

function lineOf({accounts, outside}: Bank, {proposals, trades}: Drafts, index: number): string {
  const {at, account, other, amount, rule, category, link} = proposals.read(index, blankProposal());
  return JSON.stringify([
    at,
    accounts[account]!.id,
    other < 0 ? outside.parties[-1 - other]!.id : accounts[other]!.id,
    amount,
    rule,
    categoryNames[category],
    rule === Rule.trade ? trades[link] : null,
  ]);
}

describe("what a theme proposes for an actor", () => {
  const base = proposed(parameters);

  it("is something, for each theme", () => {
    for (const [name, lines] of base) expect(lines.length, name).toBeGreaterThan(0);
  });

  it("does not change when people are added", () => {
    const more = proposed({...parameters, individuals: 120});
    for (const [name, lines] of base) {
      const left = new Set(more.get(name));
      expect(
        lines.filter((line) => !left.has(line)),
        name,
      ).toEqual([]);
      const known = new Set(lines);
      const added = more.get(name)!.filter((line) => !known.has(line));
      // Whatever came in addition is about one of the new people.
      const newPeople = /ind-0000(9[1-9]|1\d\d)|ind-0001/;
      expect(
        added.filter((line) => !newPeople.test(line)),
        name,
      ).toEqual([]);
    }
  });

  it("does not change when a theme is added", () => {
    for (const {name: without} of themes) {
      const fewer = proposed(parameters, {without});
      for (const [name, lines] of fewer)
        expect(lines, `${name} without ${without}`).toEqual(base.get(name));
    }
  });

  it("does not change for a company when companies are added", () => {
    const more = proposed({...parameters, companies: 14});
    for (const name of ["tills", "invoices", "purchasing", "taxes", "financing"]) {
      const left = new Set(more.get(name));
      expect(
        base.get(name)!.filter((line) => !left.has(line)),
        name,
      ).toEqual([]);
    }
  });
});
