import {describe, expect, it} from "vitest";
import {segmented} from "../../../src/components/segmented.js";
import {askFirst} from "../../../src/workbench/ask/askFirst.js";
import {onPage, page, texts} from "../../support/page.js";

const choices = [
  {value: "5", label: "5"},
  {value: "10", label: "10"},
];

describe("askFirst(control, read, published)", () => {
  const draw = (row_count: number, read: "transactions" | "trades" = "transactions") => {
    const {document} = page();
    const control = segmented({label: "Days", choices, document});
    const element = askFirst(control, read, [{table_name: read, row_count}], {document});
    const values: unknown[] = [];
    onPage(element).addEventListener("input", () => values.push(element.value));
    const choose = (at: number) =>
      element.querySelectorAll<HTMLInputElement>("input[type=radio]")[at]!.click();
    return {control, element, values, choose};
  };

  it.each([
    {read: "transactions", small: 754_940},
    {read: "trades", small: 102_000},
  ] as const)("is the control itself where the bank has few $read", ({read, small}) => {
    const {control, element} = draw(small, read);
    expect(element).toBe(control);
    expect(element.value).toBe("5");
  });

  it("is the control itself where the bank has no such table", () => {
    const {document} = page();
    const control = segmented({label: "Days", choices, document});
    expect(askFirst(control, "transactions", [], {document})).toBe(control);
  });

  it("has no value before it is asked, whatever is chosen, and then follows the choice", () => {
    const {element, values, choose} = draw(7_635_744);
    expect(element.value).toBeUndefined();
    choose(1);
    expect(values).toEqual([]);
    element.querySelector("button")!.click();
    expect(values).toEqual(["10"]);
    expect(element.querySelector("button")).toBeNull();
    expect("unasked" in element.dataset).toBe(false);
    choose(0);
    expect(values.at(-1)).toBe("5");
  });

  it("says how much it would read", () => {
    expect(texts(draw(7_635_744).element, "p")[0]).toBe(
      "Ask This question reads single transactions: some 168 MB of the published bank.",
    );
    expect(texts(draw(1_348_471, "trades").element, "p")[0]).toBe(
      "Ask This question reads single trades: some 22.9 MB of the published bank.",
    );
  });
});
