import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../../loaders/datasets/bank.js";
import {type PersonStatements, readStatements} from "../../../loaders/datasets/statements.js";
import {type BookedLeg, houseOf, statementText} from "../../../loaders/datasets/statementTexts.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {type AccuracyRow, accuracyRows} from "../../../src/lib/classify/accuracy.js";
import type {Payment} from "../../../src/lib/classify/payment.js";
import {shippedRules} from "../../../src/lib/classify/shipped/shippedRules.js";
import {pairTransfers} from "../../../src/lib/classify/transfers.js";
import {parseEur} from "../../../src/lib/money.js";
import {stream} from "../../../src/lib/stream.js";
import {bank} from "../../support/bank.js";
import {bankFiles} from "../../support/statement.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

// A seed by which no rule was chosen.
const folder = bank({individuals: 90, companies: 10, months: 8, seed: 31});
const rows = bankFiles(folder);

let snapshot: SnapshotReader;
let people: readonly PersonStatements[];
beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  people = await readStatements(queriesOver(snapshot), {seed: 1, nth: 3});
});
afterAll(() => snapshot.close());

describe("readStatements(bank, options)", () => {
  it("holds each payment of every third person, to the cent, with the bank's category", () => {
    const ids = rows("individuals").map((row) => row.user_id!);
    const chosen = new Set(ids.filter((_, at) => at % 3 === 0));
    const owners = new Map(rows("accounts").map((row) => [row.account_id!, row.user_id!]));
    const known = rows("transactions")
      .filter((row) => chosen.has(owners.get(row.account_id!)!))
      .map(
        (row) =>
          `${row.transaction_id} ${row.booked_on} ${parseEur(row.amount_eur!)} ${row.category}`,
      );
    const read = people.flatMap(({payments}) =>
      payments.map(
        ({payment: {id, date, amountCents}, category}) =>
          `${id} ${date} ${amountCents} ${category}`,
      ),
    );
    expect(read.sort()).toEqual(known.sort());
  });

  it("writes the same texts of the same seed, and others of another", async () => {
    const again = await readStatements(queriesOver(snapshot), {seed: 1, nth: 3});
    expect(again).toEqual(people);
    const other = await readStatements(queriesOver(snapshot), {seed: 2, nth: 3});
    expect(other).not.toEqual(people);
  });

  it("tells what a bill was for nowhere, and names no account elsewhere as the simulation does", () => {
    const texts = people.flatMap(({payments}) =>
      payments.map(({payment}) => `${payment.counterparty} ${payment.description}`.toLowerCase()),
    );
    expect(
      texts.filter((text) => /invoice, |own account elsewhere|personal_care/.test(text)),
    ).toEqual([]);
  });
});

describe("statementText(leg, house, draw)", () => {
  const leg: BookedLeg = {
    bookedOn: "2025-05-01",
    channel: "card",
    description: "Bücherwelt Online am großen Platz",
    isOut: true,
    holder: "Ada Muster",
    city: "Köln",
    country: "DE",
    party: "Bücherwelt Online am großen Platz",
    partyIban: "",
  };
  const house = {hasPayees: true, isUpperCase: false, isSpelled: true, hasIbans: true};

  it("writes a terminal's text in capitals, cut at 22 letters, with the city", () => {
    const {counterparty, description} = statementText(leg, house, stream(1, "t"));
    expect(counterparty).toBe("BUECHERWELT ONLINE AM KOELN");
    expect(description).toMatch(/^KARTENZAHLUNG \d{8} .+ \d\d:\d\d K\d\d$/);
  });

  it("puts the payee into the text where a bank has no column for it", () => {
    const text = statementText(leg, {...house, hasPayees: false}, stream(1, "t"));
    expect(text.counterparty).toBe("");
    expect(text.description).toContain("BUECHERWELT ONLINE AM KOELN");
  });

  it("writes what a person wrote in the language of the place, of a transfer to the holder's own name", () => {
    const transfer = {...leg, channel: "credit_transfer", description: "To own account", party: ""};
    const texts = Array.from({length: 20}, (_, at) =>
      statementText(transfer, house, stream(at, "t")),
    );
    expect(texts.every(({counterparty}) => counterparty === "Ada Muster")).toBe(true);
    expect(texts.some(({description}) => description.includes("Übertrag"))).toBe(true);
  });

  it("draws a house, of each habit both", () => {
    const houses = Array.from({length: 40}, (_, at) => houseOf(stream(at, "house")));
    for (const habit of ["hasPayees", "isUpperCase", "isSpelled", "hasIbans"] as const)
      expect(new Set(houses.map((one) => one[habit])).size).toBe(2);
  });
});

describe("pairTransfers(payments, accounts) on the bank", () => {
  it("finds the transfers between a person's accounts, and no others", () => {
    const numbers = new Map(
      rows("transactions").map((row) => [row.transaction_id!, row.transfer_id!]),
    );
    for (const {payments, accounts} of people) {
      const all = payments.map(({payment}) => payment);
      const halves = new Map<string, Payment[]>();
      for (const half of all) {
        const number = numbers.get(half.id)!;
        if (number) halves.set(number, [...(halves.get(number) ?? []), half]);
      }
      // two of one amount on one day between the same accounts cannot be told apart
      const told = (out: Payment, into: Payment) =>
        `${out.date} ${out.amountCents} ${out.account} ${into.account}`;
      const known = [...halves.values()].flatMap(([a, b]) =>
        a && b ? [a.amountCents < 0 ? told(a, b) : told(b, a)] : [],
      );
      const found = pairTransfers(all, accounts).map(({out, into}) => told(out, into));
      expect(found.sort()).toEqual(known.sort());
    }
  });
});

describe("accuracyRows(people, rules, limits) on the bank", () => {
  let accuracy: readonly AccuracyRow[];
  beforeAll(() => {
    accuracy = accuracyRows(people, shippedRules(), [30]);
  });
  const shares = () => accuracy.map(({right_count, row_count}) => right_count / row_count);

  it("is right on seven of ten payments by rules alone, and on nine with thirty corrections a person", () => {
    const [alone, corrected] = shares();
    expect(alone).toBeGreaterThan(0.68);
    expect(corrected).toBeGreaterThan(0.88);
    const {right_eur, amount_eur} = accuracy[1]!;
    expect(right_eur / amount_eur).toBeGreaterThan(0.85);
  });

  it("is as certain of its guesses as it is often right, within a tenth", () => {
    const {guess_count, right_guess_count, mean_certainty} = accuracy[1]!;
    expect(Math.abs(right_guess_count / guess_count - mean_certainty)).toBeLessThan(0.1);
  });
});
