import {describe, expect, it, vi} from "vitest";
import {keepLinks} from "../../src/components/frame/keptLinks.js";
import {followChoice, keptChoice} from "../../src/components/keptChoice.js";
import {picker} from "../../src/components/picker.js";
import {onPage, page, press} from "../support/page.js";

const choices = [
  {value: "ind-1", label: "Ada Novák"},
  {value: "ind-2", label: "Bruno Keller"},
];

describe("keptChoice(subject)", () => {
  it("keeps a person and a company apart", () => {
    const {window} = page();
    keptChoice("person", window).set("ind-2");
    expect(keptChoice("person", window).get()).toBe("ind-2");
    expect(keptChoice("company", window).get()).toBeUndefined();
  });

  it("tells those who follow the subject, from the last choice on", () => {
    const {window} = page();
    keptChoice("person", window).set("ind-1");
    const told = vi.fn();
    followChoice("person", told, window);
    keptChoice("company", window).set("com-9");
    keptChoice("person", window).set("ind-2");
    expect(told.mock.calls).toEqual([["ind-1"], ["ind-2"]]);
  });

  it("keeps nothing, and tells all the same, where storage is shut off", () => {
    const {window} = page();
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new window.DOMException("no", "SecurityError");
      },
    });
    const told = vi.fn();
    followChoice("person", told, window);
    keptChoice("person", window).set("ind-2");
    expect(keptChoice("person", window).get()).toBeUndefined();
    expect(told.mock.calls).toEqual([["ind-2"]]);
  });
});

describe("picker({kept})", () => {
  const draw = (url: string, last?: string) => {
    const {document, window} = page(url);
    const kept = keptChoice("person", window);
    if (last !== undefined) kept.set(last);
    const element = onPage(picker({label: "Person", choices, param: "id", kept, document}));
    return {element, window, kept};
  };

  it("begins with the last choice and puts it into the address", () => {
    const {element, window} = draw("https://bank.example/person/overview", "ind-2");
    expect(element.value).toBe("ind-2");
    expect(window.location.search).toBe("?id=ind-2");
  });

  it("prefers what the address names, and keeps that", () => {
    const {element, kept} = draw("https://bank.example/person/overview?id=ind-1", "ind-2");
    expect(element.value).toBe("ind-1");
    expect(kept.get()).toBe("ind-1");
  });

  it("begins with the first where the last choice is not here, and forgets nothing", () => {
    const {element, kept, window} = draw("https://bank.example/person/overview", "ind-9");
    expect(element.value).toBe("ind-1");
    expect(kept.get()).toBe("ind-9");
    expect(window.location.search).toBe("");
  });

  it("keeps what is chosen", () => {
    const {element, kept, window} = draw("https://bank.example/person/overview");
    expect(kept.get()).toBeUndefined();
    const input = element.querySelector("input")!;
    input.value = "bruno";
    input.dispatchEvent(new window.Event("input", {bubbles: true}));
    press(input, "Enter");
    expect(kept.get()).toBe("ind-2");
  });
});

describe("keepLinks(document)", () => {
  it("leads from the sidebar and the pager to the one that was chosen, and leaves other links alone", () => {
    const {document, window} = page("https://bank.example/analytics/people/budgets");
    document.body.innerHTML = `<nav id="observablehq-sidebar"><a href="../person/overview"></a><a href="../company/cash"></a>
      <a href="../people/savings"></a></nav><footer id="observablehq-footer"><nav><a href="../person/budget"></a></nav></footer>`;
    keptChoice("person", window).set("ind-1");
    keepLinks(document);
    const searches = () =>
      [...document.querySelectorAll("a")].map(({pathname, search}) => `${pathname}${search}`);
    expect(searches()).toEqual([
      "/analytics/person/overview?id=ind-1",
      "/analytics/company/cash",
      "/analytics/people/savings",
      "/analytics/person/budget?id=ind-1",
    ]);
    keptChoice("company", window).set("com-2");
    expect(searches()[1]).toBe("/analytics/company/cash?id=com-2");
  });
});
