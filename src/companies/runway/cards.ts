import {cardRow, numberCard} from "../../components/numberCard.js";
import type {PaceOfAll} from "../../lib/companies/pacesOfAll.js";
import type {RunwayBand} from "../../lib/forecasting/runway.js";
import {count} from "../../lib/format.js";
import {companiesText} from "../../lib/words.js";

interface Options {
  readonly document?: Document;
}

/** All companies in four numbers: at risk in red and amber, without a burn, and what burns each month. */
export function riskCards(
  {bands, burning_count, burn_eur}: PaceOfAll,
  {document = globalThis.document}: Options = {},
): HTMLElement {
  const many = (wanted: RunwayBand) =>
    bands.reduce((sum, {band, company_count}) => sum + (band === wanted ? company_count : 0), 0);
  const text = (value: unknown) => count(Number(value));
  const [red, empty] = [many("red"), bands[0]?.company_count ?? 0];
  const cards = [
    numberCard({
      label: "Cash for under 6 months",
      value: red,
      format: text,
      note:
        red === 0
          ? "none, for now"
          : `of ${count(burning_count)} with a burn; ${empty === 0 ? "none" : count(empty)} of the ` +
            `${count(red)} without cash`,
      document,
    }),
    numberCard({
      label: "Cash for 6 to 12 months",
      value: many("amber"),
      format: text,
      note: "a year’s notice, at most",
      document,
    }),
    numberCard({
      label: "No burn",
      value: many("no burn"),
      format: text,
      note: "took in at least what they paid",
      document,
    }),
    numberCard({
      label: "Burned each month",
      value: burn_eur,
      note: `net, by ${companiesText(burning_count)}`,
      document,
    }),
  ];
  return cardRow(bands.length === 0 ? [] : cards, {document});
}
