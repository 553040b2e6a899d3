import {describe, expect, it} from "vitest";
import {scenarioControls} from "../../src/company/runway/scenarioControls.js";
import {slider} from "../../src/components/slider.js";
import {onPage, page, texts} from "../support/page.js";

function move(element: ParentNode, label: string, value: number): void {
  const range = [...element.querySelectorAll("label")]
    .find((one) => one.textContent === label)!
    .parentElement!.querySelector("input")!;
  range.value = String(value);
  range.dispatchEvent(new range.ownerDocument.defaultView!.Event("input", {bubbles: true}));
}

/** Counts the `input` events that a page would follow. */
function followed<E extends HTMLElement & {value: unknown}>(element: E) {
  const values: unknown[] = [];
  onPage(element).addEventListener("input", () => values.push(element.value));
  return {element, values};
}

describe("slider(options)", () => {
  const draw = (url?: string) => {
    const {document, window} = page(url);
    const element = slider({
      label: "Revenue",
      min: -50,
      max: 50,
      step: 5,
      value: 0,
      format: (value) => `${value}%`,
      param: "revenue",
      document,
    });
    return {...followed(element), window};
  };

  it("is labelled, and says its value with its unit beside and aloud", () => {
    const {element} = draw("https://bank.example/?revenue=10");
    const range = element.querySelector("input")!;
    expect(element.querySelector("label")?.htmlFor).toBe(range.id);
    expect(texts(element, "output")).toEqual(["10%"]);
    expect(range.getAttribute("aria-valuetext")).toBe("10%");
    expect(element.value).toBe(10);
  });

  it("sends each step and keeps it in the address, but not where it stood at first", () => {
    const {element, values, window} = draw();
    move(element, "Revenue", 15);
    expect(window.location.search).toBe("?revenue=15");
    move(element, "Revenue", 0);
    expect(window.location.search).toBe("");
    expect(values).toEqual([15, 0]);
  });

  it.each([
    ["900", 50],
    ["-900", -50],
    ["13", 15],
    ["much", 0],
    ["", 0],
  ])("holds what the address asks for to range and step: %s", (asked, value) =>
    expect(draw(`https://bank.example/?revenue=${asked}`).element.value).toBe(value),
  );

  it("can be set, and follows the reader back", () => {
    const {element, values, window} = draw();
    element.value = 20;
    expect([element.value, window.location.search, texts(element, "output")[0]]).toEqual([
      20,
      "?revenue=20",
      "20%",
    ]);
    window.history.replaceState(null, "", "?");
    window.dispatchEvent(new window.PopStateEvent("popstate"));
    expect(values).toEqual([0]);
  });
});

describe("scenarioControls()", () => {
  const draw = (url?: string) => {
    const {document, window} = page(url);
    const next = new Date("2026-11-01T00:00:00Z");
    return {...followed(scenarioControls({next, document})), window};
  };
  const pressed = (element: ParentNode) => texts(element, "[aria-pressed=true]");

  it("begins with the base scenario, and with what the address says", () => {
    expect(draw().element.value).toEqual({
      revenue: 0,
      cost: 0,
      hires: 0,
      financing_eur: 0,
      financing_ahead: 3,
      floor_months: 0,
    });
    const {element} = draw(
      "https://bank.example/?revenue=10&hires=-2&financing=4&arrives=1&floor=1.5",
    );
    expect(element.value).toMatchObject({
      revenue: 0.1,
      hires: -2,
      financing_eur: 250_000,
      financing_ahead: 1,
      floor_months: 1.5,
    });
    expect(texts(element, "output")).toEqual([
      "+10%",
      "unchanged",
      "−2 people",
      "€250k",
      "November 2026",
      "1.5 months of costs",
    ]);
    expect(pressed(element)).toEqual([]);
  });

  it("takes a ready-made scenario with one event, and marks it", () => {
    const {element, values, window} = draw();
    expect(pressed(element)).toEqual(["Base"]);
    [...element.querySelectorAll("button")]
      .find((one) => one.textContent === "Pessimistic")!
      .click();
    expect(values).toHaveLength(1);
    expect(element.value).toMatchObject({revenue: -0.15, cost: 0.05});
    expect(pressed(element)).toEqual(["Pessimistic"]);
    expect(window.location.search).toBe("?revenue=-15&cost=5");
    move(element, "Hires", 3);
    expect(pressed(element)).toEqual([]);
    expect(texts(element, "output")[2]).toBe("+3 people");
  });
});
