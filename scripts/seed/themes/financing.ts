import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between, pick} from "../../../src/lib/stream.js";
import type {Company} from "../companies.js";
import {industryFacts} from "../industryFacts.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const book = channelCode("book");
const financing = categoryCode("financing");
const saving = categoryCode("saving");
/** Months between two rounds of capital of a young company. */
const roundMonths = 9;
/** The part of a month's sales that careful companies lay aside for the taxes of the quarter. */
const asideShare = 0.01;
/** It is laid aside in steps of so many cents, and taken back in the month after a quarter, before taxes are due. */
const asideStep = 10_000;
const asideDay = 20;
const backDay = 9;
/** What a company needs at first beside its cushion, in months of sales: more, if its first invoices are to be paid. */
const startMonths = {till: 0.3, invoices: 1.8} as const;
/** Day of the month on which owners and investors settle: when the taxes of a quarter are paid. */
const capitalDay = 18;
/** So many months before a company runs dry its owners put in no more. */
const givesUpBefore = 6;
/** The hours of the day in which capital and savings move. */
const hours = {capital: 10, savings: 14} as const;

/**
 * Capital: what a new company begins with, rounds for young ones that burn, owners who draw the profit of a quarter
 * above the cushion or make good what is missing, and money laid aside for taxes and taken back when they are due.
 */
export const financingRounds: Theme = {
  name: "financing",
  open(bank) {
    const {companies, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "financing", companies);
    const plans = companies.map(({index}) => {
      const draw = draws.of(index);
      return {investor: pick(draw, outside.investors), phase: between(draw, 0, roundMonths - 1)};
    });
    const words = {
      opening: texts.of("Capital contribution"),
      round: texts.of("Capital increase"),
      drawing: texts.of("Owners' drawings"),
      loan: texts.of("Shareholder loan"),
      aside: texts.of("Laid aside for taxes"),
      back: texts.of("Taken back for taxes"),
    };
    return (frame, {proposals}) => {
      for (const company of companies) {
        const {index, joinedOn} = company;
        if (joinedOn > frame.last) continue;
        const {checking, savings} = holdings.ofCompany[index]!;
        const {investor, phase} = plans[index]!;
        const minute = index % 60;
        for (const {day, rule, amount, text} of capitalMoves(company, frame, phase)) {
          const at = instant(day, hours.capital, minute);
          const added = proposals.border({
            at,
            account: checking,
            party: investor,
            amountCents: amount,
            channel: transfer,
            category: financing,
            text: words[text],
          });
          proposals.setRule(added, rule);
        }
        if (savings < 0) continue;
        const aside = (month: number) =>
          Math.round((planned(company.business.sales, month) * asideShare) / asideStep) * asideStep;
        const cents = aside(frame.index);
        const move = (at: number, from: number, to: number, amount: number, text: number) => {
          if (amount > 0)
            proposals.inside({
              at,
              from,
              to,
              amountCents: amount,
              channel: book,
              category: saving,
              toCategory: saving,
              text,
            });
        };
        const asideAt = instant(frame.businessDay(asideDay), hours.savings, minute);
        move(asideAt, checking, savings, cents, words.aside);
        if (frame.calendarMonth % 3 !== 1 || frame.index < 3) continue;
        const past = [1, 2, 3].reduce((sum, ago) => sum + aside(frame.index - ago), 0);
        const backAt = instant(frame.businessDay(backDay), hours.savings, minute);
        move(backAt, savings, checking, past, words.back);
      }
    };
  },
};

interface Move {
  readonly day: number;
  readonly rule: number;
  readonly amount: number;
  readonly text: "opening" | "round" | "drawing" | "loan";
}

/** What owners and investors do about a company's cash in a month; the ledger settles how much it takes. */
function capitalMoves(company: Company, frame: MonthFrame, phase: number): Move[] {
  const {joinedOn, firstMonth, fate, business, industry, turnMonth} = company;
  const {till} = industryFacts[industry];
  const {cushion, floor, surplus, scale} = business;
  const cash = planned(cushion, frame.index);
  if (joinedOn >= frame.first) {
    // Until the first invoices are paid, costs need capital as well.
    const months = till ? startMonths.till : startMonths.invoices;
    const start = planned(cushion, firstMonth) + months * planned(scale, firstMonth);
    return [{day: joinedOn, rule: Rule.backing, amount: Math.round(start), text: "opening"}];
  }
  const day = frame.businessDay(capitalDay);
  const burn = burnAhead(surplus, frame.index);
  if (fate === "young" && burn > 0) {
    if (frame.index % roundMonths !== phase) return [];
    return [{day, rule: Rule.backing, amount: cash + Math.round(burn), text: "round"}];
  }
  const isGivenUp = fate === "dry" && frame.index >= turnMonth - givesUpBefore;
  if (isGivenUp || frame.calendarMonth % 3 !== 1) return [];
  return [
    {day, rule: Rule.surplus, amount: cash, text: "drawing"},
    {day, rule: Rule.backing, amount: planned(floor, frame.index), text: "loan"},
  ];
}

/** What is burned until the next round comes. */
function burnAhead(surplus: Float64Array, month: number): number {
  let burn = 0;
  for (let ahead = month + 1; ahead <= month + roundMonths; ahead++)
    burn -= Math.min(0, planned(surplus, ahead));
  return burn;
}

/** A planned amount; after the last month that was planned, that one's. */
function planned(series: Float64Array, month: number): number {
  return series[Math.max(0, Math.min(month, series.length - 1))]!;
}
