import {group} from "d3-array";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {foldedWords} from "../../src/lib/foldedText.js";
import {type FoundName, findNames} from "../../src/lib/site/searchNames.js";
import {bank} from "../support/bank.js";
import {dataset} from "../support/dataset.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

interface KeyedName extends FoundName {
  readonly key: string;
}

interface Listed {
  readonly user_id: string;
  readonly name: string;
}

const folder = bank({individuals: 200, companies: 20, months: 7, seed: 5});

let snapshot: SnapshotReader;
let rows: ReadonlyMap<string, KeyedName[]>;
let people: readonly Listed[];

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  people = await dataset<Listed>(snapshot, "person.keyed");
  const all = await dataset<KeyedName>(snapshot, "search-names.keyed");
  rows = group(all, ({key}) => key);
});
afterAll(() => snapshot.close());

const find = (query: string) => findNames("person", query, async (key) => rows.get(key) ?? []);

describe("search-names", () => {
  it("finds each person by the whole name, in either order of its words", async () => {
    for (const {user_id, name} of people) {
      const alike = people.filter((other) => other.name === name).map(({user_id}) => user_id);
      const turned = foldedWords(name).reverse().join(" ");
      for (const query of [name, turned]) {
        const ids = (await find(query)).map((found) => found.user_id);
        expect(ids, query).toEqual(expect.arrayContaining(alike));
        expect(ids).toContain(user_id);
      }
    }
  });

  it("keeps at most twenty names of a beginning, and a longer one only where it has more", () => {
    for (const [key, names] of rows) {
      const {match_count} = names[0]!;
      expect(names.length, key).toBe(Math.min(20, match_count));
      const [, beginning = ""] = /^(?:individual|company) (.+)$/.exec(key) ?? [];
      const shorter = key.slice(0, -1).trimEnd();
      if (beginning.length > 1) {
        expect(rows.get(shorter)?.[0]?.match_count, key).toBeGreaterThan(20);
      }
    }
    const counts = Array.from(rows.values(), ([first]) => first!.match_count);
    expect(Math.max(...counts)).toBeGreaterThan(20);
  });

  it("lists first who has the beginning as a whole word, of these first whose name begins with it", () => {
    let mixed = 0;
    for (const [key, names] of rows) {
      const [, beginning] = /^(?:individual|company) (.+)$/.exec(key) ?? [];
      if (beginning === undefined) continue;
      const ranks = names.map(({name}) => {
        const words = foldedWords(name);
        const turns = words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(" "));
        const isWhole = turns.some((turn) => `${turn} `.startsWith(`${beginning} `));
        return 2 * Number(isWhole) + Number(turns[0]!.startsWith(beginning));
      });
      expect(ranks, key).toEqual(ranks.toSorted((a, b) => b - a));
      if (new Set(ranks).size > 1) mixed++;
    }
    expect(mixed).toBeGreaterThan(50);
  });

  it("knows each person by id", () => {
    for (const {user_id, name} of people) {
      expect(rows.get(user_id)).toMatchObject([{user_id, name, match_count: 1}]);
    }
  });

  it("counts each name once for a beginning that two of its words have", () => {
    for (const [key, names] of rows) {
      expect(new Set(names.map(({user_id}) => user_id)).size, key).toBe(names.length);
    }
  });
});
