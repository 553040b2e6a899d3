import {describe, expect, it} from "vitest";
import {histogram} from "../../src/components/histogram.js";
import {goalColor, personSavingsCards, savingsCards} from "../../src/components/savingsCards.js";
import {stackedShares} from "../../src/components/stackedShares.js";
import {balancesOf, type PersonSavings} from "../../src/lib/people/savings.js";
import {eventStudy} from "../../src/people/savings/eventStudy.js";
import {savingsPath} from "../../src/person/savings/savingsPath.js";
import {page, texts} from "../support/page.js";

const {document} = page();
const wide = {width: 640, document};
const thin = {width: 340, document};

describe("histogram(rows, …)", () => {
  const rows = [0, 0.01, 0.02].map((from, at) => ({from, people: 5 * at}));
  const options = {
    from: "from",
    binWidth: 0.01,
    y: "people",
    names: () => "a bin",
    formatX: (value: unknown) => `${Math.round(100 * Number(value))}%`,
  } as const;

  it("draws a bar for each bin, side by side, and names places on the axis", () => {
    const drawn = histogram(rows, {...options, ...wide, marks: [{value: 0.015, text: "Median"}]});
    const bars = [...drawn.querySelectorAll("[aria-label=rect] rect")];
    expect(bars).toHaveLength(3);
    const widths = bars.map((bar) => Number(bar.getAttribute("width")));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.001);
    expect(Number(bars[0]!.getAttribute("height"))).toBe(0);
    expect(texts(drawn, "text")).toEqual(expect.arrayContaining(["0%", "1%", "2%", "Median"]));
  });

  it("keeps the words of two marks apart where they are close", () => {
    const marks = [
      {value: 0.02, text: "Ada"},
      {value: 0.0201, text: "Median"},
    ];
    const drawn = histogram(rows, {...options, ...thin, marks});
    const heights = [...drawn.querySelectorAll("text")]
      .filter((text) => ["Ada", "Median"].includes(text.textContent ?? ""))
      .map(
        (text) => text.closest("g")!.getAttribute("transform") ?? text.getAttribute("transform"),
      );
    expect(new Set(heights).size).toBe(2);
  });
});

describe("eventStudy(rows, …)", () => {
  const rows = [-1, 0, 1].flatMap((at) =>
    ["pay", "saved"].map((part) => ({at, part, change: 10 * at, low: 8 * at, high: 12 * at})),
  );
  const options = {
    x: "at",
    y: "change",
    series: "part",
    band: ["low", "high"],
    colors: () => "var(--gain)",
    names: (part: string) => part.toUpperCase(),
    event: "A raise",
  } as const;

  it("draws a line and a band for each part, and the event before month zero", () => {
    const drawn = eventStudy(rows, {...options, ...wide});
    expect(drawn.querySelectorAll("[aria-label=line] path")).toHaveLength(2);
    expect(drawn.querySelectorAll("[aria-label=area] path")).toHaveLength(2);
    expect(texts(drawn, "text")).toEqual(
      expect.arrayContaining(["−1", "0", "+1", "A raise", "PAY", "SAVED"]),
    );
  });

  it("names the parts above the chart where it is narrow, and draws no band where there is none", () => {
    const bare = rows.map((row) => ({...row, low: null, high: null}));
    const drawn = eventStudy(bare, {...options, ...thin});
    expect(drawn.querySelectorAll("[aria-label=area] path")).toHaveLength(0);
    expect(drawn.textContent).toContain("PAY");
  });
});

describe("stackedShares(rows, …)", () => {
  it("gives every bar the same length, its parts by their share and in order", () => {
    const rows = [
      {goal: "Car", state: "late", count: 1},
      {goal: "Car", state: "done", count: 3},
      {goal: "Piano", state: "done", count: 7},
    ];
    const drawn = stackedShares(rows, {
      ...wide,
      label: "goal",
      value: "count",
      series: "state",
      order: ["done", "late"],
      colors: (state) => `var(--${state})`,
      names: (state) => state,
    });
    const bars = [...drawn.querySelectorAll("[aria-label=bar] rect")].map((bar) => ({
      x: Number(bar.getAttribute("x")),
      width: Number(bar.getAttribute("width")),
    }));
    expect(bars).toHaveLength(3);
    expect(bars[0]!.width / bars[1]!.width).toBeCloseTo(3, 1);
    expect(bars[0]!.width + bars[1]!.width).toBeCloseTo(bars[2]!.width, 0);
    expect(texts(drawn, "text")).toEqual(
      expect.arrayContaining(["Car", "Piano", "75%", "25%", "100%"]),
    );
  });
});

const ada: PersonSavings = {
  user_id: "ind-000001",
  first_month: "2025-11-01",
  savings_eur: [100, 150, 225],
  liquid_eur: 900,
  saved_of_salary: 0.12,
  savings_rate: 0.115,
  months_covered: 4.2,
  move_months: ["2026-01-01"],
  move_kinds: ["raise"],
  move_shares: [0.025],
};

describe("savingsPath(points, …)", () => {
  it("draws the balance, a dot for each change of pay, and a level for each goal", () => {
    const goals = [{value: 200, text: "Car, €200 by Apr 2026: reached"}];
    const drawn = savingsPath(balancesOf(ada), {...wide, goals});
    expect(drawn.querySelectorAll("[aria-label=dot] circle")).toHaveLength(1);
    expect(texts(drawn, "text")).toContain(goals[0]!.text);
    const narrow = savingsPath(balancesOf(ada), {...thin, width: 200, goals});
    expect(narrow.textContent).toContain("…");
  });
});

describe("the cards of the savings page", () => {
  const values = (root: Element) => texts(root, ".card-value");

  it("give the last month of the median person, and the goals", () => {
    const months = [0.13, 0.12].map((median_share, at) => ({
      month: new Date(Date.UTC(2026, at)),
      low_share: 0.1,
      median_share,
      high_share: 0.2,
      all_share: 0.12,
      savings_rate: 0.1,
      person_count: 9,
    }));
    const funds = months.flatMap(({month}, at) =>
      [0, 3].map((band_from) => ({
        month,
        band_from,
        person_count: band_from === 3 ? 6 + at : 4 - at,
        person_total: 10,
        median_months: 4 + at,
      })),
    );
    const goals = [
      {name: "Car", state: "reached", goal_count: 3, month: months[1]!.month},
      {name: "Car", state: "behind", goal_count: 1, month: months[1]!.month},
    ] as const;
    const cards = savingsCards(months, funds, goals, {document});
    expect(values(cards)).toEqual(["12.0%", "5", "70.0%", "3"]);
    expect(cards.textContent).toContain("of 4");
    expect(values(savingsCards([], [], [], {document}))).toEqual([]);
  });

  const customer = {user_id: "ind-000001", name: "Ada Moor"};

  it("give one person's rates, months and balance, with the link of each measure", () => {
    const cards = personSavingsCards(ada, balancesOf(ada), customer, "2026-10-01", {document});
    expect(values(cards)).toEqual(["11.5%", "12.0%", "4.2", "€225"]);
    expect(
      [...cards.querySelectorAll("[data-measure]")].map((card) =>
        card.getAttribute("data-measure"),
      ),
    ).toEqual(["savings_rate", "saved_of_salary", "months_covered"]);
    expect(values(personSavingsCards(undefined, [], customer, "2026-10-01", {document}))).toEqual(
      [],
    );
  });

  it("leave out the balance of who has no account, and say why a share is missing", () => {
    const cards = personSavingsCards({...ada, saved_of_salary: null}, [], customer, "2026-10-01", {
      document,
    });
    expect(values(cards)).toEqual(["11.5%", "–", "4.2"]);
    expect(cards.textContent).toContain("no steady salary");
  });

  it("show the balance alone of who is no main customer", () => {
    const second = {...ada, savings_rate: null, saved_of_salary: null, months_covered: null};
    const cards = personSavingsCards(second, balancesOf(ada), customer, "2026-10-01", {document});
    expect(values(cards)).toEqual(["€225"]);
  });

  it("colour each state of a goal apart", () => {
    const states = ["reached", "on_track", "behind", "overdue"] as const;
    expect(new Set(states.map(goalColor)).size).toBe(4);
  });
});
