import {describe, expect, it} from "vitest";
import type {DatasetReport} from "../../../loaders/datasets/making.js";
import {openTurns} from "../../../loaders/datasets/turns.js";

const made = (target: string): DatasetReport => ({
  target,
  loader: `src/${target}.sql`,
  state: "made",
  rowCount: 1,
  byteCount: 1,
  milliseconds: 1,
  readAt: 1,
  error: null,
});

const never = () => false;

describe("openTurns(begin, holds)", () => {
  it("asks for a run where somebody waits and none is under way", async () => {
    let begun = 0;
    const turns = openTurns(() => begun++, never);
    const waiting = turns.wait("data/a.csv");
    expect(begun).toBe(1);
    await turns.run(async ({wanted, told, onReport}) => {
      expect(wanted.has("data/a.csv")).toBe(true);
      expect(told.has("data/a.csv")).toBe(false);
      expect(wanted.has("data/b.csv")).toBe(false);
      onReport(made("data/a.csv"));
      expect(wanted.has("data/a.csv")).toBe(false);
    });
    expect(await waiting).toEqual(made("data/a.csv"));
    await turns.run(async ({told, onReport}) => {
      onReport(made("data/b.csv"));
      expect([told.has("data/a.csv"), told.has("data/b.csv")]).toEqual([true, false]);
    });
  });

  it("answers from the run under way what it has not come to, and from the next what it has passed", async () => {
    let begun = 0;
    const turns = openTurns(() => begun++, never);
    const answers: string[] = [];
    const waiting: Promise<unknown>[] = [];
    await turns.run(async ({wanted, onReport}) => {
      onReport(made("data/a.csv"));
      for (const target of ["data/a.csv", "data/b.csv"])
        waiting.push(turns.wait(target).then(() => answers.push(target)));
      expect(begun).toBe(1);
      expect(wanted.has("data/b.csv")).toBe(true);
      onReport(made("data/b.csv"));
    });
    expect(answers).toEqual(["data/b.csv"]);
    await turns.run(async ({onReport}) => onReport(made("data/a.csv")));
    await Promise.all(waiting);
    expect(answers).toEqual(["data/b.csv", "data/a.csv"]);
  });

  it("answers at once what the run under way has passed where that still holds", async () => {
    let begun = 0;
    const turns = openTurns(
      () => begun++,
      ({target}) => target === "data/a.csv",
    );
    let late: Promise<DatasetReport> | undefined;
    await turns.run(async ({onReport}) => {
      for (const target of ["data/a.csv", "data/b.csv"]) onReport(made(target));
      expect(await turns.wait("data/a.csv")).toEqual(made("data/a.csv"));
      expect(begun).toBe(0);
      late = turns.wait("data/b.csv");
      expect(begun).toBe(1);
    });
    await turns.run(async ({onReport}) => onReport(made("data/b.csv")));
    await late;
  });

  it("leaves to the next run what was asked for when this one had looked for its loader", async () => {
    let begun = 0;
    const turns = openTurns(() => begun++, never);
    const early = turns.wait("data/new.csv");
    let late: Promise<DatasetReport> | undefined;
    await turns.run(async () => {
      late = turns.wait("data/new.csv");
    });
    await expect(early).rejects.toThrow("no loader makes this dataset: src/data/new.csv");
    expect(begun).toBe(2);
    await turns.run(async ({wanted, onReport}) => {
      expect(wanted.has("data/new.csv")).toBe(true);
      onReport(made("data/new.csv"));
    });
    expect(await late).toEqual(made("data/new.csv"));
  });

  it("leaves all who wait to the next run where the one under way is overtaken", async () => {
    let begun = 0;
    const turns = openTurns(() => begun++, never);
    turns.overtake();
    const early = turns.wait("data/a.csv");
    let late: Promise<DatasetReport> | undefined;
    await turns.run(async (_, overtaken) => {
      expect(overtaken.aborted).toBe(false);
      late = turns.wait("data/a.csv");
      turns.overtake();
      expect(overtaken.aborted).toBe(true);
    });
    expect(begun).toBe(2);
    await turns.run(async ({onReport}, overtaken) => {
      expect(overtaken.aborted).toBe(false);
      onReport(made("data/a.csv"));
    });
    expect(await Promise.all([early, late])).toEqual([made("data/a.csv"), made("data/a.csv")]);
  });

  it("tells all who wait why a run has failed, and who waits for what no loader makes", async () => {
    const turns = openTurns(() => {}, never);
    const failing = turns.wait("data/a.csv");
    const run = turns.run(async () => Promise.reject(new Error("no bank")));
    await expect(run).rejects.toThrow("no bank");
    await expect(failing).rejects.toThrow("no bank");
    await turns.run(async ({told}) => expect(told.has("data/a.csv")).toBe(true));
    const strange = turns.wait("data/strange.csv");
    await turns.run(async () => {});
    await expect(strange).rejects.toThrow("no loader makes this dataset: src/data/strange.csv");
  });
});
