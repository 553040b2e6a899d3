import {beforeEach, describe, expect, it} from "vitest";
import {barList} from "../../src/components/barList.js";
import {columnList} from "../../src/components/columnList.js";
import {entryList} from "../../src/components/entryList.js";
import {liveFigure} from "../../src/components/liveFigure.js";
import {sankey} from "../../src/components/sankey.js";
import {type Span, spanBrush} from "../../src/components/spanBrush.js";
import {page, texts} from "../support/page.js";

let document: Document;
beforeEach(() => {
  document = page().document;
});
const press = (element: Element, key: string) =>
  element.dispatchEvent(
    new document.defaultView!.KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}),
  );
const click = (element: Element) =>
  element.dispatchEvent(new document.defaultView!.MouseEvent("click", {bubbles: true}));
const number = (element: Element | null, name: string) => Number(element?.getAttribute(name));

describe("barList({items, choose})", () => {
  const items = ["a", "b", "c"].map((key) => ({key, label: key.toUpperCase()}));
  const bars = [10, 5, 0].map((value) => ({value, text: `€${value}`, level: 4}));
  const drawn = () => {
    const chosen: (string | undefined)[] = [];
    const list = barList({items, document, choose: (key) => chosen.push(key)});
    document.body.append(list.element);
    list.draw(bars, 600);
    return {...list, chosen, marks: [...list.element.querySelectorAll("[role=button]")]};
  };

  it("draws lengths from zero, with the text at the end and a mark at the level", () => {
    const {element} = drawn();
    const lengths = [...element.querySelectorAll("g > rect:nth-of-type(2)")].map((bar) =>
      number(bar, "width"),
    );
    expect(lengths[1]).toBeCloseTo(lengths[0]! / 2, 0);
    expect(lengths[2]).toBe(0);
    expect(texts(element, "text")).toEqual(["A", "€10", "B", "€5", "C", "€0"]);
    const levels = [...element.querySelectorAll("line")].map((line) => number(line, "x1"));
    expect(new Set(levels).size).toBe(1);
  });

  it("is one stop of the Tab key: arrows move, Enter and the space bar choose, a second time lets go", () => {
    const {marks, chosen, draw} = drawn();
    expect(marks.map((mark) => mark.getAttribute("tabindex"))).toEqual(["0", "-1", "-1"]);
    (marks[0] as SVGElement).focus();
    press(marks[0]!, "ArrowDown");
    expect(document.activeElement).toBe(marks[1]);
    press(marks[1]!, "Enter");
    draw(bars, 600, "b");
    expect(marks[1]!.getAttribute("aria-pressed")).toBe("true");
    expect(document.activeElement).toBe(marks[1]);
    press(marks[1]!, " ");
    draw(bars, 600);
    press(marks[1]!, "End");
    expect(document.activeElement).toBe(marks[2]);
    press(marks[2]!, "Home");
    expect(document.activeElement).toBe(marks[0]);
    click(marks[2]!);
    expect(chosen).toEqual(["b", undefined, "c"]);
  });

  it("pales what is not chosen, and keeps its elements when it is drawn anew", () => {
    const {element, marks, draw} = drawn();
    draw([...bars].reverse(), 300, "a");
    expect([...element.querySelectorAll("[role=button]")]).toEqual(marks);
    expect(marks.map((mark) => mark.getAttribute("opacity"))).toEqual([null, "0.45", "0.45"]);
    expect(marks[0]!.getAttribute("aria-label")).toBe("A: €0");
  });
});

describe("columnList({items})", () => {
  const items = ["1", "2", "3"].map((key) => ({key, label: key}));
  const columns = [3, 9, 6].map((value) => ({value, text: `worth ${value}`}));

  it("tells the highest column, the one that is pointed at, and the highest of those chosen", () => {
    const {element, draw} = columnList({items, document});
    draw(columns, 300);
    const told = element.querySelector(".column-told")!;
    expect(told.textContent).toBe("worth 9");
    const third = element.querySelectorAll("g")[2]!;
    third.dispatchEvent(new document.defaultView!.Event("pointerenter"));
    expect(told.textContent).toBe("worth 6");
    third.dispatchEvent(new document.defaultView!.Event("pointerleave"));
    draw(columns, 300, ["1", "3"]);
    expect(told.textContent).toBe("worth 6");
  });

  it("leaves names out where they would touch", () => {
    const many = Array.from({length: 24}, (_, at) => ({key: `${at}`, label: "00:00"}));
    const {element, draw} = columnList({items: many, document});
    draw(
      many.map(() => ({value: 1, text: ""})),
      300,
    );
    expect(texts(element, "g > text").filter(Boolean).length).toBeLessThan(12);
  });
});

describe("spanBrush({items, choose})", () => {
  const items = ["Jan", "Feb", "Mar"].map((label) => ({key: label, label, name: `${label} 2026`}));
  const columns = items.map(() => ({value: 1, text: ""}));
  const drawn = () => {
    const spans: Span[] = [];
    const brush = spanBrush({items, document, choose: (span) => spans.push(span)});
    document.body.append(brush.element);
    Object.assign(brush.element, {setPointerCapture() {}});
    brush.draw(columns, 300, {from: 0, to: 2});
    const point = (type: string, clientX: number) => {
      const event = new document.defaultView!.MouseEvent(type, {clientX, bubbles: true, button: 0});
      brush.element.dispatchEvent(Object.assign(event, {pointerId: 1}));
    };
    return {...brush, spans, point};
  };

  it("chooses what is dragged over, in either direction, and one column by a click", () => {
    const {spans, point, draw} = drawn();
    point("pointerdown", 250);
    point("pointermove", 130);
    point("pointerup", 130);
    point("pointerdown", 20);
    point("pointerup", 20);
    draw(columns, 300, {from: 0, to: 0});
    point("pointerdown", 20);
    point("pointerup", 20);
    expect(spans).toEqual([
      {from: 1, to: 2},
      {from: 0, to: 0},
      {from: 0, to: 2},
    ]);
  });

  it("moves either end by the arrow keys, never past the other, and says where it is", () => {
    const {element, spans, draw} = drawn();
    const [first, last] = element.querySelectorAll("[role=slider]");
    press(first!, "ArrowRight");
    press(last!, "Home");
    press(last!, "x");
    expect(spans).toEqual([
      {from: 1, to: 2},
      {from: 0, to: 0},
    ]);
    draw(columns, 300, {from: 1, to: 2});
    expect(first!.getAttribute("aria-valuetext")).toBe("Feb 2026");
    press(last!, "Home");
    expect(spans.at(-1)).toEqual({from: 1, to: 1});
  });
});

describe("sankey({height})", () => {
  const nodes = ["salary", "account", "rent", "unused"].map((id) => ({
    id,
    label: id,
    color: "red",
  }));

  it("draws bands as wide as their amounts, and leaves out what has none", () => {
    const {element, draw} = sankey({document});
    draw(
      nodes,
      [
        {source: "salary", target: "account", value: 100},
        {source: "account", target: "rent", value: 50},
        {source: "account", target: "unused", value: 0},
      ],
      900,
    );
    const widths = [...element.querySelectorAll("path")].map((band) =>
      number(band, "stroke-width"),
    );
    expect(widths).toHaveLength(2);
    expect(widths[0]).toBeCloseTo(2 * widths[1]!, 0);
    expect(texts(element, "text")).toEqual(["salary €100", "account €100", "rent €50"]);
    draw(nodes, [], 900);
    expect(element.childElementCount).toBe(0);
  });
});

describe("entryList(rows, {first})", () => {
  it("shows the first few lines, and fifty more with each press of its button", () => {
    const rows = Array.from({length: 70}, (_, at) => at);
    const list = entryList(rows, {
      caption: "Numbers",
      heads: ["Name", "Amount"],
      entry: (at) => ({
        name: `n${at}`,
        href: `#${at}`,
        details: ["one", "", "two"],
        amount: `€${at}`,
      }),
      document,
    });
    const lines = () => list.querySelectorAll("tbody tr").length;
    const button = list.querySelector("button")!;
    const onPaper = list.querySelector(".on-paper")!;
    expect([lines(), button.textContent]).toEqual([8, "Show 50 more of 62 rows"]);
    expect(onPaper.textContent).toBe("The first 8 of 70 rows");
    button.click();
    expect([lines(), button.textContent]).toEqual([58, "Show 12 more rows"]);
    button.click();
    expect([lines(), button.hidden, onPaper.textContent]).toEqual([70, true, ""]);
    expect(list.querySelector("tbody tr")!.textContent).toBe("n0one · two€0");
  });
});

describe("liveFigure({rows, onChange, picture})", () => {
  it("follows its rows in words, picture and table, and keeps the element that has the focus", async () => {
    let rows = [{key: "a", value: 1}];
    let change = () => {};
    const element = document.createElement("div");
    element.innerHTML = "<button>a</button>";
    const root = liveFigure({
      id: "live",
      finding: ([row]) => `It is ${row!.value}`,
      rows: () => rows,
      onChange: (listener) => {
        change = listener;
      },
      picture: {
        element,
        draw: ([row]) => {
          element.firstElementChild!.textContent = String(row!.value);
        },
      },
      document,
    });
    document.body.append(root);
    const button = element.querySelector("button")!;
    button.focus();
    rows = [{key: "a", value: 2}];
    change();
    expect(root.querySelector(".finding")!.textContent).toBe("It is 2");
    expect(button.textContent).toBe("2");
    expect(document.activeElement).toBe(button);
    const table = [...root.querySelectorAll("button")].find(
      ({textContent}) => textContent === "Table",
    )!;
    table.click();
    await expect.poll(() => texts(root, ".fold td")).toEqual(["a", "2"]);
    rows = [{key: "a", value: 3}];
    change();
    expect(texts(root, ".fold td")).toEqual(["a", "3"]);
  });
});
