import {beforeEach, describe, expect, it} from "vitest";
import {type FigureOptions, figure} from "../../src/components/figure.js";
import {onPage, page, texts} from "../support/page.js";
import {savedFiles} from "../support/savedFiles.js";

interface Row {
  month: Date;
  net_eur: number;
}

const rows: Row[] = [
  {month: new Date("2025-05-01"), net_eur: 10},
  {month: new Date("2025-06-01"), net_eur: 20},
];

let document: Document;
beforeEach(() => {
  document = page().document;
});

/** A figure whose picture is an empty element that knows its width and how many rows it drew. */
function draw(options: Partial<FigureOptions<Row>> = {}) {
  const chart = (rows: readonly Row[], {width}: {width: number}) => {
    const picture = document.createElement("div");
    picture.dataset.drawn = `${rows.length} at ${width}`;
    return picture;
  };
  return onPage(
    figure<Row>({id: "net-flow", finding: "Net flow rose", rows, chart, document, ...options}),
  );
}

const button = (root: ParentNode, text: string) =>
  [...root.querySelectorAll<HTMLButtonElement>(".actions button")].find(
    (button) => button.textContent === text,
  )!;

describe("figure(options)", () => {
  it("has the one anatomy: anchor, finding, subtitle, picture, note, source, actions", () => {
    const root = draw({
      subtitle: "EUR a month",
      note: "Own transfers are left out.",
      sql: "select 1",
    });
    expect(root.id).toBe("net-flow");
    expect(texts(root, ".finding, .subtitle, .note-line, .source")).toEqual([
      "Net flow rose",
      "EUR a month",
      "Own transfers are left out.",
      "Source: the bank",
    ]);
    expect(texts(root, ".actions > *")).toEqual(["Table", "SQL", "Save", "Link"]);
    expect(root.querySelector("[data-drawn]")?.getAttribute("data-drawn")).toBe("2 at 640");
  });

  it("calls the bank simulated where the page says that it is", () => {
    document.head.innerHTML = '<meta name="simulated" content="">';
    expect(texts(draw({sql: "select 1"}), ".source")).toEqual(["Source: the simulated bank"]);
    document.head.innerHTML = "";
  });

  it("says what its counts are rounded to where the page says so", () => {
    document.head.innerHTML = '<meta name="count-step" content="10">';
    expect(texts(draw({sql: "select 1"}), ".source")).toEqual([
      "Source: the bank. Counts are multiples of 10",
    ]);
    document.head.innerHTML = "";
  });

  it("names the dataset of its query and the last day of the data as its source", () => {
    document.head.innerHTML = '<meta name="as-of" content="2026-10-31">';
    const sql = {name: "net-flow.csv.sql", text: async () => "select 1"};
    expect(texts(draw({sql}), ".source")).toEqual(["Source: dataset net-flow, to 31 Oct 2026"]);
  });

  it("copies its link, and says so", async () => {
    const copied: string[] = [];
    const clipboard = {writeText: async (text: string) => copied.push(text)};
    Object.defineProperty(document.defaultView!.navigator, "clipboard", {value: clipboard});
    const link = draw().querySelector<HTMLElement>(".actions a")!;
    link.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(copied).toEqual(["https://bank.example/people/budgets#net-flow"]);
    expect(link.textContent).toBe("Copied");
  });

  it("keeps the height of the picture where its table is lower", () => {
    const root = draw();
    const picture = root.querySelector<HTMLElement>(".picture")!;
    Object.defineProperty(picture, "offsetHeight", {value: 340});
    button(root, "Table").click();
    expect(root.querySelector<HTMLElement>(".fold")!.style.minHeight).toBe("340px");
  });

  it("computes its texts from the rows", () => {
    const root = draw({
      finding: (rows) => `${rows.length} months`,
      note: (rows) => `up to ${rows.at(-1)?.net_eur}`,
    });
    expect(texts(root, ".finding, .note-line")).toEqual(["2 months", "up to 20"]);
  });

  it("names the picture for screen readers, by finding and subtitle unless told otherwise", () => {
    const label = (options: Partial<FigureOptions<Row>>) => {
      const picture = draw(options).querySelector("[data-drawn]");
      return [picture?.getAttribute("role"), picture?.getAttribute("aria-label")];
    };
    expect(label({subtitle: "EUR a month"})).toEqual(["img", "Net flow rose. EUR a month"]);
    expect(label({description: (rows) => `A line over ${rows.length} months`})).toEqual([
      "img",
      "A line over 2 months",
    ]);
  });

  it("shows its rows as a table in place of the picture, and takes it back", async () => {
    const root = draw();
    const picture = root.querySelector<HTMLElement>(".picture")!;
    button(root, "Table").click();
    expect(picture.hidden).toBe(true);
    await expect.poll(() => root.querySelector("tbody")).not.toBeNull();
    expect(texts(root, "tbody tr:last-child td")).toEqual(["June 2025", "€20.00"]);
    button(root, "Table").click();
    expect(picture.hidden).toBe(false);
    expect(button(root, "Table").getAttribute("aria-expanded")).toBe("false");
  });

  it("hands its rows over as a CSV file named after it", async () => {
    const {window} = page();
    document = window.document;
    const saved = savedFiles(window);
    const root = draw();
    button(root, "Save").click();
    await expect.poll(() => texts(root, ".menu button")).toContain("CSV (data)");
    button(root, "CSV (data)").click();
    await expect.poll(() => saved.map(({name}) => name)).toEqual(["net-flow.csv"]);
    const text = new TextDecoder().decode(await saved[0]!.bytes());
    expect(text).toBe("month,net_eur\n2025-05-01,10\n2025-06-01,20\n");
  });

  it("unfolds its SQL, from a text or from a file that is read only then", async () => {
    const sql = "-- How much?\nselect sum(net_eur) from bank.flows";
    let readings = 0;
    const file = {
      text: async () => {
        readings++;
        return sql;
      },
    };
    for (const given of [sql, file]) {
      const root = draw({sql: given});
      expect(readings).toBe(0);
      button(root, "SQL").click();
      await expect.poll(() => root.querySelector("pre.sql")?.textContent).toBe(sql);
      expect(texts(root, ".sql-keyword")).toEqual(["select", "from"]);
      expect(texts(root, ".sql-comment")).toEqual(["-- How much?"]);
    }
  });

  it("unfolds code, and calls it so, where a loader is more than SQL", async () => {
    const code = "// Which payments recur?\nwriteJson(recurringPeople(legs));";
    const root = draw({code: {text: () => Promise.resolve(code)}});
    expect(texts(root, ".actions > *")).toEqual(["Table", "Code", "Save", "Link"]);
    button(root, "Code").click();
    await expect.poll(() => root.querySelector("pre.sql")?.textContent).toBe(code);
    expect(texts(root, ".sql-comment")).toEqual(["// Which payments recur?"]);
  });

  it("has neither link nor code for another page where its page does not lead back to it", async () => {
    const menu = async (root: HTMLElement) => {
      button(root, "Save").click();
      await expect.poll(() => root.querySelector(".menu button")).not.toBeNull();
      return texts(root, ".menu button");
    };
    expect(await menu(draw())).toEqual(["CSV (data)", "Excel (data)", "Embed (HTML)"]);
    const own = draw({hasLink: false});
    expect(texts(own, ".actions > *")).toEqual(["Table", "Save"]);
    expect(await menu(own)).toEqual(["CSV (data)", "Excel (data)"]);
  });

  it("has no SQL action where there is none", () => {
    expect(texts(draw(), ".actions > *")).not.toContain("SQL");
  });

  it("reserves its height and says that it loads until its rows arrive", async () => {
    const root = draw({
      rows: Promise.resolve(rows),
      finding: (rows) => `${rows.length} months`,
      height: 280,
    });
    const picture = root.querySelector<HTMLElement>(".picture")!;
    expect(picture.style.minHeight).toBe("280px");
    expect(picture.textContent).toBe("Loading …");
    expect(root.getAttribute("aria-busy")).toBe("true");
    await new Promise((resolve) => setTimeout(resolve));
    expect(root.hasAttribute("aria-busy")).toBe(false);
    expect(texts(root, ".finding")).toEqual(["2 months"]);
    expect(root.querySelector("[data-drawn]")).not.toBeNull();
    expect(picture.style.minHeight).toBe("");
  });

  it("leaves links around marks to the pointer, and those of names to the keyboard as well", () => {
    const chart = () => {
      const picture = document.createElement("div");
      picture.innerHTML = "<svg><a><text>Ada</text></a><a><circle /></a></svg>";
      return picture;
    };
    const links = [...draw({chart}).querySelectorAll("svg a")];
    expect(links.map((link) => link.getAttribute("tabindex"))).toEqual([null, "-1"]);
    expect(links.map((link) => link.getAttribute("aria-hidden"))).toEqual([null, "true"]);
  });

  it("says why there is nothing to show, and does not compute a finding from no rows", () => {
    const root = draw({
      rows: [],
      finding: (rows) => `${rows[0]!.net_eur}`,
      empty: "Nobody traded in this month.",
    });
    expect(texts(root, ".finding")).toEqual(["Nothing to show"]);
    expect(texts(root, ".message")).toEqual(["Nobody traded in this month."]);
  });

  it("shows the message of an error in its place, from the rows or from the chart", async () => {
    const late = draw({rows: Promise.reject(new Error("no such file"))});
    const broken = draw({
      chart: () => {
        throw new Error("no such column");
      },
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(texts(late, "[role=alert]")).toEqual(["This figure could not be drawn: no such file"]);
    expect(texts(broken, "[role=alert]")).toEqual([
      "This figure could not be drawn: no such column",
    ]);
  });

  it("draws as wide as paper is when it is told so", () => {
    const root = draw();
    const picture = root.querySelector<HTMLElement>(".picture")!;
    const {CustomEvent} = document.defaultView!;
    picture.dispatchEvent(new CustomEvent("widthchange", {detail: 500}));
    expect(root.querySelector("[data-drawn]")?.getAttribute("data-drawn")).toBe("2 at 500");
  });

  it("draws again when its width changes, and keeps what was chosen in the picture", () => {
    const {window} = page();
    document = window.document;
    let resize: (width: number) => void = () => undefined;
    window.ResizeObserver = class {
      constructor(callback: ResizeObserverCallback) {
        resize = (width) => callback([{contentRect: {width}} as ResizeObserverEntry], this);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    const root = draw();
    expect(root.querySelector("[data-drawn]")).toBeNull();
    resize(700);
    Object.assign(root.querySelector("[data-drawn]")!, {value: "chosen"});
    expect(root.value).toBe("chosen");
    resize(335);
    expect(root.querySelector("[data-drawn]")?.getAttribute("data-drawn")).toBe("2 at 335");
    expect(root.value).toBe("chosen");
  });
});
