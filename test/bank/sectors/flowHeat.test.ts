import {beforeEach, describe, expect, it} from "vitest";
import {type SectorChoiceElement, sectorChoice} from "../../../src/bank/sectors/choice.js";
import type {SectorMonth} from "../../../src/bank/sectors/flow.js";
import {flowHeat} from "../../../src/bank/sectors/flowHeat.js";
import {onPage, page, press, texts} from "../../support/page.js";

const cell = (
  month: string,
  industry: string,
  net_eur: number,
  is_complete = true,
): SectorMonth => ({
  month: new Date(`${month}-01`),
  industry,
  company_count: 1,
  inflow_eur: Math.max(0, net_eur),
  outflow_eur: Math.max(0, -net_eur),
  net_eur,
  is_complete,
});
const rows = [
  cell("2026-02", "hospitality", -300),
  cell("2026-02", "retail", 900),
  cell("2026-03", "hospitality", 100),
  cell("2026-03", "retail", -50),
  cell("2026-04", "hospitality", 5000, false),
  cell("2026-04", "retail", 0, false),
];

let window: Window & typeof globalThis;
let document: Document;
const open = (query = "") => {
  ({window, document} = page(`https://bank.example/bank/sectors${query}`));
};
const choose = () => onPage(sectorChoice({rows, document}));
const draw = (choice?: SectorChoiceElement) =>
  onPage(flowHeat(rows, {width: 700, document, ...(choice ? {choice} : {})}));
const mark = (root: ParentNode, label: string) =>
  [...root.querySelectorAll<SVGElement>("[role=button]")].find((element) =>
    element.getAttribute("aria-label")?.startsWith(label),
  )!;
const chosen = (root: ParentNode) =>
  [...root.querySelectorAll("[aria-pressed=true]")].map((element) =>
    element.getAttribute("aria-label"),
  );
const click = (element: Element) =>
  element.dispatchEvent(new window.MouseEvent("click", {bubbles: true}));

beforeEach(() => open());

describe("flowHeat(rows, {width, choice})", () => {
  it("puts the industry that kept the most on top, counting complete months only", () => {
    expect(texts(draw(), "[aria-label='y-axis tick label'] text")).toEqual([
      "Retail",
      "Hospitality",
    ]);
  });

  it("has a label for each cell, and tells months that are not over", () => {
    const labels = [...draw().querySelectorAll("[role=button]")].map((element) =>
      element.getAttribute("aria-label"),
    );
    expect(labels).toHaveLength(6);
    expect(labels).toContain("Hospitality, February 2026: −\u2060€300");
    expect(labels).toContain("Hospitality, April 2026: €5,000 (month not over)");
  });

  it("draws a month that is not over paler", () => {
    const heat = draw();
    expect(mark(heat, "Hospitality, April 2026").getAttribute("fill-opacity")).toBe("0.45");
    expect(mark(heat, "Hospitality, March 2026").hasAttribute("fill-opacity")).toBe(false);
  });

  it("hands a clicked cell over to the choice and the address, and clears both at the second click", () => {
    const choice = choose();
    const heat = draw(choice);
    let sent = 0;
    choice.addEventListener("input", () => sent++);
    click(mark(heat, "Hospitality, March 2026"));
    expect(choice.value).toEqual({
      industry: "hospitality",
      month: new Date("2026-03-01"),
      company: "",
    });
    expect(window.location.search).toBe("?industry=hospitality&month=2026-03");
    expect(chosen(heat)).toEqual(["Hospitality, March 2026: €100"]);
    click(mark(heat, "Hospitality, March 2026"));
    expect(window.location.search).toBe("");
    expect(sent).toBe(2);
  });

  it("takes no notice of a pointer that only passes: Plot's tooltip sends events of the same name", () => {
    open("?company=gmbh");
    const choice = choose();
    const heat = draw(choice);
    heat.querySelector("svg")!.dispatchEvent(new window.Event("input", {bubbles: true}));
    expect(choice.value.company).toBe("gmbh");
  });

  it("is chosen from with the keyboard", () => {
    const choice = choose();
    const heat = draw(choice);
    press(mark(heat, "Retail, February 2026"), "ArrowRight");
    expect(document.activeElement?.getAttribute("aria-label")).toBe(
      "Retail, March 2026: −\u2060€50",
    );
    press(document.activeElement!, "Enter");
    expect(window.location.search).toBe("?industry=retail&month=2026-03");
  });

  it("shows the cell that the address asks for, and follows the controls", () => {
    open("?month=2026-02&industry=retail");
    const choice = choose();
    const heat = draw(choice);
    expect(chosen(heat)).toEqual(["Retail, February 2026: €900"]);
    const [industry] = choice.querySelectorAll("select");
    industry!.value = "";
    industry!.dispatchEvent(new window.Event("input", {bubbles: true}));
    expect(chosen(heat)).toEqual([]);
  });
});

describe("sectorChoice({rows})", () => {
  it("offers industries by name and months in order, all of them at first", () => {
    const [industry, month] = choose().querySelectorAll("select");
    expect(texts(industry!, "option")).toEqual(["All industries", "Hospitality", "Retail"]);
    expect(texts(month!, "option")).toEqual([
      "All months",
      "February 2026",
      "March 2026",
      "April 2026",
    ]);
    expect(choose().value).toEqual({industry: undefined, month: undefined, company: ""});
  });

  it("keeps the name in the address, and says what of the address is not in the data", () => {
    open("?month=2031-01&industry=mining&company=gmbh");
    const choice = choose();
    expect(choice.value).toEqual({industry: undefined, month: undefined, company: "gmbh"});
    expect(texts(choice, "[role=status]")).toEqual([
      "Not in the data: “mining”, “2031-01”; showing all.",
    ]);
  });

  it("shows all again at the press of its button, which has nothing to do before", () => {
    open("?company=gmbh");
    const choice = choose();
    const button = choice.querySelector("button")!;
    expect(button.disabled).toBe(false);
    click(button);
    expect(choice.value.company).toBe("");
    expect(window.location.search).toBe("");
    expect(button.disabled).toBe(true);
  });

  it("follows the reader back and forward", () => {
    const choice = choose();
    window.history.pushState(null, "", "?industry=retail");
    window.dispatchEvent(new window.PopStateEvent("popstate"));
    expect(choice.value.industry).toBe("retail");
  });
});
