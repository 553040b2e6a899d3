import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {chance, pick} from "../../../src/lib/stream.js";
import {sometime} from "../monthFrame.js";
import type {Span} from "../ranges.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("peer");
/** So many people in a row are friends of each other. */
const circle = 16;
/** How often money moves a month, either way, less the half that chance adds. */
const rates = {main: 1.2, second: 0, savings: -0.4};
/** Amounts in cents at scale 1; friends of means give more, but only up to this scale. */
const amounts = lognormalTable(4_600, 0.95);
const mostScale = 1.5;
/** The share of amounts that are rounded to whole fives of euros rather than to ten cents, and the least of all. */
const roundShare = 0.6;
const rounding = {round: 500, other: 10} as const;
const leastCents = 500;
/** How often somebody gives rather than gets. */
const givesChance = 0.5;
/** How often it is the friend here, where there is one: the others are at other banks. */
const friendHere = 0.9;
/** The hours of the day in which people send money to each other. */
const awake: Span = [7, 21];

/**
 * Money between people. Friends have neighbouring lower numbers, so that a person added at the end is a
 * friend of those before, and nobody before has a friend more.
 */
export const peers: Theme = {
  name: "peers",
  open(bank) {
    const {people, relations, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "peers", people);
    const restraint = restraints(bank);
    const notes = ["Dinner", "Thanks!", "Tickets", "Present", "Groceries", "Trip"].map((note) =>
      texts.of(note),
    );
    return (frame, {proposals, customers}) => {
      for (const {index, city} of customers) {
        const draw = draws.of(index);
        const count = Math.floor(rates[relations[index]!.kind] * 2 * draw() + draw());
        const scale = Math.min(mostScale, budgets.scale(index, frame.index));
        for (let gift = 0; gift < count; gift++) {
          const cents = amounts[Math.floor(draw() * amounts.length)]! * scale;
          const step = rounding[chance(draw, roundShare) ? "round" : "other"];
          const amount = Math.max(leastCents, Math.round(cents / step) * step);
          const at = sometime(draw, pick(draw, frame.businessDays), awake);
          const note = pick(draw, notes);
          const friend = Math.floor(index / circle) * circle + Math.floor(draw() * circle);
          const gives = chance(draw, givesChance);
          const own = holdings.ofPerson[index]!.checking;
          if (friend < index && chance(draw, friendHere)) {
            const other = holdings.ofPerson[friend]!.checking;
            const [from, to] = gives ? [own, other] : [other, own];
            const added = proposals.inside({
              at,
              from,
              to,
              amountCents: amount,
              channel: transfer,
              category,
              toCategory: category,
              text: note,
            });
            proposals.setReserve(added, amount + restraint[gives ? index : friend]!);
          } else {
            const added = proposals.border({
              at,
              account: own,
              party: pick(draw, outside.people[city]!),
              amountCents: gives ? -amount : amount,
              channel: transfer,
              category,
              text: note,
            });
            if (gives) proposals.setReserve(added, amount + restraint[index]!);
          }
        }
      }
    };
  },
};
