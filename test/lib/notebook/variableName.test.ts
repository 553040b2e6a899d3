import {describe, expect, it} from "vitest";
import {isCellName} from "../../../src/lib/notebook/notebook.js";
import {variableName} from "../../../src/lib/notebook/variableName.js";

/** All names of up to so many of these letters. */
const namesOf = (letters: readonly string[], length: number): string[] =>
  length === 0
    ? [""]
    : namesOf(letters, length - 1).flatMap((name) => [name, ...letters.map((each) => name + each)]);

describe("variableName(cell, kind)", () => {
  it("joins the words of a name", () => {
    expect(variableName("fees_by_city", "Rows")).toBe("feesByCityRows");
    expect(variableName("least", "Value")).toBe("leastValue");
  });

  it("is another for each cell, and a name of the language", () => {
    const cells = [...new Set(namesOf(["a", "b", "_", "1", "6"], 6))].filter(isCellName);
    const rows = "rows_value fees_1 fees16 fees1 fees_16 a_rows a_value query query_ typed _query";
    const names = [...cells, ...rows.split(" ")].flatMap((cell) => [
      variableName(cell, "Rows"),
      variableName(cell, "Value"),
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Za-z_$][\w$]*$/.test(name))).toEqual([]);
  });
});
