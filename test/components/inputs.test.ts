import {describe, expect, it} from "vitest";
import {dayPicker} from "../../src/components/dayPicker.js";
import {heatmap} from "../../src/components/heatmap.js";
import {picker} from "../../src/components/picker.js";
import {segmented} from "../../src/components/segmented.js";
import {urlState} from "../../src/components/urlState.js";
import {onPage, page, press, texts} from "../support/page.js";

const choices = [
  {value: "ind-1", label: "Ada Novák", detail: "Porto"},
  {value: "ind-2", label: "Bruno Keller", detail: "Vienna"},
  {value: "ind-3", label: "Ada Keller", detail: "Paris"},
];

/** Counts the `input` events that a page would follow. */
function followed<E extends HTMLElement & {value: unknown}>(
  element: E,
): {element: E; values: unknown[]} {
  const values: unknown[] = [];
  onPage(element).addEventListener("input", () => values.push(element.value));
  return {element, values};
}

function type(element: ParentNode, text: string): HTMLInputElement {
  const input = element.querySelector<HTMLInputElement>("input")!;
  input.value = text;
  input.dispatchEvent(new input.ownerDocument.defaultView!.Event("input", {bubbles: true}));
  return input;
}

describe("dayPicker(options)", () => {
  const draw = (url: string) => {
    const {document} = page(url);
    return dayPicker({label: "Day", value: "2025-12-17", param: "day", document}).value;
  };

  it("begins with the day in the address, and with its own where that is none", () => {
    expect(draw("https://bank.example/?day=2024-02-29")).toBe("2024-02-29");
    for (const day of ["2025-02-30", "2025-02-29", "2025-04-31", "2025-13-01", "x", ""])
      expect(draw(`https://bank.example/?day=${day}`)).toBe("2025-12-17");
  });

  it("takes no day after the last one, from the address or typed, and says so", () => {
    const {document, window} = page("https://bank.example/?day=2026-01-01");
    const options = {label: "Day", value: "2025-12-17", max: "2025-12-31", param: "day", document};
    const {element, values} = followed(dayPicker(options));
    const shown = () => [element.value, texts(element, "[role=status]").join()];
    expect(shown()).toEqual(["2025-12-17", "“2026-01-01” is not here; showing another."]);
    type(element, "2025-12-31");
    expect(shown()).toEqual(["2025-12-31", ""]);
    type(element, "2026-01-01");
    expect(shown()).toEqual(["2025-12-31", "2026-01-01 is after the last day, 2025-12-31."]);
    expect([values, window.location.search]).toEqual([["2025-12-31"], "?day=2025-12-31"]);
    type(element, "2025-12-30");
    expect(shown()).toEqual(["2025-12-30", ""]);
  });
});

describe("picker(options)", () => {
  const draw = (url?: string, options = {}) => {
    const {document, window} = page(url);
    return {
      ...followed(picker({label: "Person", choices, param: "id", document, ...options})),
      window,
    };
  };

  it("begins with the choice in the address, else with the first", () => {
    expect(draw("https://bank.example/?id=ind-2").element.value).toBe("ind-2");
    expect(draw().element.value).toBe("ind-1");
  });

  it("says so when the address names someone who is not here", () => {
    const {element} = draw("https://bank.example/?id=ind-9");
    expect(element.value).toBe("ind-1");
    expect(texts(element, "[role=status]")[0]).toContain("ind-9");
  });

  it("finds every word, without case and accents, in label, detail and id", () => {
    const {element} = draw();
    const found = (query: string) => {
      type(element, query);
      return texts(element, "[role=option] span:first-child");
    };
    expect(found("novak")).toEqual(["Ada Novák"]);
    expect(found("kel AD")).toEqual(["Ada Keller"]);
    expect(found("vienna")).toEqual(["Bruno Keller"]);
    expect(found("ind-3")).toEqual(["Ada Keller"]);
  });

  it("says that nothing matches", () => {
    const {element} = draw();
    type(element, "xyz");
    expect(texts(element, "[role=status]")).toEqual(["No match for “xyz”"]);
    expect(element.querySelector<HTMLElement>("[role=listbox]")?.hidden).toBe(true);
  });

  it("is chosen from by keyboard, sends one event, and writes the address", () => {
    const {element, values, window} = draw();
    const input = type(element, "keller");
    press(input, "ArrowDown");
    press(input, "Enter");
    expect(values).toEqual(["ind-3"]);
    expect(input.value).toBe("Ada Keller");
    expect(window.location.search).toBe("?id=ind-3");
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });

  it("goes back to the name of the choice on Escape, without an event", () => {
    const {element, values} = draw();
    const input = type(element, "bru");
    press(input, "Escape");
    expect(input.value).toBe("Ada Novák");
    expect(values).toEqual([]);
  });

  it("is chosen from by pointer", () => {
    const {element, values, window} = draw();
    type(element, "bruno");
    element
      .querySelector("[role=option]")
      ?.dispatchEvent(new window.Event("pointerdown", {bubbles: true, cancelable: true}));
    expect(values).toEqual(["ind-2"]);
  });

  it("lets the reader type while the name of the choice is still to come", async () => {
    let name: (choice: {value: string; label: string}) => void = () => {};
    const source = {
      find: () => ({items: choices, count: choices.length}),
      named: () => new Promise<{value: string; label: string}>((resolve) => (name = resolve)),
    };
    const {element} = draw(undefined, {choices: source, value: "ind-2"});
    const input = type(element, "a");
    input.focus();
    name({value: "ind-2", label: "Bruno Keller"});
    await new Promise((resolve) => setTimeout(resolve));
    expect(input.value).toBe("a");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    press(input, "Escape");
    expect(input.value).toBe("Bruno Keller");
  });

  it("points at the active option for screen readers", () => {
    const {element} = draw();
    const input = type(element, "keller");
    press(input, "ArrowDown");
    const active = element.ownerDocument.getElementById(
      input.getAttribute("aria-activedescendant")!,
    );
    expect(active?.textContent).toContain("Ada Keller");
    expect(active?.getAttribute("aria-selected")).toBe("true");
  });

  it("follows the address when the reader goes back", () => {
    const {element, values, window} = draw("https://bank.example/?id=ind-2");
    window.history.replaceState(null, "", "?id=ind-3");
    window.dispatchEvent(new window.PopStateEvent("popstate"));
    expect(element.value).toBe("ind-3");
    expect(values).toEqual(["ind-3"]);
  });

  it("makes each choice a step of the history, and a choice of the same none", () => {
    const {element, window} = draw("https://bank.example/?id=ind-2");
    const {length} = window.history;
    for (const name of ["novák", "novák", "ada keller"]) {
      const input = type(element, name);
      press(input, "Enter");
    }
    expect(window.history.length).toBe(length + 2);
    expect(window.location.search).toBe("?id=ind-3");
  });

  it("leaves the address as it is when the reader goes back to one without a choice, or with an unknown one", () => {
    const {element, values, window} = draw("https://bank.example/?id=ind-2");
    for (const address of ["?", "?id=ind-9"]) {
      window.history.replaceState(null, "", address);
      const {length} = window.history;
      window.dispatchEvent(new window.PopStateEvent("popstate"));
      expect(element.value).toBe("ind-1");
      expect(element.querySelector("input")?.value).toBe("Ada Novák");
      expect(window.location.href).toBe(`https://bank.example/${address}`);
      expect(window.history.length).toBe(length);
    }
    expect(values).toEqual(["ind-1"]);
    expect(texts(element, "[role=status]")).toEqual(["“ind-9” is not here; showing another."]);
  });

  it("lists so many of thousands, and says how many there are", () => {
    const many = Array.from({length: 3000}, (_, index) => ({
      value: `c${index}`,
      label: `Company ${index}`,
    }));
    const {element} = draw(undefined, {choices: many, limit: 20});
    type(element, "company");
    expect(element.querySelectorAll("[role=option]")).toHaveLength(20);
    expect(texts(element, "[role=status]")[0]).toBe(
      "3,000 matches, the first 20 shown: type more to narrow",
    );
  });

  it("has no value where there is no choice", () => {
    expect(draw(undefined, {choices: []}).element.value).toBe("");
  });
});

describe("segmented(options)", () => {
  const draw = (url?: string) => {
    const {document, window} = page(url);
    return {...followed(segmented({label: "Person", choices, param: "by", document})), window};
  };

  it("has the new value when its event arrives, once, and writes the address", () => {
    const {element, values, window} = draw();
    element.querySelectorAll<HTMLInputElement>("input")[1]!.click();
    expect(values).toEqual(["ind-2"]);
    expect(window.location.search).toBe("?by=ind-2");
  });

  it("leaves the first choice out of the address", () => {
    const {element, window} = draw("https://bank.example/?by=ind-2");
    expect(element.value).toBe("ind-2");
    element.querySelectorAll<HTMLInputElement>("input")[0]!.click();
    expect(window.location.search).toBe("");
  });

  it("begins with its first choice where the address names none of them", () => {
    const {element} = draw("https://bank.example/?by=other");
    expect(element.value).toBe("ind-1");
    expect(element.querySelector<HTMLInputElement>("input:checked")?.value).toBe("ind-1");
  });

  it("follows the address when the reader goes back", () => {
    const {values, window} = draw("https://bank.example/?by=ind-2");
    window.history.replaceState(null, "", "?");
    window.dispatchEvent(new window.PopStateEvent("popstate"));
    expect(values).toEqual(["ind-1"]);
  });
});

describe("urlState(name)", () => {
  it("keeps what else stands in the address", () => {
    const {window} = page("https://bank.example/page?other=1#figure");
    const state = urlState("id", window);
    state.set("a b");
    expect(window.location.href).toBe("https://bank.example/page?other=1&id=a+b#figure");
    expect(state.get()).toBe("a b");
    state.set(undefined);
    expect(window.location.href).toBe("https://bank.example/page?other=1#figure");
  });

  it("replaces the history's entry, unless it is told that the value is a step", () => {
    const {window} = page();
    const {length} = window.history;
    urlState("id", window).set("x");
    expect(window.history.length).toBe(length);
    urlState("id", window).set("y", {isStep: true});
    urlState("id", window).set("y", {isStep: true});
    expect(window.history.length).toBe(length + 1);
  });
});

describe("heatmap(rows, options)", () => {
  const rows = ["retail", "media"].flatMap((industry, row) =>
    [0, 1, 2].map((index) => ({
      month: new Date(Date.UTC(2025, 4 + index)),
      industry,
      net_eur: row === 1 && index === 1 ? null : 100 * (index - 1),
    })),
  );
  const draw = (options = {}) => {
    const {document} = page();
    return followed(
      heatmap(rows, {
        x: "month",
        y: "industry",
        value: "net_eur",
        width: 600,
        document,
        ...options,
      }),
    );
  };
  const cells = (root: ParentNode) => [...root.querySelectorAll<SVGElement>("[role=button]")];
  const cell = (root: ParentNode, label: string) =>
    cells(root).find((cell) => cell.getAttribute("aria-label")?.startsWith(label))!;

  it("paints losses and gains from a neutral zero, to the full at the largest magnitude", () => {
    const fills = cells(draw().element).map((cell) => cell.getAttribute("fill"));
    expect(fills.slice(0, 3)).toEqual([
      "color-mix(in oklab, var(--loss) 100%, var(--midpoint))",
      "color-mix(in oklab, var(--gain) 0%, var(--midpoint))",
      "color-mix(in oklab, var(--gain) 100%, var(--midpoint))",
    ]);
    expect(fills[4]).toBe("var(--rule)");
  });

  it("names each cell for screen readers", () => {
    expect(cell(draw().element, "media, June").getAttribute("aria-label")).toBe(
      "media, June 2025: –",
    );
  });

  it("is chosen from by pointer, and chosen again is cleared", () => {
    const {element, values} = draw();
    const click = () =>
      cell(element, "retail, July").dispatchEvent(
        new element.ownerDocument.defaultView!.Event("click", {bubbles: true}),
      );
    click();
    expect(values).toEqual([{name: "retail", month: new Date(Date.UTC(2025, 6)), value: 100}]);
    expect(cell(element, "retail, July").getAttribute("aria-pressed")).toBe("true");
    click();
    expect(values[1]).toBeUndefined();
  });

  it("is walked by arrow keys with one cell in the tab order, and chosen from with Enter", () => {
    const {element, values} = draw();
    const inOrder = () => cells(element).filter((cell) => cell.getAttribute("tabindex") === "0");
    expect(inOrder()).toHaveLength(1);
    for (const key of ["ArrowRight", "ArrowDown", "End", "ArrowRight", "Enter"])
      press(inOrder()[0]!, key);
    expect(inOrder().map((cell) => cell.getAttribute("aria-label"))).toEqual([
      "media, July 2025: 100",
    ]);
    expect(values).toEqual([{name: "media", month: new Date(Date.UTC(2025, 6)), value: 100}]);
  });

  it("begins with the cell that it is given, and takes one later", () => {
    const month = new Date(Date.UTC(2025, 4));
    const {element} = draw({selected: {name: "media", month}});
    expect(element.value).toEqual({name: "media", month, value: -100});
    Object.assign(element, {value: {name: "retail", month}});
    expect(
      cells(element)
        .filter((cell) => cell.getAttribute("aria-pressed") === "true")
        .map((cell) => cell.getAttribute("aria-label")),
    ).toEqual(["retail, May 2025: −100"]);
  });
});
