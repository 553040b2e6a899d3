import {describe, expect, it} from "vitest";
import {boundSql} from "../../../src/lib/notebook/boundSql.js";
import {engineError} from "../../../src/lib/notebook/engineError.js";
import {inputSql, parseInput, printInput} from "../../../src/lib/notebook/inputSpec.js";

describe("engineError(text, {sql})", () => {
  it("keeps the engine's words and finds the place by its caret", () => {
    const sql = "select 1,\n  nme\nfrom bank.users";
    const text = `Binder Error: Referenced column "nme" not found!\nCandidate bindings: "users.name"\nLINE 2:   nme\n          ^`;
    expect(engineError(text, {sql})).toEqual({
      message: 'Binder Error: Referenced column "nme" not found!\nCandidate bindings: "users.name"',
      place: {from: 12, to: 15},
    });
  });

  it("reads the parts of a query that was sent", () => {
    const parts = {
      exception_type: "Parser",
      exception_message: 'syntax error at or near "selct"\n\nLINE 1: selct 1\n        ^',
    };
    expect(engineError(JSON.stringify(parts), {sql: "selct 1"})).toMatchObject({
      message: 'Parser Error: syntax error at or near "selct"',
      place: {from: 0, to: 5},
    });
  });

  it("offers a keyword where the grammar broke, and a name that is close", () => {
    const sql = "selct 1";
    const text = 'Parser Error: syntax error at or near "selct"\nLINE 1: selct 1\n        ^';
    expect(engineError(text, {sql})).toMatchObject({
      hint: 'Did you mean "select"?',
      place: {from: 0, to: 5},
    });
    const missing = "Catalog Error: Table with name userz does not exist!";
    expect(engineError(missing, {sql, names: ["users"]}).hint).toBe('Did you mean "users"?');
  });

  it.each([
    ["select city sum(fee)", "(", "sum"],
    ["select city,\n  count(*)\n  median(fee)", "median", "median"],
    ["select 'a', 1 twice", "twice", "twice"],
  ])("asks for the comma that %j lacks", (sql, near, before) => {
    const from = sql.indexOf(near === "(" ? "(" : near);
    const start = sql.lastIndexOf("\n", from) + 1;
    const row = sql.slice(start).split("\n")[0]!;
    const line = sql.slice(0, start).split("\n").length;
    const text = `Parser Error: syntax error at or near "${near}"\nLINE ${line}: ${row}\n${" ".repeat(`LINE ${line}: `.length + from - start)}^`;
    expect(engineError(text, {sql})).toMatchObject({
      hint: `Is a comma missing before "${before}"?`,
      place: {from: sql.indexOf(before)},
    });
  });

  it("finds the place in a long line, of which the engine shows a part", () => {
    const sql = `select ${"abcdefgh, ".repeat(20)}nme from t`;
    const at = sql.indexOf("nme");
    const shown = `LINE 1: ...${sql.slice(at - 20, at + 10)}...`;
    const text = `Binder Error: no\n${shown}\n${" ".repeat("LINE 1: ...".length + 20)}^`;
    expect(engineError(text, {sql}).place).toEqual({from: at, to: at + 3});
  });

  it("says something where the engine says nothing", () => {
    expect(engineError("", {sql: ""})).toEqual({message: "the query failed without a word"});
  });
});

describe("boundSql(written, values)", () => {
  it("puts values where inputs stand, and tells places in what was written", () => {
    const written = "select $a, '$a' from t where x > $a and oops";
    const {sql, placeOf} = boundSql(written, new Map([["a", "date '2025-01-01'"]]));
    expect(sql).toBe("select date '2025-01-01', '$a' from t where x > date '2025-01-01' and oops");
    expect(placeOf(sql.indexOf("oops"))).toBe(written.indexOf("oops"));
    expect(placeOf(sql.indexOf("from t"))).toBe(written.indexOf("from t"));
    expect(placeOf(0)).toBe(0);
  });
});

describe("parseInput(source)", () => {
  it("reads what printInput writes", () => {
    const spec = {
      kind: "choice",
      label: "City",
      value: "Bonn",
      choices: ["Berlin", "Bonn"],
    } as const;
    expect(parseInput(printInput(spec))).toEqual(spec);
    expect(parseInput("kind: number\nmin: 1\nmax: 9")).toEqual({
      kind: "number",
      label: "",
      value: "",
      min: "1",
      max: "9",
    });
  });

  it("refuses what is no input, by its line", () => {
    expect(() => parseInput("knd: number")).toThrow('invalid line of an input: "knd: number"');
    expect(() => parseInput("kind: colour")).toThrow(/unknown kind of an input: "colour"/);
    expect(() => parseInput("kind: choice")).toThrow(/choice without choices/);
  });

  it("inputSql(spec) writes each kind so that nothing in a value is read as SQL", () => {
    const sql = (source: string) => inputSql(parseInput(source));
    expect(sql("kind: number\nvalue: -2.5")).toBe("(-2.5)");
    expect(sql("kind: date\nvalue: 2025-12-17")).toBe("date '2025-12-17'");
    expect(sql("kind: person\nvalue: it's")).toBe("'it''s'");
    expect(sql("kind: person")).toBe("null");
    expect(() => sql("kind: number\nvalue: 1; drop")).toThrow(/invalid number/);
    expect(() => sql("kind: date\nvalue: 2025-13-99")).toThrow(/invalid date/);
  });
});
