import {describe, expect, it} from "vitest";
import {watchesNow, watchesText, watchHistory} from "../../../src/bank/watches/index.js";
import {historyFinding, watchesFinding} from "../../../src/bank/watches/words.js";
import type {ToldWatch} from "../../../src/lib/watches/told.js";
import {onPage, page, texts} from "../../support/page.js";

const months = ["2026-08-01", "2026-09-01", "2026-10-01"];

/** A watch with a limit of 2 and these values, the last of which is told. */
function watch(
  title: string,
  values: readonly (number | null)[],
  rest: Partial<ToldWatch> = {},
): ToldWatch {
  const history = values.map((value, at) => ({
    month: months.at(at - values.length)!,
    value,
    limit: 2,
    fires: value !== null && value > 2,
  }));
  const last = history.at(-1);
  return {
    name: title.toLowerCase(),
    title,
    severity: "notice",
    state: last?.value == null ? "silent" : last.fires ? "fires" : "quiet",
    sentence: `It is ${last?.value}.`,
    subtitle: "Things",
    unit: "count",
    condition: "above 2",
    history,
    sql: "select 1 as value",
    ...rest,
  };
}

describe("watchesText(watches)", () => {
  it("says how many fire, which, and how many have nothing to say", () => {
    const [fires, other] = [watch("Money", [1, 3]), watch("Time", [3, 4])];
    expect(watchesText([fires, watch("Cash", [1, 1]), watch("Pay", [null, null])])).toBe(
      "1 of 3 watches fires at the end of October 2026: money. One has nothing to say, for want of data.",
    );
    expect(watchesText([fires, {...other, severity: "critical"}])).toBe(
      "Both watches fire at the end of October 2026: time and money.",
    );
    expect(watchesText([watch("Cash", [1]), watch("Pay", [2]), watch("Tax", [0])])).toBe(
      "None of 3 watches fires at the end of October 2026.",
    );
    expect(watchesText([watch("Cash", [3])])).toBe(
      "The one watch fires at the end of October 2026: cash.",
    );
    expect(watchesText([watch("Cash", [1])])).toBe(
      "The one watch does not fire at the end of October 2026.",
    );
  });

  it("has words for no watch, and for no complete month", () => {
    expect(watchesText([])).toBe("Nothing is watched.");
    expect(watchesText([watch("Cash", []), watch("Pay", [])])).toBe(
      "There is no complete month to watch yet.",
    );
    expect(watchesFinding([])).toBe("Nothing is watched");
  });
});

describe("historyFinding(watches)", () => {
  it("names the watch that fired most often, of the months in which it had something to say", () => {
    const often = watch("Cash", [null, 3, 4]);
    expect(historyFinding([often, watch("Pay", [1, 1, 3])])).toBe(
      "Cash fired most often, in both months",
    );
    expect(historyFinding([often, watch("Pay", [1, 4, 3])])).toBe(
      "Two watches fired most often, in 2 months each",
    );
    expect(historyFinding([watch("Cash", [3])])).toBe(
      "Cash fired most often, in the one month that is known",
    );
  });

  it("has words where none fired, and where nothing could be said", () => {
    expect(historyFinding([watch("Cash", [1, 2])])).toBe("No watch has fired in any month");
    expect(historyFinding([watch("Cash", [null])])).toBe("No watch has had anything to say yet");
    expect(historyFinding([])).toBe("No watch has had anything to say yet");
  });
});

describe("the figures of the watches", () => {
  const {document} = page("https://bank.example/bank/watches");
  const code = {name: "watches.json.ts", url: async () => "", text: async () => ""};

  it("list them, those that fire first, with the query of each when somebody looks", async () => {
    Object.assign(globalThis, {document});
    const drawn = onPage(watchesNow([watch("Cash", [1]), watch("Pay", [3])], code));
    expect(texts(drawn, "tbody b")).toEqual(["Pay", "Cash"]);
    expect(texts(drawn, ".watch-state")).toEqual(["fires", "quiet"]);
    const [query] = drawn.querySelectorAll("details");
    expect(texts(drawn, ".watch-list .fold")).toEqual(["", ""]);
    query!.open = true;
    await expect.poll(() => texts(drawn, ".watch-list .fold")[0]).toContain("select 1 as value");
  });

  it("draw a dot for each month in which a watch fired, and a word where there is nothing to draw", () => {
    const drawn = onPage(
      watchHistory([watch("Pay", [3, 1, 4]), watch("Tax", [null, null, null])], code),
    );
    expect(texts(drawn, ".panel-title")).toEqual(["Pay", "Tax"]);
    expect(drawn.querySelector("svg")?.getAttribute("aria-label")).toBe("Pay: fired in 2 months");
    expect(
      drawn.querySelectorAll(
        'svg [aria-label="dot"] circle[fill="var(--loss)"], svg g[fill="var(--loss)"] circle',
      ),
    ).toHaveLength(2);
    expect(texts(drawn, ".message")).toEqual(["Nothing to say in any month."]);
  });

  it("say so where there is none", () => {
    const drawn = onPage(watchHistory([], code));
    expect(texts(drawn, ".message")).toEqual([
      "There is no file in src/watches/: what is not watched cannot fire.",
    ]);
  });
});
