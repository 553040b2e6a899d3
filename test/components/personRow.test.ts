import {describe, expect, it} from "vitest";
import {personRow} from "../../src/components/personRow.js";

const ada = {user_id: "ind-1", name: "Ada"};
const ben = {user_id: "ind-2", name: "Ben"};

describe("personRow(id, opening, everyone)", () => {
  const asked = async (id: string | undefined) => {
    let loads = 0;
    const everyone = async () => {
      loads++;
      return [ada, ben];
    };
    return {row: await personRow(id, [ada], everyone), loads};
  };

  it("takes the row that the page opens with, and loads nothing for it", async () =>
    expect(await asked("ind-1")).toEqual({row: ada, loads: 0}));

  it("loads all for anybody else", async () =>
    expect(await asked("ind-2")).toEqual({row: ben, loads: 1}));

  it("has no row for somebody unknown, and loads nothing for nobody", async () => {
    expect(await asked("ind-3")).toEqual({row: undefined, loads: 1});
    expect(await asked("")).toEqual({row: undefined, loads: 0});
    expect(await asked(undefined)).toEqual({row: undefined, loads: 0});
  });
});
