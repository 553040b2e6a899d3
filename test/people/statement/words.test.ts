import {describe, expect, it} from "vitest";
import type {CategoryBudget} from "../../../src/lib/people/peers.js";
import {accountNamed, accountOfFile, guessedKind} from "../../../src/people/statement/accounts.js";
import {accuracyFinding} from "../../../src/people/statement/accuracyFigures.js";
import type {Analysis} from "../../../src/people/statement/analysis.js";
import type {BalanceCheck} from "../../../src/people/statement/balanceChecks.js";
import {budgetFinding} from "../../../src/people/statement/budgetFigures.js";
import {contractsFinding} from "../../../src/people/statement/contractFigures.js";
import {type FileLine, fileLine} from "../../../src/people/statement/fileLine.js";
import {recognisedText} from "../../../src/people/statement/fileLines.js";
import {monthsFinding} from "../../../src/people/statement/monthFigures.js";
import {effectText} from "../../../src/people/statement/offerPanel.js";
import {openingText} from "../../../src/people/statement/opening.js";
import {statedText} from "../../../src/people/statement/statedText.js";
import {analysed, checking, file} from "../../support/ownFiles.js";

describe("openingText(analysis)", () => {
  it("says what the page does until there are files", () => {
    expect(openingText(null)).toMatch(/nothing is sent anywhere\.$/);
  });

  it("tells payments, accounts, days, and what waits for a category or a rate", async () => {
    const analysis = await analysed([file("a.csv", checking(["2025-01"]))]);
    expect(openingText(analysis)).toBe(
      "Your files hold 4 payments on 1 account, from 1 January 2025 to 28 January 2025. " +
        "75% of them have a category; the others wait for you below. " +
        "The stated balances agree with the rows.",
    );
    const foreign = {...analysis, rateless: [{currency: "SEK", count: 2}]} satisfies Analysis;
    expect(openingText(foreign)).toMatch(/2 payments in SEK count only once you say/);
    const one = {...analysis, rateless: [{currency: "SEK", count: 1}]} satisfies Analysis;
    expect(openingText(one)).toMatch(/1 payment in SEK counts only once you say/);
    const both = [...one.rateless, {currency: "NOK", count: 1}];
    expect(openingText({...analysis, rateless: both})).toMatch(
      /1 payment in SEK and 1 payment in NOK count only/,
    );
    expect(openingText({...analysis, rows: []})).toBe("None of the files holds payments yet.");
  });
});

describe("statedText(checks)", () => {
  const check = (file: string, what: string, result: BalanceCheck["result"]): BalanceCheck => ({
    ...{account: "a", what, file, stated: 1, found: 1, currency: "EUR", result, words: ""},
  });
  const good = [check("1", "Closing balance", "holds"), check("1", "Running balance", "holds")];
  it("counts a file once, and nothing where no balance is stated", () => {
    const gap = check("1", "2025-01-31 to 2025-03-01", "gap");
    expect(statedText([gap])).toBe("");
    expect(statedText([...good, gap])).toBe("The stated balances agree with the rows.");
    expect(statedText([check("1", "Opening balance", "differs")])).toBe(
      "The stated balances do not agree with the rows.",
    );
    const second = (result: BalanceCheck["result"]) => [
      ...good,
      check("2", "Running balance", result),
    ];
    expect(statedText(second("holds"))).toBe(
      "The stated balances agree with the rows in all 2 files.",
    );
    expect(statedText(second("differs"))).toBe(
      "The stated balances agree with the rows in 1 of 2 files.",
    );
  });
});

describe("recognisedText(file)", () => {
  const line: FileLine = {
    ...fileLine({id: "x", name: "x.csv", file: {kind: "error", message: "e"}}, 0, new Map()),
    kind: "statement",
    row_count: 3,
    added_count: 1,
    first: "2025-01-01",
    last: "2025-02-01",
    currencies: ["EUR"],
    encoding: "utf-8",
    left_out: [{reason: "pending", count: 2}],
  };

  it("tells rows, period, currency, encoding, twins and what was left out", () => {
    expect(recognisedText(line)).toBe(
      "3 rows · 1 Jan 2025 to 1 Feb 2025 · EUR · utf-8; 2 rows in another file already; left out: 2 pending.",
    );
    expect(recognisedText({...line, is_proven: true})).toMatch(
      /utf-8 · signs proven by its balances; 2 rows/,
    );
    expect(recognisedText({...line, kind: "error", error: "a picture"})).toBe(
      "cannot be read: a picture",
    );
  });
});

describe("accounts", () => {
  it("are named by their number without blanks, else by the file without its month", () => {
    expect(accountNamed("DE02 1203 0000")).toBe("DE0212030000");
    expect(accountNamed(" My account ")).toBe("My account");
    expect(accountOfFile("umsaetze-2025-01 (2).csv", {facts: []})).toBe("umsaetze");
    expect(accountOfFile("202501.csv", {facts: []})).toBe("account");
  });

  it("are savings or cards where words of the file say so", async () => {
    const kindOf = async (name: string, ...lines: string[]) =>
      (await analysed([file(name, [...lines, ...checking(["2025-01"]).slice(3)])])).accounts[0]!
        .kind;
    expect(await kindOf("tagesgeld.csv")).toBe("savings");
    expect(await kindOf("x.csv", "Konto;Livret A", "")).toBe("savings");
    expect(await kindOf("x.csv", "Kreditkarte;Visa", "")).toBe("card");
    expect(await kindOf("x.csv")).toBe("checking");
    expect(guessedKind("x", [])).toBe("checking");
  });
});

describe("effectText(changes)", () => {
  it("counts other payments and their euros, whichever way they went", () => {
    const change = {
      date: "2025-01-01",
      payee: "x",
      before: null,
      after: null,
      amount: -5,
      currency: "EUR",
    };
    expect(effectText([])).toMatch(/^It would change no other payment/);
    expect(
      effectText([
        {...change, amount_eur: -5},
        {...change, amount_eur: 2.5},
      ]),
    ).toBe("It would change 2 other payments, €7.50 in all.");
  });
});

describe("monthsFinding(months)", () => {
  it("says in how many months more was spent than came in", async () => {
    const {months} = await analysed([file("a.csv", checking(["2025-01", "2025-02"]))]);
    const over = {...months[0]!, left_eur: -1};
    expect(monthsFinding([])).toBe("There is no whole month yet");
    expect(monthsFinding(months)).toBe("You stayed within your income in every month");
    expect(monthsFinding([over])).toBe("You overspent");
    expect(monthsFinding([over, months[1]!, over])).toBe("You overspent in 2 of 3 months");
    expect(monthsFinding([{...over, income_eur: 0}])).toBe(
      "No income is recognised in any whole month",
    );
  });
});

describe("contractsFinding(contracts)", () => {
  it("tells what one contract costs, or several", async () => {
    const {contracts} = await analysed([
      file("a.csv", checking(["2025-01", "2025-02", "2025-03", "2025-04"])),
    ]);
    const rent = contracts.filter(({party}) => party === "Hausverwaltung Lot");
    expect(contractsFinding(rent)).toBe("Your 1 contract costs €700 a month");
    expect(contractsFinding([...rent, ...rent])).toBe("Your 2 contracts cost €1,400 a month");
    expect(contractsFinding([])).toBe("No contract is active in your files");
  });
});

describe("accuracyFinding(rows)", () => {
  it("tells what rules get right alone, and with the most corrections", () => {
    const row = (correction_limit: number, right_count: number) => ({
      ...{
        correction_limit,
        person_count: 2,
        row_count: 100,
        right_count,
        unknown_count: 0,
        amount_eur: 1,
        right_eur: 1,
      },
      ...{guess_count: 0, right_guess_count: 0, mean_certainty: 0},
    });
    expect(accuracyFinding([row(0, 69), row(10, 90), row(100, 92)])).toBe(
      "Rules alone get 69% of payments right; with 100 corrections, 92%",
    );
    expect(accuracyFinding([row(0, 69)])).toBe("Rules alone get 69% of payments right");
    expect(accuracyFinding([])).toBe("Nothing is measured yet");
  });
});

describe("budgetFinding(rows, unknownEur)", () => {
  const row = (label: string, difference_eur: number, chance = 0.001) =>
    ({label, difference_eur, chance}) as CategoryBudget;

  it("calls nothing less that what has no category could make up for", () => {
    const rows = [row("Groceries", -129), row("Insurance", 127), row("Health", -9, 0.6)];
    expect(budgetFinding(rows, 0)).toBe(
      "You spend €127 more on insurance and €129 less on groceries than people like you",
    );
    expect(budgetFinding(rows, 400)).toBe("You spend €127 more on insurance than people like you");
    expect(budgetFinding(rows.slice(0, 1), 400)).toBe(
      "You may spend less than people like you: €400 a month have no category",
    );
    expect(budgetFinding(rows.slice(2), 400)).toMatch(/in every category$/);
  });
});
