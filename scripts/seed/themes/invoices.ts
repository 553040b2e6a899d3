import {businessDayFrom} from "../../../src/lib/businessDays.js";
import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {firstDayOf, lastDayOf} from "../../../src/lib/day.js";
import {between, pick, type Stream} from "../../../src/lib/stream.js";
import type {Company} from "../companies.js";
import type {Drafts} from "../drafts.js";
import {industryFacts} from "../industryFacts.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const invoice = categoryCode("invoice");
const vendor = categoryCode("vendor");
/** Customers are drawn from so many, of which those with a lower number than the seller bank here. */
const customerUniverse = 420;
/** No invoice is paid later than this many days after it was issued. */
export const longestWait = 150;

/**
 * Invoices of companies that do not sell at a till: terms of 14, 30 or 60 days, many paid late, a few never.
 * Some customers are companies of this bank, and then both sides are seen. Before the first month stand the
 * invoices of a quarter, which the first receipts belong to.
 */
export const invoices: Theme = {
  name: "invoices",
  open(bank) {
    const {companies, texts} = bank;
    const draws = streamsFor(bank, "invoices", companies);
    const text = texts.of("Invoice ");
    return (frame, drafts) => {
      for (const company of companies) {
        if (industryFacts[company.industry].till) continue;
        const draw = draws.of(company.index);
        for (let month = frame.index === 0 ? -3 : frame.index; month <= frame.index; month++) {
          issue(bank, company, draw, month, {frame, drafts, text});
        }
      }
    };
  },
};

function issue(
  {companies, holdings, outside, parameters}: Parameters<Theme["open"]>[0],
  company: Company,
  draw: Stream,
  month: number,
  {frame, drafts, text}: {frame: MonthFrame; drafts: Drafts; text: number},
): void {
  const {sales, index, city, industry} = company;
  const vat = countries[cities[city]!.country].vatBps;
  const planned = sales[Math.max(0, Math.min(month, sales.length - 1))]!;
  const count = Math.min(
    14,
    Math.max(1, Math.round((planned / industryFacts[industry].invoice) * (0.8 + 0.4 * draw()))),
  );
  const first = firstDayOf(parameters.start + month);
  const last = lastDayOf(parameters.start + month);
  const weights = Array.from({length: count}, () => 0.4 + 1.2 * draw() * draw() + 0.3 * draw());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let carried = 0;
  for (const weight of weights) {
    const issuedOn = between(draw, first, last);
    const term = pick(draw, [14, 30, 30, 30, 60]);
    const customer = Math.floor(draw() * customerUniverse);
    const party = pick(draw, outside.customers);
    const wait = waitFor(draw, term);
    // Nobody buys far more than its own size from one supplier: what is too much is invoiced to others.
    const buyer = customer < index ? companies[customer]! : undefined;
    const net = (planned * weight) / total + carried;
    const billed = buyer ? Math.min(net, (buyer.sales[0] ?? 0) * 0.05) : net;
    carried = net - billed;
    const amount = Math.round((billed * (10_000 + vat)) / 10_000);
    const paidOn = wait === undefined ? undefined : businessDayFrom(issuedOn + wait);
    // What was paid before the data began is no part of them.
    if (amount < 100 || (paidOn !== undefined && paidOn < frame.first)) continue;
    const id = drafts.invoices.issue({
      company: index,
      customer: buyer ? customer : -1,
      party: buyer ? -1 : party,
      issuedOn,
      dueOn: issuedOn + term,
      amountCents: amount,
    });
    if (paidOn === undefined) continue;
    const at = instant(paidOn, between(draw, 6, 17), between(draw, 0, 59), between(draw, 0, 59));
    const seller = holdings.ofCompany[index]!.checking;
    const added = buyer
      ? drafts.proposals.transfer(
          at,
          holdings.ofCompany[customer]!.checking,
          seller,
          amount,
          transfer,
          vendor,
          invoice,
          text,
        )
      : drafts.proposals.border(at, seller, party, amount, transfer, invoice, text);
    drafts.proposals.link[added] = id;
    drafts.proposals.number[added] = id;
  }
}

/** Days from issue to payment; undefined if it is never paid. */
function waitFor(draw: Stream, term: number): number | undefined {
  const kind = draw();
  const late = draw();
  if (kind < 0.025) return undefined;
  if (kind < 0.56) return Math.max(1, term - Math.floor(6 * late));
  if (kind < 0.88) return term + 1 + Math.floor(15 * late);
  return Math.min(longestWait, term + 16 + Math.floor(50 * late));
}
