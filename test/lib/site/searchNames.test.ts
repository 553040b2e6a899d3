import {describe, expect, it} from "vitest";
import {type FoundName, findNames, type Subject} from "../../../src/lib/site/searchNames.js";

const row = (name: string, match_count: number): FoundName => ({
  user_id: name,
  name,
  city: "Porto",
  industry: null,
  match_count,
});
const many = (names: string[], match_count = 21) => names.map((name) => row(name, match_count));

const kept: Record<string, FoundName[]> = {
  "individual b": many(["Bo Aalto", "Anna Berg"]),
  "individual ba": many(["Matti Bäcker", "Bashir Bauer"], 2),
  "individual m": many(["Mia Aalto"]),
  "individual ma": many(["Max Aalto"]),
  "individual mat": many(["Matti Bäcker", "Matti Aalto"], 2),
  "ind-000017": [row("Matti Bäcker", 1)],
  "com-00012": [{...row("Aalto Oy", 1), industry: "retail"}],
};

async function find(query: string, subject: Subject = "person") {
  const asked: string[] = [];
  const found = await findNames(subject, query, async (key) => {
    asked.push(key);
    return kept[key] ?? [];
  });
  return {names: found.map(({name}) => name), asked};
}

describe("findNames(subject, query, rowsOf)", () => {
  it("asks for longer beginnings until one has all of its names, and looks among those", async () => {
    expect(await find("Bäck")).toEqual({
      names: ["Matti Bäcker"],
      asked: ["individual b", "individual ba"],
    });
  });

  it("finds a name by its words in any order", async () => {
    expect((await find("bä mat")).names).toEqual(["Matti Bäcker"]);
    expect((await find("matti bäcker")).names).toEqual(["Matti Bäcker"]);
  });

  it("gives the best of those that are too many", async () => {
    expect((await find("b")).names).toEqual(["Bo Aalto", "Anna Berg"]);
  });

  it.each(["ind-000017", " IND-000017 ", "ind-000017-chk"])(
    "finds whose number %j is",
    async (query) => {
      expect(await find(query)).toEqual({names: ["Matti Bäcker"], asked: ["ind-000017"]});
      expect((await find(query, "company")).names).toEqual([]);
    },
  );

  it("finds a company by its number, and nobody by one that there is not", async () => {
    expect((await find("com-00012-chk", "company")).names).toEqual(["Aalto Oy"]);
    expect((await find("com-00012")).names).toEqual([]);
    expect((await find("ind-000018")).names).toEqual([]);
  });

  it("finds nothing where nobody is called like that, or nothing is asked", async () => {
    expect((await find("xyz")).names).toEqual([]);
    expect(await find("  ")).toEqual({names: [], asked: []});
  });
});
