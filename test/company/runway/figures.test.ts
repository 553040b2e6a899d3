import {beforeEach, describe, expect, it} from "vitest";
import {companyCards} from "../../../src/company/runway/cards.js";
import {afterRest} from "../../../src/company/runway/scenarioControls.js";
import {outlook} from "../../support/outlook.js";
import {page, texts} from "../../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});

describe("companyCards(runway, months)", () => {
  it("say plainly that a company has no burn", () => {
    const month = {
      month: new Date("2026-10-01T00:00:00Z"),
      inflow_eur: 1,
      outflow_eur: 1,
      net_eur: 0,
      financing_eur: 0,
      closing_balance_eur: 100,
    };
    const cards = companyCards(outlook(), [month], {document});
    expect(texts(cards, ".card-value")).toEqual(["€100", "€50", "none", "no burn"]);
    expect(texts(cards, ".card-note")[2]).toBe("earned €5 a month");
    expect(
      texts(companyCards(outlook({runway_months: 4}), [month], {document}), ".card-value")[3],
    ).toBe("4 months");
    expect(companyCards(undefined, [], {document}).children).toHaveLength(0);
  });
});

describe("afterRest(element, notify)", () => {
  it("tells the value at once, then only when it has rested, and stops when told", async () => {
    const element = Object.assign(document.createElement("div"), {value: 1});
    const {Event} = document.defaultView!;
    const heard: number[] = [];
    const stop = afterRest(element, (value) => heard.push(value), {milliseconds: 20});
    const input = (value: number) => {
      element.value = value;
      element.dispatchEvent(new Event("input"));
    };
    input(2);
    input(3);
    expect(heard).toEqual([1]);
    await new Promise((done) => setTimeout(done, 120));
    expect(heard).toEqual([1, 3]);
    input(4);
    stop();
    await new Promise((done) => setTimeout(done, 120));
    expect(heard).toEqual([1, 3]);
  });
});
