import {describe, expect, it} from "vitest";
import {balancesFinding} from "../../../src/people/statement/balanceFigures.js";
import {analysed, checking, file, unnamed} from "../../support/ownFiles.js";

const opening = (lines: readonly string[], ...facts: string[]) => [...facts, ...lines];
const told = async (...files: ReturnType<typeof file>[]) =>
  (await analysed(files)).checks.map(({what, result, stated, found}) => [
    what,
    result,
    stated,
    found,
  ]);

describe("stated balances", () => {
  it("hold where opening, closing and each step follow from the rows", async () => {
    const lines = opening(
      checking(["2025-01"]),
      "Anfangssaldo;1.000,00 EUR",
      "Endsaldo;2.059,50 EUR",
    );
    expect(await told(file("a.csv", lines))).toEqual([
      ["Closing balance", "holds", 2059.5, 2059.5],
      ["Opening balance", "holds", 1000, 1000],
      ["Running balance", "holds", null, null],
    ]);
  });

  it("differ where the closing balance is not what the rows make", async () => {
    const lines = opening(checking(["2025-01"]), "Endsaldo;2.000,00 EUR");
    expect(await told(file("a.csv", lines))).toEqual([
      ["Closing balance", "differs", 2000, 2059.5],
      ["Running balance", "holds", null, null],
    ]);
  });

  it("are the first opening and the last closing balance of a file of several statements", async () => {
    const lines = opening(
      checking(["2025-01"]),
      ...["Anfangssaldo;1.000,00 EUR", "Endsaldo;1.500,00 EUR"],
      ...["Anfangssaldo;1.500,00 EUR", "Endsaldo;2.059,50 EUR"],
    );
    expect((await told(file("a.csv", lines))).slice(0, 2)).toEqual([
      ["Closing balance", "holds", 2059.5, 2059.5],
      ["Opening balance", "holds", 1000, 1000],
    ]);
  });

  it("say of a step that does not follow", async () => {
    const lines = checking(["2025-01", "2025-02"]).map((line) =>
      line.startsWith("10.02") ? line.replace(/[\d,]+$/, "9999,00") : line,
    );
    const {checks} = await analysed([file("a.csv", lines)]);
    expect(checks).toMatchObject([{what: "Running balance", result: "differs"}]);
  });
});

describe("between two files of an account", () => {
  it("nothing is missing where the next begins with the balance of the last", async () => {
    const rows = await told(
      file("1.csv", checking(["2025-01"])),
      file("2.csv", checking(["2025-02"], {opening: 2059.5})),
    );
    expect(rows.at(-1)).toEqual(["2025-01-28 to 2025-02-01", "holds", 2059.5, 2059.5]);
  });

  it("there is a gap where the balance moved, whatever the days between", async () => {
    const rows = await told(
      file("1.csv", checking(["2025-01"])),
      file("2.csv", checking(["2025-02"], {opening: 1500})),
    );
    expect(rows.at(-1)).toEqual(["2025-01-28 to 2025-02-01", "gap", 1500, 2059.5]);
  });

  it("without balances, a long silence is a gap, and a short one stays open", async () => {
    const bare = (month: string) => checking([month]).map((line) => line.replace(/;[^;]*$/, ""));
    const result = async (month: string) =>
      (await told(file("1.csv", bare("2025-01")), file("2.csv", bare(month)))).at(-1)![1];
    expect(await result("2025-02")).toBe("unknown");
    expect(await result("2025-04")).toBe("gap");
  });

  it("files that overlap have none", async () => {
    const rows = await told(
      file("1.csv", checking(["2025-01", "2025-02"])),
      file("2.csv", checking(["2025-02", "2025-03"], {opening: 2059.5})),
    );
    expect(rows.map(([what]) => what)).toEqual(["Running balance", "Running balance"]);
  });
});

describe("between the files of several accounts", () => {
  const second = (months: readonly string[]) =>
    checking(months).map((line) =>
      line.replace("DE02120300000000202051", "DE89370400440532013000"),
    );

  it("there is a gap where none has rows for long", async () => {
    const files = [file("jan.csv", unnamed(["2026-01"])), file("may.csv", unnamed(["2026-05"]))];
    expect((await analysed(files)).checks).toEqual([
      {
        account: "may",
        file: "may.csv",
        currency: "EUR",
        what: "2026-01-30 to 2026-05-01",
        stated: null,
        found: null,
        result: "gap",
        words: "no file of a checking account or card has rows between these days",
      },
    ]);
  });

  it("there is none where one has rows, or the silence is short", async () => {
    const gaps = async (...files: ReturnType<typeof file>[]) =>
      (await told(...files)).filter(([, result]) => result === "gap").length;
    const [jan, feb, may] = [
      file("jan.csv", unnamed(["2026-01"])),
      file("feb.csv", unnamed(["2026-02"])),
      file("may.csv", unnamed(["2026-05"])),
    ];
    expect(await gaps(jan, feb)).toBe(0);
    expect(await gaps(jan, feb, may)).toBe(1);
    const all = second(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]);
    expect(await gaps(jan, may, file("all.csv", all))).toBe(0);
  });

  it("a gap within one is told once", async () => {
    const rows = await told(
      file("jan.csv", unnamed(["2026-01"])),
      file("1.csv", checking(["2026-01"])),
      file("2.csv", checking(["2026-05"], {opening: 5000})),
    );
    expect(rows.filter(([, result]) => result === "gap")).toEqual([
      ["2026-01-28 to 2026-05-01", "gap", 5000, 2059.5],
    ]);
  });
});

describe("balancesFinding(checks)", () => {
  const check = (result: "holds" | "differs" | "gap" | "unknown") => ({
    ...{account: "a", what: "x", file: "f", stated: null, found: null, currency: "EUR", words: ""},
    result,
  });

  it("tells what holds, differs and is missing", () => {
    expect(balancesFinding([])).toBe("No balance could be held against the rows");
    expect(balancesFinding([check("holds")])).toBe("The one balance stated holds");
    expect(balancesFinding([check("holds"), check("holds")])).toBe("All 2 balances stated hold");
    expect(balancesFinding([check("holds"), check("differs"), check("gap")])).toBe(
      "1 stated balance of 2 differs, and there is 1 gap",
    );
    expect(balancesFinding([check("gap")])).toBe("No balance is stated, and there is 1 gap");
  });
});
