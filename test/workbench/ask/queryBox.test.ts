import {beforeEach, describe, expect, it} from "vitest";
import {dayPicker} from "../../../src/components/dayPicker.js";
import {mostRows, queryRows} from "../../../src/components/queryRows.js";
import {queryBox} from "../../../src/workbench/ask/queryBox.js";
import {onPage, page, texts} from "../../support/page.js";

let window: Window & typeof globalThis;
let document: Document;
beforeEach(() => {
  ({window, document} = page());
});

/** A box over a bank that answers as told; `ask` writes a query, presses the key and waits for the answer. */
function boxOver(query: (text: string) => Promise<Iterable<object>>) {
  const root = onPage(queryBox({query, value: "select 1", document}));
  const text = root.querySelector("textarea")!;
  return {
    root,
    ask: async (sql: string) => {
      text.value = sql;
      text.dispatchEvent(
        new window.KeyboardEvent("keydown", {
          key: "Enter",
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe("queryBox({query, value})", () => {
  it("asks nothing by itself", () => {
    let asked = 0;
    boxOver(async () => {
      asked++;
      return [];
    });
    expect(asked).toBe(0);
  });

  it("shows the rows, and how many they are", async () => {
    const {root, ask} = boxOver(async (sql) => [{sql, net_eur: 1.5}]);
    await ask("select *");
    expect(texts(root, "tbody td")).toEqual(["select *", "€1.50"]);
    expect(texts(root, "[role=status]")[0]).toMatch(/^1 row in \d+ ms$/);
  });

  it("shows the error of a query as it stands, and goes on to the next", async () => {
    const {root, ask} = boxOver(async (sql) => {
      if (sql === "bad") throw new Error("Parser Error: syntax error\nLINE 1: bad");
      return [];
    });
    await ask("bad");
    expect(texts(root, "[role=alert]")).toEqual(["Parser Error: syntax error\nLINE 1: bad"]);
    await ask("good");
    expect(texts(root, "[role=alert]")).toEqual([]);
    expect(root.textContent).toContain("The query ran and found no rows.");
  });
});

describe("queryRows(result)", () => {
  it("turns rows of Arrow into plain objects, the first 10,000 at most", () => {
    const row = {toJSON: () => ({value: 1})};
    expect(queryRows([row, {value: 2}])).toEqual([{value: 1}, {value: 2}]);
    expect(queryRows(Array(mostRows + 5).fill(row))).toHaveLength(mostRows);
    expect(queryRows([])).toEqual([]);
  });
});

describe("dayPicker({label, value, param})", () => {
  const pick = (root: Element, value: string) => {
    const input = root.querySelector("input")!;
    input.value = value;
    input.dispatchEvent(new window.Event("input", {bubbles: true}));
  };
  const options = () => ({label: "Seven days from", value: "2025-12-17", param: "week", document});

  it("begins with the day of the address, or with the one that it is given", () => {
    expect(dayPicker(options()).value).toBe("2025-12-17");
    ({window, document} = page("https://bank.example/?week=2026-08-01"));
    expect(dayPicker(options()).value).toBe("2026-08-01");
    ({window, document} = page("https://bank.example/?week=soon"));
    expect(dayPicker(options()).value).toBe("2025-12-17");
  });

  it.each(["2026-02-31", "2026-13-01", "2025-02-29", "2026-2-1", "soon", "2026-02-28T10:00"])(
    "shows the day at first for %s in the address, and says so until one is chosen",
    (asked) => {
      ({window, document} = page(`https://bank.example/?week=${asked}`));
      const root = onPage(dayPicker(options()));
      expect([root.value, root.querySelector("input")!.value]).toEqual([
        "2025-12-17",
        "2025-12-17",
      ]);
      const said = `“${asked}” is not here; showing another.`;
      expect(texts(root, "[role=status]")).toEqual([said]);
      pick(root, "2026-04-03");
      expect([root.value, ...texts(root, "[role=status]")]).toEqual(["2026-04-03", ""]);
    },
  );

  it("says nothing of a day that is there, of none, and of a leap day", () => {
    for (const address of ["", "?week=", "?week=2026-08-01", "?week=2024-02-29"]) {
      ({window, document} = page(`https://bank.example/${address}`));
      expect(texts(dayPicker(options()), "[role=status]")).toEqual([""]);
    }
  });

  it("puts a chosen day into the address, and takes no notice of half a day", () => {
    const root = onPage(dayPicker(options()));
    let sent = 0;
    root.addEventListener("input", () => sent++);
    pick(root, "2026-04-03");
    pick(root, "");
    expect([root.value, window.location.search, sent]).toEqual([
      "2026-04-03",
      "?week=2026-04-03",
      1,
    ]);
    pick(root, "2025-12-17");
    expect(window.location.search).toBe("");
  });
});
