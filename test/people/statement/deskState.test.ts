import {describe, expect, it} from "vitest";
import type {Analysis} from "../../../src/people/statement/analysis.js";
import {DeskState} from "../../../src/people/statement/deskState.js";
import {FileReader} from "../../../src/people/statement/fileReader.js";
import {keptText} from "../../../src/people/statement/keepLine.js";
import type {Offer} from "../../../src/people/statement/offer.js";
import {checking} from "../../support/ownFiles.js";

/** A desk whose files are read in this thread. */
const desk = () => {
  const reader = new FileReader();
  const thread = {
    isReady: Promise.resolve(),
    analysis: (files, settings) =>
      reader.answer({ask: "analysis", files, settings}) as Promise<Analysis>,
    offer: (files, settings, correction) =>
      reader.answer({ask: "offer", files, settings, ...correction}) as Promise<Offer>,
  } satisfies ReturnType<ConstructorParameters<typeof DeskState>[0]>;
  return new DeskState(
    () => thread,
    () => {},
  );
};
const named = (name: string, lines: readonly string[]) =>
  new File([`${lines.join("\n")}\n`], name, {lastModified: 1});
const giro = () => named("giro.csv", checking(["2025-01", "2025-02"]));
const us = () => named("us.csv", ["Date,Payee,Amount", "03/04/2025,Bakery,-3.20"]);

describe("DeskState", () => {
  it("takes the same file once, and nothing stays of one that was taken away", async () => {
    const state = desk();
    await state.add([giro()]);
    await state.add([giro()]);
    expect(state.analysis?.rows).toHaveLength(8);
    await state.remove(state.brought.files[0]!.id);
    expect(state.analysis).toBeNull();
    expect(state.brought.files).toEqual([]);
  });

  it("asks again for the order of dates of a file that is brought again", async () => {
    const state = desk();
    await state.add([us()]);
    const {id} = state.brought.files[0]!;
    await state.decide({orders: {[id]: "mdy"}});
    expect(state.analysis?.files[0]?.kind).toBe("statement");
    await state.remove(id);
    await state.add([us()]);
    expect(state.analysis?.files[0]?.kind).toBe("question");
  });

  it("makes rules that are dropped its own, before those that are there", async () => {
    const state = desk();
    await state.decide({rules: "if payee contains Kiosk then category groceries\n"});
    const rules = "[first]\nif payee contains Kiosk then category recreation\n";
    await state.add([giro(), new File([rules], "rules.txt")]);
    expect(state.brought.files.map(({name}) => name)).toEqual(["giro.csv"]);
    expect(state.brought.settings.rules).toBe(
      `${rules}[normal]\nif payee contains Kiosk then category groceries\n`,
    );
    const kiosk = state.analysis?.rows.find(({payee}) => payee === "Kiosk Blau");
    expect(kiosk).toMatchObject({category: "recreation", by: "rule"});
  });

  it("counts what there is to keep", async () => {
    const state = desk();
    await state.add([giro()]);
    const {id} = state.analysis!.rows[0]!;
    await state.correct(id, "peer");
    expect(keptText(state.brought)).toBe("1 file (1 kB) and 1 correction");
  });
});
