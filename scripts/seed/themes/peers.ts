import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {lognormalTable} from "../../../src/lib/normal.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {restraints, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("peer");
const circle = 16;
/** How often money moves a month, either way, less the half that chance adds. */
const rates = {main: 1.2, second: 0, savings: -0.4};

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
    const amounts = lognormalTable(4_600, 0.95);
    const notes = ["Dinner", "Thanks!", "Tickets", "Present", "Groceries", "Trip"].map((note) =>
      texts.of(note),
    );
    return (frame, {proposals, customers}) => {
      for (const {index, city} of customers) {
        const draw = draws.of(index);
        const count = Math.floor(rates[relations[index]!.kind] * 2 * draw() + draw());
        const scale = Math.min(1.5, budgets.scale(index, frame.index));
        for (let gift = 0; gift < count; gift++) {
          const cents = amounts[Math.floor(draw() * 1024)]! * scale;
          const round = chance(draw, 0.6) ? 500 : 10;
          const amount = Math.max(500, Math.round(cents / round) * round);
          const at = instant(
            pick(draw, frame.businessDays),
            between(draw, 7, 21),
            between(draw, 0, 59),
            between(draw, 0, 59),
          );
          const note = pick(draw, notes);
          const friend = Math.floor(index / circle) * circle + Math.floor(draw() * circle);
          const gives = chance(draw, 0.5);
          const own = holdings.ofPerson[index]!.checking;
          if (friend < index && chance(draw, 0.9)) {
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
