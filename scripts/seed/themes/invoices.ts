import {businessDayFrom, isBusinessDay} from "../../../src/lib/bank/businessDays.js";
import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {type Day, firstDayOf, lastDayOf, type Month} from "../../../src/lib/day.js";
import {between, pick, type Stream} from "../../../src/lib/stream.js";
import type {Bank} from "../bank.js";
import type {Company} from "../companies.js";
import {type Customer, planCustomers, waitOf} from "../customers.js";
import type {Drafts} from "../drafts.js";
import {industryFacts} from "../industryFacts.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import {inSpan, type Range, type Span, within} from "../ranges.js";
import {CreditNotes} from "./creditNotes.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const invoice = categoryCode("invoice");
const vendor = categoryCode("vendor");
/** No invoice is paid later than this many days after it was issued. */
export const longestWait = 150;
/** Invoices of a month: the fewest, the most, and against as many of the usual size as make up the sales. */
const fewest = 4;
const most = 14;
const countRange: Range = {least: 0.8, spread: 0.4};
/** How large invoices are against each other. */
const weightRange: Range = {least: 0.6, spread: 0.8};
/** The hours of the day in which invoices are paid. */
const paidHours: Span = [6, 17];
/** Nobody buys more than this part of its own sales from a company of this bank in a month. */
const mostBought = 0.012;

/**
 * Invoices of companies that do not sell at a till, issued on business days. Before the first month stand the invoices
 * of a quarter, which the first receipts belong to.
 */
export const invoices: Theme = {
  name: "invoices",
  open(bank) {
    const {companies, outside, texts} = bank;
    const draws = streamsFor(bank, "invoices", companies);
    const customers = planCustomers(companies, (index) => draws.of(index), outside);
    const text = texts.of("Invoice ");
    const credits = new CreditNotes(bank);
    return (frame, drafts) => {
      for (const company of companies) {
        const {index, firstMonth} = company;
        if (customers[index]!.length === 0 || frame.index < firstMonth) continue;
        const first = frame.index === 0 ? firstMonth : frame.index;
        for (let month = first; month <= frame.index; month++) {
          const issued = plan(bank, company, customers[index]!, draws.of(index), month);
          for (const draft of issued) issue(bank, company, draft, {frame, drafts, text, credits});
        }
      }
      credits.issue(frame, drafts);
    };
  },
};

interface Draft {
  readonly customer: Customer;
  readonly issuedOn: Day;
  readonly netCents: number;
  readonly paidOn: Day | undefined;
  readonly paidAt: number;
}

/** The invoices of a month: what the plan sells, spread over customers and business days. */
function plan(
  {companies, parameters}: Bank,
  {business, industry, turnMonth, fate}: Company,
  customers: readonly Customer[],
  draw: Stream,
  month: number,
): Draft[] {
  const planned = business.sales[Math.max(0, Math.min(month, business.sales.length - 1))]!;
  if (planned < 100) return [];
  const usual = industryFacts[industry].invoice;
  const count = Math.min(
    most,
    Math.max(fewest, Math.round((planned / usual) * within(draw, countRange))),
  );
  const days = businessDaysOf(parameters.start + month);
  const hasLost = fate === "lost" && month >= turnMonth;
  const shares = customers.map(({share}, place) => (hasLost && place === 0 ? 0 : share));
  const turn = draw();
  const weights = Array.from({length: count}, () => within(draw, weightRange));
  const drafts = weights.map((weight, place) => {
    const customer = customers[placeAt(shares, (place + turn) / count)]!;
    const issuedOn = pick(draw, days);
    const wait = waitOf(customer, draw);
    const paidOn = wait === undefined ? undefined : businessDayFrom(issuedOn + wait);
    const second = between(draw, 0, 3599);
    const paidAt = instant(paidOn ?? 0, inSpan(draw, paidHours)) + second;
    return {customer, issuedOn, paidOn, paidAt, weight};
  });
  return amounts(drafts, planned, (company) => {
    const {scale} = companies[company]!.business;
    return mostBought * scale[Math.max(0, Math.min(month, scale.length - 1))]!;
  });
}

/** Which share holds a point between 0 and 1: so each customer gets its part of the invoices of every month. */
function placeAt(shares: readonly number[], point: number): number {
  let rest = point * shares.reduce((sum, share) => sum + share, 0);
  const found = shares.findIndex((share) => {
    rest -= share;
    return rest < 0;
  });
  return found < 0 ? shares.length - 1 : found;
}

/** Shares out the sales of a month; what is too much for an inside customer is invoiced to the others. */
function amounts(
  drafts: readonly (Omit<Draft, "netCents"> & {readonly weight: number})[],
  planned: number,
  mostOf: (company: number) => number,
): Draft[] {
  const total = drafts.reduce((sum, {weight}) => sum + weight, 0);
  const wanted = drafts.map(({weight}) => (planned * weight) / total);
  const outside = drafts.filter(({customer}) => customer.company < 0).length;
  const billed = drafts.map(({customer}, place) => {
    if (customer.company < 0 || outside === 0) return wanted[place]!;
    const invoices = drafts.filter((draft) => draft.customer === customer).length;
    return Math.min(wanted[place]!, mostOf(customer.company) / invoices);
  });
  const left = planned - billed.reduce((sum, cents) => sum + cents, 0);
  return drafts.map((draft, place) => ({
    netCents: billed[place]! + (draft.customer.company < 0 ? left / outside : 0),
    ...draft,
  }));
}

function issue(
  {holdings}: Bank,
  {index, city}: Company,
  {customer, issuedOn, netCents, paidOn, paidAt}: Draft,
  {
    frame,
    drafts,
    text,
    credits,
  }: {frame: MonthFrame; drafts: Drafts; text: number; credits: CreditNotes},
): void {
  const vat = countries[cities[city]!.country].vatBps;
  const amountCents = Math.round((netCents * (10_000 + vat)) / 10_000);
  // What was paid before the data began is no part of them.
  if (amountCents < 100 || (paidOn !== undefined && paidOn < frame.first)) return;
  const {company, party, term} = customer;
  const dueOn = issuedOn + term;
  const id = drafts.invoices.issue({
    company: index,
    customer: company,
    party,
    issuedOn,
    dueOn,
    amountCents,
  });
  if (paidOn === undefined) return;
  const {proposals} = drafts;
  const seller = holdings.ofCompany[index]!.checking;
  const added =
    company < 0
      ? proposals.border({
          at: paidAt,
          account: seller,
          party,
          amountCents,
          channel: transfer,
          category: invoice,
          text,
        })
      : proposals.inside({
          at: paidAt,
          from: holdings.ofCompany[company]!.checking,
          to: seller,
          amountCents,
          channel: transfer,
          category: vendor,
          toCategory: invoice,
          text,
        });
  proposals.setInvoice(added, id);
  if (company < 0) credits.consider({invoice: id, company: index, party, amountCents, paidOn});
}

function businessDaysOf(month: Month): Day[] {
  const days: Day[] = [];
  for (let day = firstDayOf(month); day <= lastDayOf(month); day++)
    if (isBusinessDay(day)) days.push(day);
  return days;
}
