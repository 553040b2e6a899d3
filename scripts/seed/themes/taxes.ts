import {categoryCode} from "../../../src/lib/ledger.js";
import {Rule} from "../../../src/lib/proposals.js";
import {instant} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import {channelCode, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const vat = categoryCode("vat");
const corporateTax = categoryCode("corporate_tax");

/** Each quarter, VAT and corporate tax on the quarter before; what is due follows from the books. */
export const taxes: Theme = {
  name: "taxes",
  open({companies, holdings, outside, texts}) {
    const vatText = texts.of("VAT return");
    const taxText = texts.of("Corporate tax instalment");
    return (frame, {proposals}) => {
      if (frame.calendarMonth % 3 !== 1) return;
      for (const {index, city} of companies) {
        const account = holdings.ofCompany[index]!.checking;
        const {country} = cities[city]!;
        const office = outside.taxOffice[country];
        const {vatBps, corporateTaxBps} = countries[country];
        const minute = index % 60;
        const vatDue = proposals.border(
          instant(frame.businessDay(10), 9, minute),
          account,
          office,
          vatBps,
          transfer,
          vat,
          vatText,
        );
        proposals.rule[vatDue] = Rule.vat;
        const taxDue = proposals.border(
          instant(frame.businessDay(15), 9, minute),
          account,
          office,
          corporateTaxBps,
          transfer,
          corporateTax,
          taxText,
        );
        proposals.rule[taxDue] = Rule.profitTax;
      }
    };
  },
};
