import {cardRow, numberCard} from "../../components/numberCard.js";
import type {Runway} from "../../lib/companies/runways.js";
import {isEmpty} from "../../lib/companies/runwayWords.js";
import {count} from "../../lib/format.js";
import {companiesText} from "../../lib/words.js";

interface Options {
  readonly document?: Document;
}

/** All companies in four numbers: at risk in red and amber, without a burn, and what burns each month. */
export function riskCards(
  rows: readonly Runway[],
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const many = (wanted: (row: Runway) => boolean) => rows.filter(wanted).length;
  const burning = rows.filter(({net_burn_eur}) => net_burn_eur > 0);
  const text = (value: unknown) => String(value);
  const [red, empty] = [many(({band}) => band === "red"), many(isEmpty)];
  const cards = [
    numberCard({
      label: "Cash for under 6 months",
      value: red,
      format: text,
      note:
        red === 0
          ? "none, for now"
          : `of ${count(burning.length)} with a burn; ${empty === 0 ? "none" : count(empty)} of the ` +
            `${count(red)} without cash`,
      document,
    }),
    numberCard({
      label: "Cash for 6 to 12 months",
      value: many(({band}) => band === "amber"),
      format: text,
      note: "a year’s notice, at most",
      document,
    }),
    numberCard({
      label: "No burn",
      value: many(({band}) => band === "no burn"),
      format: text,
      note: "took in at least what they paid",
      document,
    }),
    numberCard({
      label: "Burned each month",
      value: burning.reduce((sum, {net_burn_eur}) => sum + net_burn_eur, 0),
      note: `net, by ${companiesText(burning.length)}`,
      document,
    }),
  ];
  return cardRow(rows.length === 0 ? [] : cards, {document});
}
