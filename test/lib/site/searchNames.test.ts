import {describe, expect, it} from "vitest";
import {type FoundName, findNames} from "../../../src/lib/site/searchNames.js";

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
};

async function find(query: string) {
  const asked: string[] = [];
  const found = await findNames("person", query, async (key) => {
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

  it("finds nothing where nobody is called like that, or nothing is asked", async () => {
    expect((await find("xyz")).names).toEqual([]);
    expect(await find("  ")).toEqual({names: [], asked: []});
  });
});
