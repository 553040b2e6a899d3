import fc from "fast-check";
import {expect, it} from "vitest";
import {environment} from "../../../loaders/environment.js";
import {importIntoFiles} from "../../../scripts/import/importIntoFiles.js";
import {bankFolder} from "../../support/bankFolder.js";
import {brokenRulesIn, importRequest, statementText} from "../../support/statementImport.js";

const account = "ind-000001-chk";

/** A booking at another bank; few days, names and amounts, so that many are alike. */
const booking = fc.record({
  day: fc.integer({min: 10, max: 12}),
  name: fc.constantFrom("Lidl", "Aldi"),
  amount: fc.constantFrom("-1.00", "+3.00"),
});
/** A statement: its first day, how many rows it has from there on, and whether they have ids. It may end within a day. */
const window = fc.tuple(
  fc.integer({min: 10, max: 12}),
  fc.integer({min: 0, max: 20}),
  fc.boolean(),
);

const rowText = ({day, name, amount}: {day: number; name: string; amount: string}) =>
  `2025-06-${day} | ${name} | Payment | | ${amount}`;

it("importIntoFiles(folder, request) books each row once, wherever its statements begin and end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(booking, {minLength: 1, maxLength: 30}),
      fc.array(fc.array(window, {minLength: 1, maxLength: 2}), {minLength: 1, maxLength: 3}),
      async (bookings, imports) => {
        const inOrder = bookings.toSorted((a, b) => a.day - b.day);
        const rows = inOrder.map((each, at) => ({
          day: each.day,
          text: rowText(each),
          withId: `${rowText(each)} | EUR | T${at}`,
          booked: `2025-06-${each.day},${each.amount.replace("+", "")}`,
        }));
        const {folder, lines} = bankFolder();
        const seen = new Set<(typeof rows)[number]>();
        for (const windows of imports) {
          const statements = windows.flatMap(([first, count, hasIds]) => {
            const shown = rows.filter(({day}) => day >= first).slice(0, count);
            for (const row of shown) seen.add(row);
            if (shown.length === 0) return [];
            return [statementText(...shown.map(({text, withId}) => (hasIds ? withId : text)))];
          });
          if (statements.length > 0)
            await importIntoFiles(folder, importRequest(account, statements));
        }
        const added = lines("transactions").slice(33);
        const found = added.map((line) => line.split(",").slice(3, 5).join());
        expect(found.sort()).toEqual([...seen].map(({booked}) => booked).sort());
        expect(await brokenRulesIn(folder)).toEqual({});
      },
    ),
    {numRuns: environment.CI ? 30 : 12},
  );
});
