import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {categoryCode, channelCode, type PartyCode} from "../../../src/lib/bank/codes.js";
import {Ledger} from "../../../src/lib/ledger/ledger.js";
import {type LedgerAccount, Outcome, type Trade} from "../../../src/lib/ledger/posting.js";
import {Proposals} from "../../../src/lib/ledger/proposals.js";
import {Rule} from "../../../src/lib/ledger/rules.js";

const day = 86_400;
const endOfTime = 40 * day;
const channel = channelCode("card");
const category = categoryCode("rent");
const shop = -1;

interface Leg {
  id: number;
  account: number;
  at: number;
  amount: number;
  other: number;
  transfer: number;
}

/** A ledger over some accounts, with what it posted. */
function ledgerOf(accounts: readonly LedgerAccount[], trades: readonly Trade[] = []) {
  const legs: Leg[] = [];
  const executed: {account: number; trade: Trade; gross: number; transaction: number}[] = [];
  const receipts: [number, number][] = [];
  const ledger = new Ledger(
    accounts,
    {
      instrumentCount: 2,
      trade: (link) => trades[link]!,
      dividend: () => ({instrument: 0, amountE4: 5_000, rateE6: 1_000_000}),
      split: () => ({instrument: 0, before: 1, after: 4}),
    },
    {
      leg: ({id, account, at, amountCents, other, transferId}) =>
        legs.push({id, account, at, amount: amountCents, other, transfer: transferId}),
      trade: (_id, account, _at, trade, gross, transaction) =>
        executed.push({account, trade, gross, transaction}),
    },
    (invoice, transaction) => receipts.push([invoice, transaction]),
  );
  return {ledger, legs, executed, receipts};
}

const account = (terms: Partial<LedgerAccount> = {}): LedgerAccount => ({
  openingCents: 0,
  overdraftCents: 0,
  openedOn: 0,
  closedOn: 30,
  earnsInterest: false,
  ...terms,
});

/** Adds a payment across the border, and returns its index. */
function border(
  proposals: Proposals,
  at: number,
  account: number,
  amountCents: number,
  other = 0,
): number {
  const party = other as PartyCode;
  return proposals.border({at, account, party, amountCents, channel, category, text: 0});
}

/** Adds a payment from an account to another, and returns its index. */
function inside(
  proposals: Proposals,
  at: number,
  from: number,
  to: number,
  amountCents: number,
): number {
  const toCategory = category;
  return proposals.inside({at, from, to, amountCents, channel, category, toCategory, text: 0});
}

function post(ledger: Ledger, proposals: Proposals): Uint8Array {
  return ledger.post(proposals, proposals.order(0, endOfTime));
}

describe("Ledger.post", () => {
  it("pairs the two legs of an internal movement", () => {
    const {ledger, legs} = ledgerOf([account({openingCents: 10_000}), account()]);
    const proposals = new Proposals();
    inside(proposals, 5, 0, 1, 2_500);
    expect([...post(ledger, proposals)]).toEqual([Outcome.posted]);
    expect(legs).toEqual([
      {id: 1, account: 0, at: 5, amount: -2_500, other: 1, transfer: 1},
      {id: 2, account: 1, at: 5, amount: 2_500, other: 0, transfer: 1},
    ]);
    expect([...ledger.balance]).toEqual([7_500, 2_500]);
  });

  it("lets an account fall to its limit and not a cent below", () => {
    const {ledger} = ledgerOf([account({openingCents: 1_000, overdraftCents: 500})]);
    const proposals = new Proposals();
    border(proposals, 1, 0, -1_501);
    border(proposals, 2, 0, -1_500);
    border(proposals, 3, 0, -1);
    expect([...post(ledger, proposals)]).toEqual([Outcome.money, Outcome.posted, Outcome.money]);
  });

  it("refuses what lies before the opening or after the closing day", () => {
    const {ledger} = ledgerOf([account({openedOn: 2, closedOn: 3})]);
    const proposals = new Proposals();
    for (const at of [2 * day - 1, 2 * day, 4 * day - 1, 4 * day]) {
      border(proposals, at, 0, 100);
    }
    const {closed, posted} = Outcome;
    expect([...post(ledger, proposals)]).toEqual([closed, posted, posted, closed]);
  });

  it("refuses what depends on a refused proposal", () => {
    const {ledger} = ledgerOf([account(), account({openingCents: 100})]);
    const proposals = new Proposals();
    border(proposals, 1, 0, -100);
    proposals.setRequired(border(proposals, 2, 1, -100), 0);
    expect([...post(ledger, proposals)]).toEqual([Outcome.money, Outcome.dependent]);
  });

  it("posts a run that is reserved as a whole, or none of it", () => {
    const run = (openingCents: number) => {
      const {ledger} = ledgerOf([account({openingCents}), account(), account()]);
      const proposals = new Proposals();
      const first = inside(proposals, 1, 0, 1, 60);
      proposals.setReserve(first, 120);
      proposals.setRequired(inside(proposals, 1, 0, 2, 60), first);
      post(ledger, proposals);
      return [...ledger.balance];
    };
    expect(run(120)).toEqual([0, 60, 60]);
    expect(run(119)).toEqual([119, 0, 0]);
  });

  it("posts in the order of instants, and of proposing at the same instant", () => {
    const {ledger, legs} = ledgerOf([account()]);
    const proposals = new Proposals();
    border(proposals, 9, 0, 1);
    border(proposals, 4, 0, 2);
    border(proposals, 9, 0, 3);
    post(ledger, proposals);
    expect(legs.map(({amount}) => amount)).toEqual([2, 1, 3]);
  });

  it("tells which transaction paid an invoice", () => {
    const {ledger, receipts} = ledgerOf([account()]);
    const proposals = new Proposals();
    proposals.setInvoice(border(proposals, 1, 0, 100), 17);
    post(ledger, proposals);
    expect(receipts).toEqual([[17, 1]]);
  });

  it.each([
    {there: 4_999, saved: 90_000, moved: 16_000}, // 150.01 EUR are missing to 200: in whole tens 160
    {there: 5_000, saved: 90_000, moved: 0}, // enough is there
    {there: -12_345, saved: 90_000, moved: 33_000},
    {there: 0, saved: 4_321, moved: 4_000}, // no more than there is
    {there: 0, saved: 999, moved: 0},
  ])("tops an account with $there cents up from $saved: $moved", ({there, saved, moved}) => {
    const {ledger, legs} = ledgerOf([
      account({openingCents: saved}),
      account({openingCents: there, overdraftCents: 20_000}),
    ]);
    const proposals = new Proposals();
    const added = inside(proposals, 1, 0, 1, 20_000);
    proposals.setRule(added, Rule.topUp, 5_000);
    const outcome = moved > 0 ? Outcome.posted : Outcome.nothing;
    expect([...post(ledger, proposals)]).toEqual([outcome]);
    expect([...ledger.balance]).toEqual([saved - moved, there + moved]);
    expect(legs.length).toBe(moved > 0 ? 2 : 0);
  });

  it("moves what lies above a level in whole euros, to an account or an outside party", () => {
    const run = (openingCents: number, isInside: boolean) => {
      const {ledger, legs} = ledgerOf([account({openingCents}), account()]);
      const proposals = new Proposals();
      const added = isInside ? inside(proposals, 1, 0, 1, 30_000) : border(proposals, 1, 0, 30_000);
      proposals.setRule(added, Rule.surplus);
      post(ledger, proposals);
      return legs.map(({amount}) => amount);
    };
    expect(run(34_567, true)).toEqual([-4_500, 4_500]);
    expect(run(34_567, false)).toEqual([-4_500]);
    expect(run(31_999, true)).toEqual([]); // below 20 EUR: not worth moving
    expect(run(20_000, false)).toEqual([]);
  });

  it("brings an account up to a level from outside, in whole thousands, and leaves one that has it", () => {
    const run = (openingCents: number, level: number) => {
      const terms = {openingCents, overdraftCents: 1_000_000};
      const {ledger, legs} = ledgerOf([account(terms)]);
      const proposals = new Proposals();
      proposals.setRule(border(proposals, 1, 0, level), Rule.backing);
      post(ledger, proposals);
      return legs.map(({amount}) => amount);
    };
    expect(run(-50_000, 250_001)).toEqual([400_000]);
    expect(run(-500_000, -450_000)).toEqual([100_000]);
    expect(run(250_001, 250_001)).toEqual([]);
    expect(run(900_000, 250_001)).toEqual([]);
  });

  it("does once what is asked for again and again, the first time that there is money for it", () => {
    const {ledger} = ledgerOf([account({openingCents: 900}), account()]);
    const proposals = new Proposals();
    const buy = (at: number, link: number) => {
      const added = inside(proposals, at, 0, 1, 1_000);
      proposals.setRule(added, Rule.once, link);
    };
    buy(1, 7);
    border(proposals, 2, 0, 5_000);
    for (const at of [3, 4]) buy(at, 7);
    buy(5, 8);
    const {money, posted, nothing} = Outcome;
    expect([...post(ledger, proposals)]).toEqual([money, posted, posted, nothing, posted]);
  });

  it("pays interest on what lay there, day by day", () => {
    const {ledger, legs} = ledgerOf([account({openingCents: 0, earnsInterest: true})]);
    const proposals = new Proposals();
    border(proposals, 0, 0, 365_000);
    proposals.setRule(border(proposals, 10 * day, 0, 1_000), Rule.interest);
    post(ledger, proposals);
    expect(legs.at(-1)!.amount).toBe(1_000); // 10 % of 3650 EUR for 10 of 365 days
  });

  it("empties and closes an account that is swept", () => {
    const {ledger, legs} = ledgerOf([account({openingCents: 700})]);
    const proposals = new Proposals();
    proposals.setRule(border(proposals, 5, 0, 0), Rule.sweep);
    border(proposals, 6, 0, 100);
    expect([...post(ledger, proposals)]).toEqual([Outcome.posted, Outcome.closed]);
    expect(legs.map(({amount}) => amount)).toEqual([-700]);
  });
});

describe("trades", () => {
  const trade = (side: Trade["side"], quantityE6: number): Trade => ({
    instrument: 0,
    side,
    quantityE6,
    priceE4: 100_000,
    rateE6: 1_000_000,
    feeCents: 100,
  });

  function run(cash: number, trades: readonly Trade[], rules: readonly number[]) {
    const world = ledgerOf([account({openingCents: cash})], trades);
    const proposals = new Proposals();
    rules.forEach((rule, index) => {
      const added = border(proposals, index, 0, 0);
      proposals.setRule(added, rule, index);
    });
    const results = [...post(world.ledger, proposals)];
    return {...world, results};
  }

  it("cost quantity × price × rate and the fee, and pay it less the fee", () => {
    const {ledger, legs} = run(
      10_000,
      [trade("buy", 2e6), trade("sell", 1e6)],
      [Rule.trade, Rule.trade],
    );
    expect(legs.map(({amount}) => amount)).toEqual([-2_100, 900]);
    expect(ledger.positions.quantityE6[0]).toBe(1e6);
  });

  it("are refused when the position or the money is too small", () => {
    const {results} = run(2_099, [trade("sell", 1), trade("buy", 2e6)], [Rule.trade, Rule.trade]);
    expect(results).toEqual([Outcome.position, Outcome.money]);
  });

  it("count a split: four new shares for an old one can all be sold", () => {
    const {results, ledger} = run(
      10_000,
      [trade("buy", 1e6), trade("buy", 1e6), trade("sell", 4e6)],
      [Rule.trade, Rule.split, Rule.trade],
    );
    expect(results).toEqual([Outcome.posted, Outcome.posted, Outcome.posted]);
    expect(ledger.positions.quantityE6[0]).toBe(0);
  });

  it("earn the dividend of the shares held when it went ex", () => {
    const {ledger, legs} = ledgerOf(
      [account({openingCents: 10_000})],
      [trade("buy", 3e6), trade("sell", 3e6)],
    );
    const proposals = new Proposals();
    for (const [rule, link] of [
      [Rule.trade, 0],
      [Rule.entitlement, 0],
      [Rule.trade, 1],
      [Rule.dividend, 0],
      [Rule.dividend, 0],
    ] as const) {
      const added = border(proposals, proposals.length, 0, 0);
      proposals.setRule(added, rule, link);
    }
    const results = post(ledger, proposals);
    expect(legs.at(-1)!.amount).toBe(150);
    expect(results[4]).toBe(Outcome.nothing);
  });
});

describe("whatever is proposed", () => {
  const proposal = fc.record({
    at: fc.integer({min: 0, max: 12 * day}),
    account: fc.nat(3),
    other: fc.integer({min: -2, max: 3}),
    amount: fc.integer({min: -3_000, max: 3_000}),
    requires: fc.integer({min: -1, max: 10}),
  });

  it("keeps every balance above its limit at every moment, and the bank closed", () => {
    fc.assert(
      fc.property(fc.array(proposal, {maxLength: 60}), (wanted) => {
        const accounts = [
          account({openingCents: 2_000, overdraftCents: 1_000}),
          account({openingCents: 500}),
          account({openedOn: 3, closedOn: 9}),
          account({openingCents: 100, closedOn: 5, earnsInterest: true}),
        ];
        const {ledger, legs} = ledgerOf(accounts);
        const proposals = new Proposals();
        for (const {at, account: from, other, amount, requires} of wanted) {
          const added =
            other < 0 || other === from
              ? border(proposals, at, from, amount, Math.abs(other))
              : inside(proposals, at, from, other, Math.abs(amount));
          if (requires < added) proposals.setRequired(added, requires);
        }
        post(ledger, proposals);
        assertSound(accounts, legs, ledger);
      }),
    );
  });

  function assertSound(accounts: readonly LedgerAccount[], legs: readonly Leg[], ledger: Ledger) {
    const balances = accounts.map(({openingCents}) => openingCents);
    let last = 0;
    legs.forEach(({id, account: index, at, amount, other, transfer}, place) => {
      expect(id).toBe(place + 1);
      expect(at).toBeGreaterThanOrEqual(last);
      last = at;
      const {overdraftCents, openedOn, closedOn} = accounts[index]!;
      balances[index]! += amount;
      if (amount < 0) expect(balances[index]).toBeGreaterThanOrEqual(-overdraftCents);
      expect(Math.floor(at / day)).toBeGreaterThanOrEqual(openedOn);
      expect(Math.floor(at / day)).toBeLessThanOrEqual(closedOn);
      if (other < 0) expect(transfer).toBe(0);
      else if (amount > 0) {
        const pair = legs[place - 1]!;
        expect(pair).toEqual({
          ...pair,
          account: other,
          at,
          amount: -amount,
          other: index,
          transfer,
        });
      }
    });
    expect([...ledger.balance]).toEqual(balances);
    const crossed = legs.filter(({other}) => other < 0).reduce((sum, {amount}) => sum + amount, 0);
    const opened = accounts.reduce((sum, {openingCents}) => sum + openingCents, 0);
    expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(opened + crossed);
  }
});

it("a party outside is written as -1 - its number", () => {
  const {ledger, legs} = ledgerOf([account({openingCents: 100})]);
  const proposals = new Proposals();
  border(proposals, 1, 0, -100);
  post(ledger, proposals);
  expect(legs[0]!.other).toBe(shop);
});
